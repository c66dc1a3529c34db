package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.sheet.HandingOut;
import org.guixue.sheet.HandingOutApi;
import org.jspecify.annotations.Nullable;

/** One PDF of blank forms for the printer, each with the code of a reserved draft. Each printing is on record. */
@Path("/api/blanks")
@RequestScoped
public class BlankRunApi {
    @Inject
    private BatchBlanks blanks;

    @Inject
    private HandingOut handingOut;

    @Inject
    private Caller caller;

    /**
     * @param form its id
     * @param students ids of children
     * @param duplex default true
     */
    record BlanksBody(
            @Nullable String form,
            @Nullable List<Long> students,
            @Nullable Boolean duplex) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    public Response print(BlanksBody body) {
        HandingOut.Run run = blanks.of(
                caller, body.form() == null ? "" : body.form(), body.students() == null ? List.of() : body.students());
        return HandingOutApi.answer(handingOut, run, !Boolean.FALSE.equals(body.duplex()));
    }
}
