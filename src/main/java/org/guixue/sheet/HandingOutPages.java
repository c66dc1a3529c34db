package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;

/** 打印空白表 from the sheet on the desk. */
@Path("/drafts/{id:\\d{1,18}}/blank")
@RequestScoped
public class HandingOutPages {
    @Inject
    private HandingOut handingOut;

    @Inject
    private Caller caller;

    @POST
    @Produces("application/pdf")
    public Response blank(@PathParam("id") long id) {
        return HandingOutApi.answer(handingOut, handingOut.of(caller, id), true);
    }
}
