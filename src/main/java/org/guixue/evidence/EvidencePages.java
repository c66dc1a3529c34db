package org.guixue.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.page.ByteRange;
import org.jspecify.annotations.Nullable;

/** The files of proofs, for those who are signed in by the form. */
@Path("/evidence")
@RequestScoped
public class EvidencePages {
    @Inject
    private EvidenceReading reading;

    @Inject
    private Caller caller;

    @GET
    @Path("{id:\\d{1,18}}/file")
    @Produces({"application/pdf", "image/jpeg", "image/png"})
    public Response file(
            @PathParam("id") long id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        return answer(reading, caller, id, range, known);
    }

    /** The API answers alike. */
    static Response answer(
            EvidenceReading reading, Caller caller, long id, @Nullable String range, @Nullable String known) {
        Evidence evidence = reading.evidence(caller, id);
        byte[] file = reading.file(caller, id);
        return ByteRange.answer(file, evidence.type().mediaType(), evidence.fileName(), range, known);
    }
}
