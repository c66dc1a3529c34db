package org.guixue.instrument;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditCheck;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.Oddity;
import org.guixue.instrument.keeping.TrailQuestion;
import org.guixue.instrument.keeping.TrailReading;
import org.guixue.instrument.keeping.TrailRequest;
import org.guixue.instrument.keeping.TrailState;
import org.guixue.office.Caller;
import org.guixue.office.Role;
import org.guixue.office.Trail;
import org.guixue.person.Students;

/** How the archive and the trail are kept; for bureau and inspector. */
@Path("/api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeepingApi {
    @Inject
    private Archive archive;

    @Inject
    private RegisterHeads heads;

    @Inject
    private Instruments instruments;

    @Inject
    private TrailState state;

    @Inject
    private TrailReading audit;

    @Inject
    private Students students;

    @Inject
    private Trail trail;

    @Inject
    private Caller caller;

    @GET
    @Path("archive/status")
    public Map<String, Object> status() {
        refuseOthers();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("writing", !archive.stopped());
        json.put("reserved", instruments.countReserved());
        json.put("bags", archive.bags().stream().map(Object::toString).toList());
        json.put("registers", archive.registerHeads());
        json.put("recovery", archive.recovery().findings());
        return json;
    }

    /** Reads every byte of the archive. */
    @POST
    @Path("archive/check")
    public Map<String, Object> check() {
        refuseOthers();
        trail.readTrail(caller, 0, Map.of("what", "archive checked"));
        List<Finding> findings = archive.check(heads.known());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("intact", findings.stream().noneMatch(finding -> finding.kind().isDamage()));
        json.put("findings", findings);
        return json;
    }

    /**
     * Events of accounts within the caller's scope and on children within it, the newest first, narrowed by {@code child},
     * {@code account}, {@code act}, {@code from}, {@code to}, or {@code kind} and {@code id} of one subject.
     */
    @GET
    @Path("audit")
    public Map<String, Object> trail(@BeanParam TrailRequest request) {
        refuseOthers();
        TrailQuestion question = request.question();
        question.child().ifPresent(this::refuseUnseen);
        trail.readTrail(caller, question.child().orElse(0L), question.asDetail());
        int size = request.size(50);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", audit.count(caller, question));
        json.put("page", request.page());
        json.put("size", size);
        json.put(
                "items",
                audit.newest(caller, question, request.page(), size).stream()
                        .map(event -> json(event, caller.mayReadSensitive()))
                        .toList());
        return json;
    }

    private void refuseUnseen(long child) {
        if (students.find(child, caller.scope()).isEmpty()) {
            throw new NotFound("学生");
        }
    }

    static Map<String, Object> json(AuditEvent event, boolean sensitive) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", event.id());
        json.put("at", event.at());
        json.put("account", event.who().username());
        json.put("name", event.who().displayName());
        json.put("role", event.who().role());
        json.put("office", event.who().office());
        json.put("address", event.who().address());
        json.put("act", event.act());
        json.put("subject", event.subject());
        json.put("child", event.child() == 0 ? null : event.child());
        json.put("why", event.why());
        json.put("detail", detail(event, sensitive));
        return json;
    }

    /** Who holds no grant for health and disability learns nothing by the number of somebody else's hits. */
    private static String detail(AuditEvent event, boolean sensitive) {
        return event.act() == AuditAct.SEARCH && !sensitive
                ? event.detail().replaceAll(",?\"total\":\\d+", "")
                : event.detail();
    }

    @GET
    @Path("audit/check")
    public Map<String, Object> checkTrail() {
        refuseOthers();
        trail.readTrail(caller, 0, Map.of("what", "chain checked"));
        return json(state.check());
    }

    static Map<String, Object> json(AuditCheck check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("holds", check.holds());
        json.put("links", check.head().length());
        json.put("firstOdd", check.firstOdd().map(Oddity::sentence).orElse(null));
        json.put("firstOddLink", check.firstOdd().map(Oddity::link).orElse(null));
        json.put("firstOddEvent", check.firstOdd().map(Oddity::event).orElse(null));
        json.put("unchained", check.unchained());
        return json;
    }

    private void refuseOthers() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看归档与审计状态");
        }
    }
}
