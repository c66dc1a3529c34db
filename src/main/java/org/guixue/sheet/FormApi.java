package org.guixue.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.PaperTrail;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.form.FormSchema;
import org.guixue.instrument.Subject;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/** The forms that the caller may issue: their fields, the blank paper, a preview. */
@Path("/api/forms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FormApi {
    @Inject
    private Check check;

    @Inject
    private PaperMaking papers;

    @Inject
    private Subjects subjects;

    @Inject
    private Offices offices;

    @Inject
    private PaperTrail trail;

    @Inject
    private Caller caller;

    record PreviewBody(
            @Nullable Long student,

            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            Long caseId,

            @Nullable Long office,
            @Nullable String term,
            @Nullable Map<String, Object> values) {}

    @GET
    public List<Map<String, Object>> list() {
        return check.forms(caller).stream().map(FormApi::line).toList();
    }

    @GET
    @Path("{jurisdiction}/{form}")
    public Map<String, Object> one(@PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name) {
        Form form = form(jurisdiction, name);
        Map<String, Object> json = line(form);
        json.put("issuers", form.issuers());
        json.put("retention", form.retention());
        json.put("fields", form.fields().stream().map(FormApi::field).toList());
        JsonNode schema = FormSchema.of(form);
        json.put("schema", schema);
        return json;
    }

    @GET
    @Path("{jurisdiction}/{form}/blank.pdf")
    @Produces("application/pdf")
    public Response blank(@PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name) {
        return pdf(
                papers.blank(
                        form(jurisdiction, name), offices.find(caller.office()).orElseThrow()),
                "blank");
    }

    /** What is missing or wrong does not keep the preview from showing what is there. */
    @POST
    @Path("{jurisdiction}/{form}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    public Response preview(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name, PreviewBody body) {
        Form form = form(jurisdiction, name);
        Subjects.Named given = new Subjects.Named(body.student(), body.caseId(), body.office(), body.term());
        Subject subject = subjects.named(caller, form, given)
                .map(named -> subjects.resolve(caller, form, named))
                .orElseGet(Subject::none);
        Map<String, Object> values = body.values() == null ? Map.of() : body.values();
        trail.previewed(caller, subject.student().map(Student::id).orElse(0L), form.title());
        return pdf(
                papers.preview(
                                caller,
                                form,
                                check.assess(caller, form, subject, values).values())
                        .pdf(),
                "preview");
    }

    private Form form(String jurisdiction, String name) {
        try {
            return check.form(caller, new FormId(jurisdiction, name));
        } catch (IllegalArgumentException e) {
            throw new NotFound("表样");
        }
    }

    private static Response pdf(byte[] file, String name) {
        return Response.ok(file, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }

    private static Map<String, Object> line(Form form) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", form.id().toString());
        json.put("title", form.title());
        json.put("kind", form.kind());
        json.put("version", form.version());
        json.put("about", form.about().code());
        json.put("approval", form.approval());
        return json;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", field.name());
        json.put("label", field.label());
        json.put("type", field.type().json());
        json.put("required", field.required());
        field.from().ifPresent(path -> json.put("from", path));
        if (field.max() > 0) {
            json.put("max", field.max());
        }
        if (!field.choices().isEmpty()) {
            json.put("choices", field.choices());
        }
        if (!field.fields().isEmpty()) {
            json.put("fields", field.fields().stream().map(FormApi::field).toList());
        }
        return json;
    }
}
