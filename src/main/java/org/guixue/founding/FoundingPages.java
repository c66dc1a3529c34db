package org.guixue.founding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.page.Said;

/** 开通: the list of first steps. */
@Path("/founding")
@Controller
@RequestScoped
public class FoundingPages {
    @Inject
    private Founding founding;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    @GET
    public String show() {
        models.put("progress", founding.of(caller));
        models.put("said", said.take());
        models.put("refusal", said.takeRefusal());
        return "founding/founding.html";
    }

    @POST
    @Path("dismiss")
    public Response dismiss() {
        try {
            founding.dismiss(caller);
        } catch (Conflict e) {
            said.refuse(String.valueOf(e.getMessage()));
            return Response.seeOther(URI.create("/founding")).build();
        }
        return Response.seeOther(URI.create("/")).build();
    }

    @POST
    @Path("recall")
    public Response recall() {
        founding.recall(caller);
        return Response.seeOther(URI.create("/founding")).build();
    }
}
