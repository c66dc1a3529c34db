package org.guixue.instrument.issuing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.account.Reauthentication;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentJson;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Voiding;
import org.guixue.page.ByteRange;
import org.jspecify.annotations.Nullable;

/** The issued instruments over HTTP. */
@Path("/api/instruments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstrumentApi {
    @Inject
    private Reading reading;

    @Inject
    private Voiding voiding;

    @Inject
    private Reauthentication reauthentication;

    @Inject
    private Caller caller;

    /** @param password asked for where a session came instead of Basic credentials */
    record VoidBody(@Nullable String reason, @Nullable String password) {}

    /** @param values by the names of the form's fields: a map, since each form names its own */
    record FilledIn(String form, Map<String, Object> values) {}

    /** What issuing answers: 201, or 202 while sealing is tried again. */
    public static Response answer(Instrument instrument, List<Caution> warnings) {
        return Response.status(instrument.state() == InstrumentState.RESERVED ? 202 : 201)
                .location(URI.create("/api/instruments/" + instrument.id()))
                .entity(InstrumentJson.of(instrument, warnings))
                .build();
    }

    @GET
    @Path("{id}")
    public InstrumentJson one(@PathParam("id") long id) {
        return InstrumentJson.of(reading.open(caller, id));
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    public Response pdf(
            @PathParam("id") long id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Instrument instrument = reading.sealed(caller, id);
        return file(instrument, reading.pdf(caller, instrument), range, known);
    }

    /** The sealed file, named as people look for it: child, paper, serial number; pages answer alike. */
    static Response file(Instrument instrument, byte[] pdf, @Nullable String range, @Nullable String known) {
        return ByteRange.answer(pdf, "application/pdf", instrument.fileName(), range, known);
    }

    @GET
    @Path("{id}/page/{page}.png")
    @Produces("image/png")
    public Response page(@PathParam("id") long id, @PathParam("page") int page) {
        return ByteRange.picture(reading.page(caller, id, page));
    }

    @GET
    @Path("{id}/values")
    public FilledIn values(@PathParam("id") long id, @QueryParam("reveal") @Nullable String reason) {
        Instrument instrument = reading.instrument(caller, id);
        return new FilledIn(
                instrument.form().toString(), reading.values(caller, instrument, Optional.ofNullable(reason)));
    }

    /** Says that it is being printed; the file itself is fetched from {@code /pdf}. */
    @POST
    @Path("{id}/print")
    @Consumes(MediaType.WILDCARD)
    public Response print(@PathParam("id") long id) {
        return Response.status(Response.Status.ACCEPTED)
                .location(URI.create(
                        "/api/instruments/" + reading.printed(caller, id).id() + "/pdf"))
                .build();
    }

    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    public InstrumentJson voidWith(@PathParam("id") long id, VoidBody body) {
        reading.instrument(caller, id);
        reauthentication.confirmAtApi(caller, body.password());
        return InstrumentJson.of(voiding.voidWith(caller, id, body.reason() == null ? "" : body.reason()));
    }
}
