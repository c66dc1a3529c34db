package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** 批量: how far a batch is; safe to leave. While it runs, the page asks again by itself. */
@Path("/batches/{id:\\d{1,18}}")
@Controller
@RequestScoped
public class BatchPages {
    private static final int SHOWN = 200;
    private static final String SECONDS = "3";

    @Inject
    private Batching batching;

    @Inject
    private Batches batches;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public Response show(@PathParam("id") long id) {
        Batching.Standing standing = batching.standing(caller, id);
        Response.ResponseBuilder answer = Response.ok(page(standing, ""));
        if (standing.batch().state() == BatchState.RUNNING) {
            answer.header("Refresh", SECONDS);
        }
        return answer.build();
    }

    @POST
    @Path("retry")
    public Response retry(@PathParam("id") long id) {
        return act(id, batching::retry);
    }

    @POST
    @Path("cancel")
    public Response cancel(@PathParam("id") long id) {
        return act(id, batching::cancel);
    }

    private Response act(long id, BiFunction<Caller, Long, Batch> act) {
        try {
            Batch batch = act.apply(caller, id);
            return Response.seeOther(URI.create("/batches/" + batch.id())).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(batching.standing(caller, id), refusal));
        }
    }

    private String page(Batching.Standing standing, String refusal) {
        List<BatchItem> issued = batches.items(standing.batch().id(), ItemState.DONE, SHOWN);
        models.put("it", standing);
        models.put("batch", standing.batch());
        models.put("refusal", refusal);
        models.put("issued", issued);
        models.put("running", standing.batch().state() == BatchState.RUNNING);
        models.put(
                "minutes",
                standing.secondsLeft().map(seconds -> (seconds + 59) / 60).orElse(0L));
        models.put(
                "mayAct",
                standing.batch().owner().office() == caller.office()
                        && standing.batch().owner().role() == caller.role());
        return "batch/batch.html";
    }
}
