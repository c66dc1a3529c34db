package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** What becomes of a batch that was handed in: approved as one, sent back, or taken back. */
@Path("/batches/{id:\\d{1,18}}/decision")
@Controller
@RequestScoped
public class DecisionPages {
    @Inject
    private BatchView view;

    @Inject
    private Deciding deciding;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @PathParam("id")
    private long id;

    @POST
    @Path("approve")
    public Response approve(@FormParam("seen") @DefaultValue("") String seen) {
        try {
            int version = seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
            deciding.approve(caller, id, view.form(caller, id), version);
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(refusal, Typed.blank()));
        }
        return to("/batches/" + id);
    }

    @POST
    @Path("return")
    public Response sendBack(@FormParam("reason") @DefaultValue("") String reason) {
        Typed typed = Typed.blank().with("reason", reason);
        try {
            Batch batch = deciding.sendBack(caller, id, view.form(caller, id), reason);
            said.say("已退回给%s，退回的原因会显示在批次上方。".formatted(batch.ownerName()));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(refusal, typed));
        }
        return to("/");
    }

    @POST
    @Path("withdraw")
    public Response withdraw() {
        try {
            deciding.withdraw(caller, id);
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(refusal, Typed.blank()));
        }
        return to("/batches/" + id + "/prepared");
    }

    private String page(String refusal, Typed typed) {
        models.put("said", said.take());
        BatchView.Shown shown = view.show(caller, id, 0, refusal, typed);
        shown.model().forEach(models::put);
        return BatchPages.template(shown);
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
