package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.access.Caller;

/** 按原内容重新填写: from a void paper to the draft that takes its place. */
@Path("/instruments/{id:\\d{1,18}}/reissue")
@RequestScoped
public class ReissuePages {
    @Inject
    private Reissuing reissuing;

    @Inject
    private Caller caller;

    @POST
    public Response reissue(@PathParam("id") long id) {
        return Response.seeOther(
                        URI.create("/drafts/" + reissuing.begin(caller, id).id()))
                .build();
    }
}
