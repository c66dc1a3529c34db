package org.guixue.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Cautions;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.InstrumentApi;
import org.jspecify.annotations.Nullable;

/**
 * What the form page saves as one types, and its way through the approval of a second person (用印审批), where its form asks
 * for one. Who may approve in the owner's office sees a draft once it was handed in, with IDs masked; the preview shows
 * them and is recorded.
 */
@Path("/api/drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DraftApi {
    @Inject
    private Drafts drafts;

    @Inject
    private Cautions cautions;

    @Inject
    private Check check;

    @Inject
    private Filling filling;

    @Inject
    private DraftIssuing issuing;

    @Inject
    private Submissions submissions;

    @Inject
    private Approving approving;

    @Inject
    private Showing showing;

    @Inject
    private Subjects subjects;

    @Inject
    private ChildTrail trail;

    @Inject
    private Caller caller;

    record DraftBody(
            @Nullable String form,
            @Nullable Long student,
            @JsonProperty("case") @Nullable Long caseId,
            @Nullable Long office,
            @Nullable String term,
            @Nullable Map<String, Object> values) {}

    record ApproveBody(@Nullable String digest) {}

    record ReturnBody(@Nullable String reason) {}

    @POST
    public Response begin(DraftBody body) {
        Form form;
        try {
            form = check.form(caller, FormId.parse(body.form() == null ? "" : body.form()));
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("form", "没有这种表样，请从表样列表中选择");
        }
        Draft draft = drafts.begin(
                caller,
                form.id(),
                subjects.resolve(
                        caller, form, new Subjects.Named(body.student(), body.caseId(), body.office(), body.term())),
                body.values() == null ? Map.of() : body.values());
        return answer(Response.created(URI.create("/api/drafts/" + draft.id())), draft);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") long id) {
        Optional<Draft> own = drafts.own(caller, id);
        if (own.isEmpty() && !caller.mayApprove()) {
            throw new NotFound("草稿");
        }
        own.flatMap(draft -> draft.subject().student()).ifPresent(child -> trail.read(caller, child.id(), "draft"));
        return own.map(draft -> answer(Response.ok(), draft))
                .orElseGet(() -> handedIn(submissions.toDecide(caller, id)));
    }

    @PUT
    @Path("{id}")
    public Response save(@PathParam("id") long id, DraftBody body, @HeaderParam("If-Match") @Nullable String tag) {
        Map<String, Object> values = body.values() == null ? Map.of() : body.values();
        return answer(Response.ok(), drafts.save(caller, id, values, version(tag)));
    }

    /** The same from the sheet's own form: what the page posts as one types, without its pictures. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response saveSheet(
            @PathParam("id") long id, List<EntityPart> parts, @HeaderParam("If-Match") @Nullable String tag)
            throws IOException {
        Draft draft = drafts.find(caller, id);
        Map<String, Object> values = filling.posted(
                caller,
                check.form(caller, draft.form()),
                draft.subject(),
                SheetRequest.read(parts).texts());
        return answer(Response.ok(), drafts.save(caller, id, values, version(tag)));
    }

    /** Freezes it and puts it before the approvers of the office. */
    @POST
    @Path("{id}/submit")
    @Consumes(MediaType.WILDCARD)
    public Response handIn(@PathParam("id") long id) {
        return answer(Response.ok(), approving.handIn(caller, id));
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.WILDCARD)
    public Response withdraw(@PathParam("id") long id) {
        return answer(Response.ok(), submissions.withdraw(caller, id));
    }

    /** Issues it at once; twice is one instrument. The body says the {@code digest} of what was read. */
    @POST
    @Path("{id}/approve")
    public Response approve(@PathParam("id") long id, @Nullable ApproveBody body) {
        String digest = body == null || body.digest() == null ? "" : body.digest();
        return issued(approving.approve(caller, id, digest));
    }

    @POST
    @Path("{id}/return")
    public DraftJson sendBack(@PathParam("id") long id, @Nullable ReturnBody body) {
        String reason = body == null || body.reason() == null ? "" : body.reason();
        return DraftJson.state(approving.sendBack(caller, id, reason));
    }

    /** What was handed in, marked 预览, for whoever may approve it. */
    @GET
    @Path("{id}/preview.pdf")
    @Produces("application/pdf")
    public Response preview(@PathParam("id") long id) {
        return Response.ok(
                        showing.paper(caller, submissions.toDecide(caller, id), "pdf")
                                .pdf(),
                        "application/pdf")
                .build();
    }

    /** Twice the same draft is one instrument. */
    @POST
    @Path("{id}/issue")
    @Consumes(MediaType.WILDCARD)
    public Response issue(@PathParam("id") long id) {
        return issued(issuing.issue(caller, id));
    }

    private Response issued(Instrument issued) {
        return InstrumentApi.answer(issued, cautions.of(issued));
    }

    private Response answer(Response.ResponseBuilder answer, Draft draft) {
        if (LedgerDraft.is(draft)) {
            return handedIn(draft);
        }
        Form form = check.form(caller, draft.form());
        Map<String, Object> values = Check.permitted(caller, form, ValuesJson.read(draft.valuesJson()));
        Check.Assessed assessed = check.assess(caller, form, draft.subject(), values);
        DraftJson filled =
                DraftJson.filled(draft, values, assessed.violations(), Cautions.otherwise(assessed.doubts()));
        return answer.tag(Integer.toString(draft.version())).entity(filled).build();
    }

    private Response handedIn(Draft draft) {
        return Response.ok(DraftJson.handedIn(draft, showing.masked(draft)))
                .tag(Integer.toString(draft.version()))
                .build();
    }

    private static OptionalInt version(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(tag.replace("W/", "").replace("\"", "")));
        } catch (NumberFormatException e) {
            throw new Stale("版本标记不是本草稿的，请重新读取后再保存");
        }
    }
}
