package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.PaperTrail;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.page.ByteRange;
import org.guixue.page.RefusedRequest;
import org.guixue.person.Student;
import org.guixue.rendering.Rendered;

/** The sheet on the desk: filled in, looked at, issued or handed in for approval. */
@Path("/drafts")
@RequestScoped
public class DraftPages {
    private static final String ELSEWHERE = "另一个页面在此之后保存过这份草稿。下面是本页所填的内容，还没有保存：再点“保存草稿”，就以本页为准；要看另一个页面保存的内容，请重新打开这份草稿。";

    @Inject
    private Drafts drafts;

    @Inject
    private PostedSheet posted;

    @Inject
    private Check check;

    @Inject
    private Filling filling;

    @Inject
    private DraftIssuing issuing;

    @Inject
    private DraftCautions cautions;

    @Inject
    private Approving approving;

    @Inject
    private Submissions submissions;

    @Inject
    private PaperMaking papers;

    @Inject
    private Previewing previewing;

    @Inject
    private SheetView view;

    @Inject
    private ChildTrail childTrail;

    @Inject
    private PaperTrail paperTrail;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** @param checked whether everything that is wrong is shown, also what was not filled in yet */
    @GET
    @Controller
    @Path("{id:\\d+}")
    public Response show(@PathParam("id") long id, @QueryParam("checked") @DefaultValue("false") boolean checked) {
        Draft draft = drafts.find(caller, id);
        if (draft.instrument().isPresent()) {
            submissions.looksAt(caller, id);
            return to("/instruments/" + draft.instrument().map(Instrument::id).orElseThrow());
        }
        if (draft.state() == DraftState.SUBMITTED) {
            return to("/approvals/" + id);
        }
        if (LedgerDraft.is(draft)) {
            return to(LedgerDraft.address(draft));
        }
        shownWhole(draft);
        return Response.ok(sheet(draft, values(draft), checked, List.of(), "")).build();
    }

    /** Saves, then does what the button says. */
    @POST
    @Controller
    @Path("{id:\\d+}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        Draft draft = drafts.find(caller, id);
        Form form = check.form(caller, draft.form());
        SheetRequest request = SheetRequest.read(parts);
        Map<String, Object> values = filling.posted(caller, form, draft.subject(), request.texts());
        List<Violation> refused = posted.addPictures(caller, request, values);
        String anchor = PostedSheet.arrange(request, values);
        try {
            drafts.save(caller, id, values, version(request.text("version")));
        } catch (Stale e) {
            return notSaved(412, id, values, ELSEWHERE);
        } catch (Conflict e) {
            return notSaved(409, id, values, String.valueOf(e.getMessage()));
        }
        if (!refused.isEmpty()) {
            return Response.status(422)
                    .entity(sheet(drafts.find(caller, id), values, false, refused, ""))
                    .build();
        }
        return to(next(draft, form, values, request.text("act")) + anchor);
    }

    /** What was typed still stands there, with what became of the draft meanwhile. */
    private Response notSaved(int status, long id, Map<String, Object> values, String sentence) {
        return Response.status(status)
                .entity(sheet(drafts.find(caller, id), values, false, List.of(), sentence))
                .build();
    }

    @GET
    @Controller
    @Path("{id:\\d+}/preview")
    public Response preview(@PathParam("id") long id) {
        Draft draft = drafts.find(caller, id);
        return assessed(draft).undrawable().isEmpty()
                ? Response.ok(paper(draft, paper(id), false, "")).build()
                : to("/drafts/" + id + "?checked=true");
    }

    @GET
    @Path("{id:\\d+}/preview.pdf")
    @Produces("application/pdf")
    public Response previewPdf(@PathParam("id") long id) {
        return ByteRange.answer(paper(id).pdf(), "application/pdf", "预览.pdf", null, null);
    }

    @GET
    @Path("{id:\\d+}/preview/{page:\\d{1,4}}.png")
    @Produces("image/png")
    public Response previewPage(@PathParam("id") long id, @PathParam("page") int page) {
        return Response.ok(papers.picture(paper(id), page), "image/png").build();
    }

