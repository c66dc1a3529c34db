package org.guixue.dossier;

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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.casefile.Case;
import org.guixue.casefile.CaseState;
import org.guixue.casefile.Cases;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.issuing.Offered;
import org.guixue.office.Caller;
import org.guixue.office.Role;
import org.guixue.office.Trail;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** A child at a glance: who it is, where it belongs, what has happened, what can be done next. */
@Path("/")
@Controller
@RequestScoped
public class ChildPages {
    private static final int LONGEST_REASON = 200;

    @Inject
    private Students students;

    @Inject
    private Cases cases;

    @Inject
    private Instruments instruments;

    @Inject
    private Offered offered;

    @Inject
    private Trail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Path("students/{id:\\d+}")
    public String show(@PathParam("id") long id) {
        Student child = find(id);
        trail.read(caller, id);
        return page(child, false, "");
    }

    /** Shows the whole numbers in this one answer, once the reason is in the audit trail. */
    @POST
    @Path("students/{id:\\d+}/reveal")
    public Response reveal(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        Student child = find(id);
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            return Response.status(422)
                    .entity(page(child, false, "请写明查看完整证件号码的理由，最多200个字"))
                    .build();
        }
        trail.unmasked(caller, id, reason.strip());
        return Response.ok(page(child, true, "")).build();
    }

    private String page(Student child, boolean revealed, String refusal) {
        List<Case> all = cases.of(child.id(), caller.scope());
        List<Instrument> papers = instruments.of(child.id(), caller.scope()).stream()
                .filter(Instrument::sealed)
                .toList();
        boolean mayWrite = caller.role() != Role.INSPECTOR;
        models.put("child", ChildFacts.of(child, LocalDate.now(clock), revealed, caller.mayReadSensitive()));
        models.put("revealed", revealed);
        models.put("refusal", refusal);
        models.put("maySeeHealth", caller.mayReadSensitive());
        models.put("openCase", openCase(all).map(Case::id).orElse(0L));
        models.put(
                "openedOn",
                openCase(all).map(each -> each.openedOn().toString()).orElse(""));
        models.put(
                "persuasions",
                openCase(all).map(each -> each.persuasions().size()).orElse(0));
        models.put("mayWrite", mayWrite);
        models.put("mayAudit", caller.role() == Role.BUREAU || caller.role() == Role.INSPECTOR);
        models.put("papers", papers.size());
        models.put(
                "forms",
                offered.to(caller).stream().filter(Offered.Paper::aboutChild).toList());
        models.put("events", Happening.of(all, papers));
        return "child.html";
    }

    private static Optional<Case> openCase(List<Case> all) {
        return all.stream().filter(each -> each.state() == CaseState.OPEN).findFirst();
    }

    private Student find(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }
}
