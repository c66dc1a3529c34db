package org.guixue.yearly;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guixue.access.Caller;

/** Yearly work over HTTP. */
@Path("/api/yearly")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class YearlyApi {
    @Inject
    private YearlyWork work;

    @Inject
    private Caller caller;

    /** @param now whether it is its season */
    record ShownSeason(Season season, boolean now, int year, long open, List<YearItem> items) {}

    @GET
    public List<ShownSeason> list() {
        return work.of(caller).stream()
                .map(list -> new ShownSeason(list.season(), list.now(), list.year(), list.open(), list.items()))
                .toList();
    }
}