    /** Says what will happen and asks, once. */
    @GET
    @Controller
    @Path("{id:\\d+}/issue")
    public Response ask(@PathParam("id") long id) {
        Draft draft = drafts.find(caller, id);
        if (!draft.state().open() || !assessed(draft).violations().isEmpty()) {
            return to("/drafts/" + id + "?checked=true");
        }
        return Response.ok(paper(draft, paper(id), true, "")).build();
    }

    @POST
    @Controller
    @Path("{id:\\d+}/issue")
    public Response issue(@PathParam("id") long id, @FormParam("despite") @DefaultValue("false") boolean despite) {
        return act(
                id, despite, () -> "/instruments/" + issuing.issue(caller, id).id());
    }

    @POST
    @Controller
    @Path("{id:\\d+}/submit")
    public Response handIn(@PathParam("id") long id, @FormParam("despite") @DefaultValue("false") boolean despite) {
        return act(
                id, despite, () -> "/approvals/" + approving.handIn(caller, id).id());
    }

    @POST
    @Controller
    @Path("{id:\\d+}/withdraw")
    public Response withdraw(@PathParam("id") long id) {
        return to("/drafts/" + submissions.withdraw(caller, id).id());
    }

    /**
     * Does the one thing that the page asked about, or says there why not.
     *
     * @param despite whether what speaks against it was read and it is to be done all the same
     */
    private Response act(long id, boolean despite, Supplier<String> act) {
        if (!despite && !cautions.of(caller, drafts.find(caller, id)).isEmpty()) {
            return Response.status(409)
                    .entity(paper(drafts.find(caller, id), paper(id), true, ""))
                    .build();
        }
        try {
            return to(act.get());
        } catch (ValuesRefused e) {
            Draft draft = drafts.find(caller, id);
            return Response.status(422)
                    .entity(sheet(draft, values(draft), true, e.violations(), ""))
                    .build();
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e)) {
                throw e;
            }
            return Response.status(409)
                    .entity(paper(drafts.find(caller, id), paper(id), true, String.valueOf(e.getMessage())))
                    .build();
        }
    }

    @POST
    @Controller
    @Path("{id:\\d+}/discard")
    public Response discard(@PathParam("id") long id) {
        return to(LedgerDraft.shelf(drafts.discard(caller, id)));
    }

    /** A sheet shows the whole ID where its form has a place for one: that is an unmasking like any other. */
    private void shownWhole(Draft draft) {
        Form form = check.form(caller, draft.form());
        boolean showsId = form.fields().stream().anyMatch(field -> field.type() == FieldType.NATIONAL_ID);
        if (showsId) {
            draft.subject().student().ifPresent(child -> childTrail.unmasked(caller, child.id(), "填写" + form.title()));
        }
    }

    private String next(Draft draft, Form form, Map<String, Object> values, String act) {
        String sheet = "/drafts/" + draft.id();
        return switch (act) {
            case "preview" -> sheet + "/preview";
            case "issue" ->
                check.assess(caller, form, draft.subject(), values).violations().isEmpty()
                        ? sheet + "/issue"
                        : sheet + "?checked=true";
            default -> sheet;
        };
    }

    private String sheet(
            Draft draft, Map<String, Object> values, boolean checked, List<Violation> refused, String notice) {
        view.show(draft, values, checked, refused, notice).forEach(models::put);
        return "sheet/sheet.html";
    }

    private String paper(Draft draft, Rendered paper, boolean asking, String refusal) {
        view.before(draft, paper, asking, refusal).forEach(models::put);
        return "sheet/issue.html";
    }

    private Rendered paper(long id) {
        Draft draft = drafts.find(caller, id);
        Form form = check.form(caller, draft.form());
        paperTrail.previewed(caller, draft.subject().student().map(Student::id).orElse(0L), form.title());
        return previewing.preview(
                caller,
                form,
                check.assess(caller, form, draft.subject(), values(draft)).drawable());
    }

    private Check.Assessed assessed(Draft draft) {
        return check.assess(caller, check.form(caller, draft.form()), draft.subject(), values(draft));
    }

    private static Map<String, Object> values(Draft draft) {
        return ValuesJson.read(draft.valuesJson());
    }

    private static OptionalInt version(String text) {
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
