package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.form.Sheet;
import org.guixue.instrument.issuing.Check;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.ByteRange;
import org.guixue.page.Said;
import org.jspecify.annotations.Nullable;

/** 文书: which forms one may issue, about whom, and their blank papers. */
@Path("/forms")
@RequestScoped
public class FormPages {
    private static final int DRAFTS_SHOWN = 20;

    @Inject
    private Check check;

    @Inject
    private Previewing previewing;

    @Inject
    private BlankPictures pictures;

    @Inject
    private SubjectChoice choice;

    @Inject
    private Drafts drafts;

    @Inject
    private Offices offices;

    @Inject
    private FormShelf shelf;

    @Inject
    private Said said;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /**
     * @param student who a form is wanted for; then only the forms about a child are shown, and lead straight on
     * @param q what is looked for
     */
    @GET
    @Controller
    public String list(@QueryParam("student") @Nullable Long student, @QueryParam("q") @DefaultValue("") String q) {
        var named = student == null ? java.util.Optional.<SubjectChoice.Chosen>empty() : choice.child(caller, student);
        models.put("child", named.orElse(null));
        boolean reader = caller.role() == Role.INSPECTOR;
        models.put("q", q.strip());
        models.put("groups", shelf.groups(caller, named, q));
        models.put("unadopted", reader ? List.of() : shelf.unadopted(caller, q));
        models.put("wanted", reader || !q.isBlank() ? List.of() : shelf.wanted(caller));
        models.put("adopter", caller.role() == Role.BUREAU);
        models.put("said", said.take());
        models.put("reader", reader);
        models.put(
                "drafts",
                drafts.pending(caller, DRAFTS_SHOWN).stream()
                        .map(draft -> DraftLine.of(draft, check.forms(caller)))
                        .flatMap(java.util.Optional::stream)
                        .toList());
        return "sheet/forms.html";
    }

    @GET
    @Controller
    @Path("{jurisdiction}/{form}")
    public String choose(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("form") String name,
            @QueryParam("q") @DefaultValue("") String q) {
        Form form = form(jurisdiction, name);
        models.put("form", FormLine.of(form, check.lawOf(form), java.util.Optional.empty()));
        models.put("about", form.about().code());
        models.put("q", q);
        models.put("choices", choice.among(caller, form, q));
        models.put("terms", SubjectChoice.terms(LocalDate.now(clock)));
        return "sheet/subject.html";
    }

    @GET
    @Path("{jurisdiction}/{form}/blank.pdf")
    @Produces("application/pdf")
    public Response blank(@PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name) {
        byte[] paper = previewing.blank(
                form(jurisdiction, name), offices.find(caller.office()).orElseThrow());
        return ByteRange.answer(
                paper, "application/pdf", form(jurisdiction, name).title() + "-空白表.pdf", null, null);
    }

    /** Page one of the blank form, small: for everybody who is signed in, since papers of it stand in their lists. */
    @GET
    @Path("{jurisdiction}/{form}/{version:\\d+}/blank.png")
    @Produces("image/png")
    public Response picture(@PathParam("jurisdiction") String jurisdiction, @PathParam("form") String name) {
        Office own = offices.find(caller.office()).orElseThrow();
        Form form = check.known(id(jurisdiction, name), own);
        return Response.ok(pictures.of(form, own))
                .header("Cache-Control", "private, max-age=86400")
                .build();
    }

    /** The look of the sheet on screen; never changes for a version of a form. */
    @GET
    @Path("{jurisdiction}/{form}/{version:\\d+}/sheet.css")
    @Produces("text/css;charset=UTF-8")
    public Response style(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("form") String name,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Form form = form(jurisdiction, name);
        String tag = '"' + form.digest().hex() + '"';
        Response.ResponseBuilder answer = tag.equals(known)
                ? Response.notModified()
                : Response.ok(Sheet.screenCss(form).getBytes(StandardCharsets.UTF_8));
        return answer.header("ETag", tag)
                .header("Cache-Control", "private, max-age=300")
                .build();
    }

    private Form form(String jurisdiction, String name) {
        return check.form(caller, id(jurisdiction, name));
    }

    private static FormId id(String jurisdiction, String name) {
        try {
            return new FormId(jurisdiction, name);
        } catch (IllegalArgumentException e) {
            throw new NotFound("表样");
        }
    }
}
