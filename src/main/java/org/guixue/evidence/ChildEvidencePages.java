package org.guixue.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Upload;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** 证据材料 of a child: what is kept, and handing in more. */
@Path("/students/{id:\\d+}/evidence")
@Controller
@RequestScoped
public class ChildEvidencePages {
    @Inject
    private KeepingEvidence keeping;

    @Inject
    private Evidences evidences;

    @Inject
    private Students students;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** @param open whether this caller may open it */
    public record Line(long id, String name, String on, String by, String number, boolean open) {}

    @GET
    public String list(@PathParam("id") long id) {
        Student child = child(id);
        trail.read(caller, id, "evidence");
        return page(child, "");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        Student child = child(id);
        keeping.refuseInspector(caller);
        boolean sensitive = parts.stream().anyMatch(part -> part.getName().equals("sensitive"));
        try {
            Upload.handled(
                    parts,
                    "file",
                    ProofFile.MAX_BYTES,
                    upload -> keeping.keep(
                            caller,
                            ProofFile.of(upload.bytes(), upload.fileName()),
                            OptionalLong.of(child.id()),
                            sensitive));
        } catch (Refused e) {
            return refused(e, child);
        }
        return Response.seeOther(URI.create("/students/" + id + "/evidence")).build();
    }

    private Response refused(Refused e, Student child) {
        if (RefusedRequest.isNoMatterOfTheForm(e)) {
            throw e;
        }
        String sentence = e instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(e.getMessage());
        int status = e.reason() == Refused.Reason.TOO_LARGE ? 413 : 422;
        return Response.status(status).entity(page(child, sentence)).build();
    }

    private String page(Student child, String refusal) {
        models.put("child", child.name());
        models.put("childId", child.id());
        models.put("refusal", refusal);
        models.put("mayWrite", caller.role() != Role.INSPECTOR);
        models.put(
                "lines",
                evidences.of(child.id(), caller.scope()).stream()
                        .map(this::line)
                        .toList());
        return "evidence/child.html";
    }

    private Line line(Evidence kept) {
        boolean open = kept.openTo(caller);
        return new Line(
                kept.id(),
                open ? kept.fileName() : "另册保管",
                kept.keptAt()
                        .map(at -> at.atZone(clock.getZone()).toLocalDate().toString())
                        .orElse(""),
                kept.handedInByName(),
                kept.archivalNumber().toString(),
                open);
    }

    private Student child(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }
}
