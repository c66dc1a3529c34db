package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** 准备一批: the table to write in; saved and judged, then issued or handed in. Also what failed, to be put right. */
@Path("/batches/{id:\\d{1,18}}/prepared")
@Controller
@RequestScoped
public class PreparedPages {
    @Inject
    private Batching batching;

    @Inject
    private ChildrenBatch children;

    @Inject
    private Preparing preparing;

    @Inject
    private Grid grid;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @PathParam("id")
    private long id;

    @QueryParam("page")
    @DefaultValue("0")
    private String page = "0";

    @QueryParam("all")
    @DefaultValue("")
    private String all = "";

    @GET
    public Response show() {
        Batch batch = batching.ownToPrepare(caller, id);
        boolean toMend =
                batch.state() == BatchState.DONE && batching.outlook(batch).any();
        return batch.state() == BatchState.PREPARED || toMend
                ? Response.ok(page(batch, Typed.blank(), "")).build()
                : to("/batches/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> posted) {
        return act(posted, batch -> to(here().toString()));
    }

    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(MultivaluedMap<String, String> posted) {
        boolean despite = Typed.of(posted).has("despite", "true");
        return act(posted, batch -> {
            List<Preparing.Judged> doubted = preparing.start(caller, batch.id(), despite);
            return doubted.isEmpty()
                    ? to("/batches/" + batch.id())
                    : Response.status(409)
                            .entity(page(batching.ownToPrepare(caller, id), Typed.blank(), "", doubted))
                            .build();
        });
    }

    private Response act(MultivaluedMap<String, String> posted, Function<Batch, Response> then) {
        Typed typed = Typed.of(posted);
        try {
            return then.apply(reword(posted));
        } catch (Conflict e) {
            return RefusedRequest.shown(
                    e, typed, refusal -> page(batching.ownToPrepare(caller, id), Typed.blank(), refusal));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(batching.ownToPrepare(caller, id), typed, refusal));
        }
    }

    private Batch reword(MultivaluedMap<String, String> posted) {
        Batch batch = batching.ownToPrepare(caller, id);
        GridRequest asked = new GridRequest(form(batch), caller, posted);
        return preparing.reword(
                caller,
                id,
                asked.seen(),
                asked.same(batch.same()),
                asked.each(batching.own(asked.rows(), batch)),
                asked.named(),
                asked.removed());
    }

    private Form form(Batch batch) {
        return children.form(caller, batch.form().toString());
    }

    private PageAddress here() {
        PageAddress here = PageAddress.of("/batches/" + id + "/prepared").with("all", all);
        return number() == 0 ? here : here.with("page", Integer.toString(number()));
    }

    private int number() {
        return page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0;
    }

    private String page(Batch batch, Typed typed, String refusal) {
        return page(batch, typed, refusal, List.of());
    }

    /** @param doubted those that say otherwise than the records: whether to go on is asked */
    private String page(Batch batch, Typed typed, String refusal, List<Preparing.Judged> doubted) {
        Form form = form(batch);
        PageAddress first = PageAddress.of("/batches/" + id + "/prepared").with("all", all);
        Batching.Outlook outlook = batching.outlook(batch);
        models.put("view", grid.of(caller, batch, form, first, number(), !all.isEmpty(), typed));
        models.put("batch", batch);
        models.put("here", here());
        models.put("everything", PageAddress.of("/batches/" + id + "/prepared").with("all", "1"));
        models.put("ready", outlook.ready());
        models.put("blocked", outlook.blocked());
        models.put("faults", outlook.first());
        models.put("fresh", batch.same().isEmpty() && outlook.ready() == 0);
        String act = form.approval() ? "提交审批" : batch.state() == BatchState.DONE ? "签发改好的" : "签发";
        models.put("act", act);
        String again = doubted.isEmpty() ? act : "仍要" + act;
        models.put("press", outlook.ready() > 0 ? "%s %d 份".formatted(again, outlook.ready()) : act);
        models.put("doubted", doubted);
        models.put("again", batch.state() == BatchState.DONE);
        models.put("refusal", refusal);
        return "batch/prepared.html";
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
