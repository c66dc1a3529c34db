package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.sheet.HandingOut;
import org.guixue.sheet.HandingOutApi;

/** 打印空白表 for all whom a batch is prepared for. */
@Path("/batches/{id:\\d{1,18}}/prepared/blanks")
@RequestScoped
public class BlankRunPages {
    @Inject
    private BatchBlanks blanks;

    @Inject
    private HandingOut handingOut;

    @Inject
    private Caller caller;

    @POST
    @Produces("application/pdf")
    public Response print(@PathParam("id") long id) {
        return HandingOutApi.answer(handingOut, blanks.of(caller, id), true);
    }
}
