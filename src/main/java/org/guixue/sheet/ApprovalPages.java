package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.page.ByteRange;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.rendering.Rendered;

/**
 * 用印审批: the sheet that was handed in. Who may approve decides on it; who handed it in sees that it waits and may take it
 * back.
 */
@Path("/approvals/{id:\\d+}")
@RequestScoped
public class ApprovalPages {
    @Inject
    private Drafts drafts;

    @Inject
    private Submissions submissions;

    @Inject
    private Approving approving;

    @Inject
    private Showing showing;

    @Inject
    private PaperMaking papers;

    @Inject
    private ApprovalView view;

    @Inject
    private ChildTrail trail;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    @GET
    @Controller
    public Response show(@PathParam("id") long id) {
        Draft draft = draft(id);
        if (draft.instrument().isPresent()) {
            return to("/instruments/" + draft.instrument().map(Instrument::id).orElseThrow());
        }
        if (draft.ownedBy(caller) && draft.state() != DraftState.SUBMITTED) {
            return to("/drafts/" + id);
        }
        shownWhole(draft);
        return Response.ok(page(draft, "", "", "")).build();
    }

    @GET
    @Path("preview.pdf")
    @Produces("application/pdf")
    public Response previewPdf(@PathParam("id") long id) {
        return ByteRange.answer(
                showing.paper(caller, handedIn(id), "pdf").pdf(), "application/pdf", "预览.pdf", null, null);
    }

    @GET
    @Path("preview/{page:\\d{1,4}}.png")
    @Produces("image/png")
    public Response previewPage(@PathParam("id") long id, @PathParam("page") int page) {
        Rendered paper = showing.paper(caller, handedIn(id), "page " + page);
        return Response.ok(papers.picture(paper, page), "image/png")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Controller
    @Path("approve")
    public Response approve(@PathParam("id") long id, @FormParam("digest") @DefaultValue("") String digest) {
        try {
            return to("/instruments/" + approving.approve(caller, id, digest).id());
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e)) {
                throw e;
            }
            return Response.status(409)
                    .entity(page(handedIn(id), String.valueOf(e.getMessage()), "", ""))
                    .build();
        }
    }

    @POST
    @Controller
    @Path("return")
    public Response sendBack(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            Submission handed =
                    approving.sendBack(caller, id, reason).submission().orElseThrow();
            said.say("已退回给%s，退回的原因会显示在草稿上方。".formatted(handed.submitterName()));
        } catch (ValuesRefused e) {
            String fault = e.violations().get(0).message();
            return Response.status(422)
                    .entity(page(handedIn(id), "", reason, fault))
                    .build();
        }
        return to("/");
    }

    /** The own one in whatever state, or one to decide on. */
    private Draft draft(long id) {
        return drafts.own(caller, id).orElseGet(() -> submissions.toDecide(caller, id));
    }

    private Draft handedIn(long id) {
        Draft draft = draft(id);
        approving.waiting(draft);
        return draft;
    }

    /** Another's sheet shows the whole ID where its form has a place for one: that is an unmasking like any other. */
    private void shownWhole(Draft draft) {
        Form form = showing.form(draft);
        boolean showsId = form.fields().stream().anyMatch(field -> field.type() == FieldType.NATIONAL_ID);
        if (showsId && !draft.ownedBy(caller)) {
            draft.subject().student().ifPresent(child -> trail.unmasked(caller, child.id(), "审批" + form.title()));
        }
    }

    private String page(Draft draft, String refusal, String reason, String reasonFault) {
        view.show(draft, refusal).forEach(models::put);
        models.put("reason", reason);
        models.put("reasonFault", reasonFault);
        return "sheet/approval.html";
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
