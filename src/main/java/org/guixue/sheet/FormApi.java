package org.guixue.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
    private Previewing previewing;

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

    record ListedForm(String id, String title, String kind, int version, String about, boolean approval) {
        static ListedForm of(Form form) {
            return new ListedForm(
                    form.id().toString(),
                    form.title(),
                    form.kind(),
                    form.version(),
                    form.about().code(),
                    form.approval());
        }
    }

    /** @param schema of its values, as {@link FormSchema} says it */
    record WholeForm(
            @JsonUnwrapped ListedForm form,
            List<String> issuers,
            String retention,
            List<ShownField> fields,
            JsonNode schema) {
        static WholeForm of(Form form) {
            return new WholeForm(
                    ListedForm.of(form),
                    form.issuers(),
                    form.retention(),
                    form.fields().stream().map(ShownField::of).toList(),
                    FormSchema.of(form));
        }
    }

    /** A field; what it has not is left out. */
    record ShownField(
            String name,
            String label,
            String type,
            boolean required,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String from,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer max,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ShownField> fields) {
        static ShownField of(Field field) {
            return new ShownField(
                    field.name(),
                    field.label(),
                    field.type().json(),
                    field.required(),
                    field.from().orElse(null),
                    field.max() > 0 ? field.max() : null,
                    field.choices(),
                    field.fields().stream().map(ShownField::of).toList());
        }
    }

    @GET
    public List<ListedForm> list() {
        return check.forms(caller).stream().map(ListedForm::of).toList();
    }

    @GET
    @Path("{jurisdiction}/{form}")
    public WholeForm one(@PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name) {
        return WholeForm.of(form(jurisdiction, name));
    }

    @GET
    @Path("{jurisdiction}/{form}/blank.pdf")
    @Produces("application/pdf")
    public Response blank(@PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name) {
        return pdf(
                previewing.blank(
                        form(jurisdiction, name), offices.find(caller.office()).orElseThrow()),
                "blank");
    }

    /** What is missing or wrong does not keep the preview from showing what is there, except for what cannot be drawn. */
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
                previewing
                        .preview(
                                caller,
                                form,
                                check.assess(caller, form, subject, values).drawable())
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
}
