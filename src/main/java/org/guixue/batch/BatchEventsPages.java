package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The same for pages, whose session the API does not know. */
@Path("/batches/{id:\\d{1,18}}/events")
@RequestScoped
public class BatchEventsPages {
    @Inject
    private BatchEventsApi events;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response listen(@PathParam("id") long id) {
        return events.listen(id);
    }
}
