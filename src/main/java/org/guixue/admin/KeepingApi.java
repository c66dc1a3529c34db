package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;
import org.guixue.archive.RegisterHead;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditCheck;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.Oddity;
import org.guixue.fixity.RereadingArchive;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.LookingThrough;
import org.guixue.page.Excerpt;
import org.guixue.person.Students;
import org.jspecify.annotations.Nullable;

/** How the archive and the trail are kept; for bureau and inspector. */
@Path("/api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeepingApi {
    @Inject
    private Archive archive;

    @Inject
    private RereadingArchive rereading;

    @Inject
    private LookingThrough lookingThrough;

    @Inject
    private Instruments instruments;

    @Inject
    private TrailState state;

    @Inject
    private TrailReading audit;

    @Inject
    private Students students;

    @Inject
    private HouseTrail trail;

    @Inject
    private Caller caller;

    /**
     * How the archive stands.
     *
     * @param writing whether it takes records in
     * @param reserved papers that have their numbers and wait for their seal
     * @param recovery what was found and done when it was opened
     * @param lookedThrough how far the slow look at the rest has come
     */
    record ArchiveStanding(
            boolean writing,
            long reserved,
            List<String> bags,
            List<RegisterHead> registers,
            List<Finding> recovery,
            LookingThrough.Progress lookedThrough) {}

    record ArchiveChecked(boolean intact, List<Finding> findings) {}

    /** @param child null for an event about no child */
    record ShownEvent(
            long id,
            Instant at,
            String account,
            String name,
            String role,
            long office,
            String address,
            AuditAct act,
            AuditSubject subject,
            @Nullable Long child,
            String why,
            String detail) {
        static ShownEvent of(AuditEvent event, boolean mayReadSensitive) {
            return new ShownEvent(
                    event.id(),
                    event.at(),
                    event.who().username(),
                    event.who().displayName(),
                    event.who().role(),
                    event.who().office(),
                    event.who().address(),
                    event.act(),
                    event.subject(),
                    event.child() == 0 ? null : event.child(),
                    event.why(),
                    detail(event, mayReadSensitive));
        }

        /** Who holds no grant for health and disability learns nothing by the number of somebody else's hits. */
        private static String detail(AuditEvent event, boolean mayReadSensitive) {
            return event.act() == AuditAct.SEARCH && !mayReadSensitive
                    ? event.detail().replaceAll(",?\"total\":\\d+", "")
                    : event.detail();
        }
    }

    /**
     * What a check of the trail found.
     *
     * @param firstOdd in Chinese; null where all fits, as are its link and event
     */
    record TrailChecked(
            boolean holds,
            long links,
            @Nullable String firstOdd,
            @Nullable Long firstOddLink,
            @Nullable Long firstOddEvent,
            long unchained) {
        static TrailChecked of(AuditCheck check) {
            return new TrailChecked(
                    check.holds(),
                    check.head().length(),
                    check.firstOdd().map(Oddity::sentence).orElse(null),
                    check.firstOdd().map(Oddity::link).orElse(null),
                    check.firstOdd().map(Oddity::event).orElse(null),
                    check.unchained());
        }
    }

    @GET
    @Path("archive/status")
    public ArchiveStanding status() {
        refuseOthers();
        return new ArchiveStanding(
                !archive.stopped(),
                instruments.countReserved(),
                archive.bags().stream().map(Object::toString).toList(),
                archive.registerHeads(),
                archive.recovery().findings(),
                lookingThrough.progress());
    }

    /** Reads every byte of the archive; what is damaged is on the status until it is whole again. */
    @POST
    @Path("archive/check")
    public ArchiveChecked check() {
        refuseOthers();
        trail.readTrail(caller, 0, Map.of("what", "archive checked"));
        List<Finding> findings = rereading.all();
        return new ArchiveChecked(
                findings.stream().noneMatch(finding -> finding.kind().isDamage()), findings);
    }

    /**
     * Events of accounts within the caller's scope and on children within it, the newest first, narrowed by {@code child},
     * {@code account}, {@code act}, {@code from}, {@code to}, or {@code kind} and {@code id} of one subject.
     */
    @GET
    @Path("audit")
    public Excerpt<ShownEvent> trail(@BeanParam TrailRequest request) {
        refuseOthers();
        TrailQuestion question = request.question();
        question.child().ifPresent(this::refuseUnseen);
        trail.readTrail(caller, question.child().orElse(0L), question.asDetail());
        int size = request.size(50);
        return new Excerpt<>(
                audit.count(caller, question),
                request.page(),
                size,
                audit.newest(caller, question, request.page(), size).stream()
                        .map(event -> ShownEvent.of(event, caller.mayReadSensitive()))
                        .toList());
    }

    private void refuseUnseen(long child) {
        if (students.find(child, caller.scope()).isEmpty()) {
            throw new NotFound("学生");
        }
    }

    @GET
    @Path("audit/check")
    public TrailChecked checkTrail() {
        refuseOthers();
        trail.readTrail(caller, 0, Map.of("what", "chain checked"));
        return TrailChecked.of(state.check());
    }

    private void refuseOthers() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看归档与审计状态");
        }
    }
}
