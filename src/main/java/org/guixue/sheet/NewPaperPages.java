package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.jspecify.annotations.Nullable;

/** The way to a new paper. */
@Path("/instruments/new")
@RequestScoped
public class NewPaperPages {
    @Inject
    private Check check;

    @Inject
    private Filling filling;

    @Inject
    private Subjects subjects;

    @Inject
    private Caller caller;

    /** Continues the unfinished draft of that form about that subject, or begins one; without a subject, asks for it. */
    @GET
    @Controller
    public Response begin(
            @QueryParam("form") @DefaultValue("") String id,
            @QueryParam("student") @Nullable Long student,
            @QueryParam("case") @Nullable Long caseId,
            @QueryParam("office") @Nullable Long office,
            @QueryParam("term") @Nullable String term) {
        Form form = check.form(caller, formId(id));
        Optional<Subjects.Named> named =
                subjects.named(caller, form, new Subjects.Named(student, caseId, office, term));
        return to(
                named.isEmpty()
                        ? "/forms/" + form.id()
                        : "/drafts/"
                                + filling.begin(caller, form, subjects.resolve(caller, form, named.get()))
                                        .id());
    }

    private static FormId formId(String text) {
        try {
            return FormId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("表样");
        }
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
