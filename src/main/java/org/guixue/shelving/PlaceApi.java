package org.guixue.shelving;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.instrument.Reading;

/** Where the original of one paper lies, over HTTP. */
@Path("/api/instruments/{id:\\d{1,18}}/place")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlaceApi {
    @Inject
    private Reading reading;

    @Inject
    private PaperPlaces places;

    @Inject
    private Caller caller;

    /** @param office the name of the office whose box it is */
    record ShownPaperPlace(String box, String shelf, String office, Instant placedAt, String placedBy) {}

    @GET
    public ShownPaperPlace place(@PathParam("id") long id) {
        return places.of(reading.instrument(caller, id).id())
                .map(place -> new ShownPaperPlace(
                        place.box(), place.shelf(), place.office().name(), place.placedAt(), place.placedByName()))
                .orElseThrow(() -> new NotFound("原件的存放位置"));
    }
}
