package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.guixue.access.Caller;
import org.guixue.page.ByteRange;

/** The blank form of a draft, with its code, to be filled by hand. A post, since it reserves the draft and is on record. */
@Path("/api/drafts/{id:\\d{1,18}}/blank")
@RequestScoped
public class HandingOutApi {
    @Inject
    private HandingOut handingOut;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces("application/pdf")
    public Response blank(@PathParam("id") long id) {
        return answer(handingOut, handingOut.of(caller, id), true);
    }

    /** A run as an answer, written as it leaves. */
    public static Response answer(HandingOut handingOut, HandingOut.Run run, boolean duplex) {
        StreamingOutput file = out -> handingOut.write(run, duplex, out);
        return Response.ok(file, "application/pdf")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", ByteRange.disposition("inline", run.fileName()))
                .build();
    }
}
