package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiFunction;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** 批量: how far a batch is; safe to leave. One that is still prepared leads to its table. */
@Path("/batches/{id:\\d{1,18}}")
@Controller
@RequestScoped
public class BatchPages {
    @Inject
    private Batching batching;

    @Inject
    private Preparing preparing;

    @Inject
    private BatchView view;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    @GET
    public Response show(@PathParam("id") long id, @QueryParam("page") @DefaultValue("0") String page) {
        Batch batch = batching.standing(caller, id).batch();
        boolean own = batch.owner().office() == caller.office() && batch.owner().role() == caller.role();
        if (batch.state() == BatchState.PREPARED && own) {
            return to("/batches/" + id + "/prepared");
        }
        int number = page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0;
        return Response.ok(page(id, number, "", Typed.blank())).build();
    }

    @POST
    @Path("retry")
    public Response retry(@PathParam("id") long id) {
        return act(id, preparing::retry);
    }

    @POST
    @Path("cancel")
    public Response cancel(@PathParam("id") long id) {
        return act(id, batching::cancel);
    }

    private Response act(long id, BiFunction<Caller, Long, Batch> act) {
        try {
            return to("/batches/" + act.apply(caller, id).id());
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(id, 0, refusal, Typed.blank()));
        }
    }

    private String page(long id, int number, String refusal, Typed typed) {
        models.put("said", said.take());
        BatchView.Shown shown = view.show(caller, id, number, refusal, typed);
        shown.model().forEach(models::put);
        return template(shown);
    }

    static String template(BatchView.Shown shown) {
        return shown.waits() ? "batch/handed-in.html" : "batch/batch.html";
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
