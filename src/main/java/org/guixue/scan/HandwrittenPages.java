package org.guixue.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;

/** Pictures of what was filled by hand, beside the sheet on the desk. */
@Path("/drafts/{id:\\d{1,18}}/written")
@RequestScoped
public class HandwrittenPages {
    @Inject
    private HandwrittenSheets sheets;

    @Inject
    private Caller caller;

    @GET
    @Path("{pile:\\d{1,18}}/{n:\\d{1,4}}.jpg")
    @Produces("image/jpeg")
    public Response picture(@PathParam("id") long id, @PathParam("pile") long pile, @PathParam("n") int n) {
        return TrayPages.answer(sheets.picture(caller, id, pile, n));
    }
}
