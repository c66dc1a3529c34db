package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guixue.access.Caller;

/** How far a batch is, taking up again what failed, and cancelling what waits. */
@Path("/api/batches/{id:\\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BatchApi {
    @Inject
    private Batching batching;

    @Inject
    private Preparing preparing;

    @Inject
    private Caller caller;

    @GET
    public BatchJson show(@PathParam("id") long id) {
        return BatchJson.of(batching.standing(caller, id));
    }

    @POST
    @Path("retry")
    @Consumes(MediaType.WILDCARD)
    public BatchJson retry(@PathParam("id") long id) {
        preparing.retry(caller, id);
        return show(id);
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.WILDCARD)
    public BatchJson cancel(@PathParam("id") long id) {
        batching.cancel(caller, id);
        return show(id);
    }
}
