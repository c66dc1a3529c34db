package org.guixue.instrument.issuing;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.draft.Draft;
import org.guixue.instrument.draft.Drafts;
import org.guixue.office.Caller;
import org.guixue.office.Trail;
import org.jspecify.annotations.Nullable;

/** What the form page saves as one types. */
@Path("/api/drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DraftApi {
    @Inject
    private Drafts drafts;

    @Inject
    private Check check;

    @Inject
    private Filling filling;

    @Inject
    private DraftIssuing issuing;

    @Inject
    private Subjects subjects;

    @Inject
    private Trail trail;

    @Inject
    private Caller caller;

    record DraftBody(
            @Nullable String form,
            @Nullable Long student,
            @JsonProperty("case") @Nullable Long caseId,
            @Nullable Long office,
            @Nullable String term,
            @Nullable Map<String, Object> values) {}

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
        Draft draft = drafts.find(caller, id);
        draft.subject().student().ifPresent(child -> trail.read(caller, child.id(), "draft"));
        return answer(Response.ok(), draft);
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

    /** Twice the same draft is one instrument. */
    @POST
    @Path("{id}/issue")
    @Consumes(MediaType.WILDCARD)
    public Response issue(@PathParam("id") long id) {
        return InstrumentApi.answer(issuing.issue(caller, id));
    }

    private Response answer(Response.ResponseBuilder answer, Draft draft) {
        Form form = check.form(caller, draft.form());
        Map<String, Object> values = Check.permitted(caller, form, ValuesJson.read(draft.valuesJson()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", draft.id());
        json.put("form", draft.form().toString());
        json.put("values", values);
        json.put(
                "violations",
                check.assess(caller, form, draft.subject(), values).violations());
        json.put("savedAt", draft.changedAt());
        json.put(
                "instrument",
                draft.instrument().map(org.guixue.instrument.Instrument::id).orElse(null));
        return answer.tag(Integer.toString(draft.version())).entity(json).build();
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
