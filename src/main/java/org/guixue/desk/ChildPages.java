package org.guixue.desk;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.aid.AidBook;
import org.guixue.aid.Aids;
import org.guixue.audit.ChildTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.Case;
import org.guixue.casefile.CaseReader;
import org.guixue.casefile.Cases;
import org.guixue.casefile.ReadCase;
import org.guixue.deadline.DueTasks;
import org.guixue.duty.Duties;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Movement;
import org.guixue.person.Movements;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.sheet.Offered;
import org.guixue.watch.ChildWatch;

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
    private CaseReader reader;

    @Inject
    private ChildWatch watch;

    @Inject
    private Aids aids;

    @Inject
    private Duties duties;

    @Inject
    private Offices offices;

    @Inject
    private Movements movements;

    @Inject
    private Instruments instruments;

    @Inject
    private Offered offered;

    @Inject
    private DueTasks dueTasks;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** @param show the kind of happenings that the timeline shows alone */
    @GET
    @Path("students/{id:\\d+}")
    public String show(@PathParam("id") long id, @QueryParam("show") @DefaultValue("") String show) {
        Student child = find(id);
        trail.read(caller, id);
        return page(child, show, false, "");
    }

    /** Shows the whole numbers in this one answer, once the reason is in the audit trail. */
    @POST
    @Path("students/{id:\\d+}/reveal")
    public Response reveal(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        Student child = find(id);
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            return Response.status(422)
                    .entity(page(child, "", false, "请写明查看完整证件号码的理由，最多200个字"))
                    .build();
        }
        trail.unmasked(caller, id, reason.strip());
        return Response.ok(page(child, "", true, "")).build();
    }

    private String page(Student child, String show, boolean revealed, String refusal) {
        LocalDate today = LocalDate.now(clock);
        List<Movement> moved = movements.of(child.id(), caller.scope());
        models.put("child", ChildFacts.of(child, moved, today, revealed, caller.mayReadSensitive()));
        models.put("revealed", revealed);
        models.put("refusal", refusal);
        models.put("maySeeHealth", caller.mayReadSensitive());
        models.put("mayWrite", caller.role() != Role.INSPECTOR);
        models.put("mayAudit", caller.role() == Role.BUREAU || caller.role() == Role.INSPECTOR);
        models.put("forms", offered.to(caller, child));
        models.put("watched", watch.of(caller, child.id()));
        models.put("aid", new AidBook(aids.of(child.id(), caller.scope())));
        models.put(
                "bonds",
                duties.ofChild(child.id(), SchoolYear.of(today), caller.scope()).stream()
                        .map(duty -> new ChildFacts.Fact(duty.layer().label(), duty.name()))
                        .toList());
        history(child, moved, show, today);
        return "desk/child.html";
    }

    private void history(Student child, List<Movement> moved, String show, LocalDate today) {
        List<Case> all = cases.of(child.id(), caller.scope());
        List<Instrument> papers = instruments.of(child.id(), caller.scope());
        List<Instrument> sealed = papers.stream().filter(Instrument::sealed).toList();
        List<Offered.Begun> drafts = offered.begunBy(caller, child.id());
        Optional<Case> open = openCase(all);
        models.put("ruled", dueTasks.about(caller, child.id(), today));
        models.put("due", ChildDue.of(open, drafts, papers, today, clock.getZone()));
        Optional<ReadCase> read = all.stream().findFirst().map(found -> reader.read(caller, found));
        models.put("hasOpenCase", open.isPresent());
        models.put(
                "case", read.map(each -> CasePanel.of(child, each, lead(each))).orElse(null));
        models.put(
                "next",
                caller.role() == Role.INSPECTOR
                        ? null
                        : NextStep.of(child, read.filter(each -> open.isPresent()), drafts)
                                .orElse(null));
        models.put(
                "papers",
                IntStream.range(0, sealed.size())
                        .mapToObj(i -> sealed.get(sealed.size() - 1 - i))
                        .map(paper -> PaperPicture.of(paper, caller.mayReadSensitive()))
                        .toList());
        models.put(
                "line",
                Timeline.of(
                        Happening.of(
                                child,
                                moved,
                                read.map(this::happenings).orElse(List.of()),
                                sealed,
                                caller.mayReadSensitive(),
                                clock.getZone()),
                        Happening.Kind.of(show),
                        "/students/" + child.id()));
    }

    private List<Happening> happenings(ReadCase read) {
        return new CaseHappenings(read, this::officeName, caller.role() != Role.INSPECTOR).all();
    }

    private String lead(ReadCase read) {
        return read.found().leadOffice().isPresent()
                ? officeName(read.found().leadOffice().getAsLong())
                : "";
    }

    private String officeName(long id) {
        return offices.find(id).map(Office::name).orElse("");
    }

    private static Optional<Case> openCase(List<Case> all) {
        return all.stream().filter(each -> !each.state().ended()).findFirst();
    }

    private Student find(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }
}
