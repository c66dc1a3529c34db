package org.guixue.instrument;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;
import org.guixue.audit.AuditCheck;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditHead;
import org.guixue.audit.AuditReading;
import org.guixue.audit.Chainer;
import org.guixue.audit.Subject;
import org.guixue.office.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Role;

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
    private Chainer chainer;

    @Inject
    private AuditReading audit;

    @Inject
    private Offices offices;

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
        List<Finding> findings = archive.check(heads.known());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("intact", findings.stream().noneMatch(finding -> finding.kind().isDamage()));
        json.put("findings", findings);
        return json;
    }

    /** Events of accounts within the caller's scope, the newest first; with {@code kind} and {@code id} those on one subject. */
    @GET
    @Path("audit")
    public Map<String, Object> trail(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        refuseOthers();
        if (!kind.matches("[a-z-]{0,30}") || id.length() > 100) {
            throw new ValuesRefused("kind", "对象类别应为student、instrument等小写英文，请改正");
        }
        Set<Long> within =
                offices.within(caller.scope()).stream().map(Office::id).collect(Collectors.toSet());
        Optional<Subject> subject = kind.isEmpty() ? Optional.empty() : Optional.of(new Subject(kind, id));
        int first = Math.min(Math.max(page, 0), 100_000);
        int most = Math.min(Math.max(size, 1), 200);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", audit.count(within, subject));
        json.put("page", first);
        json.put("size", most);
        json.put(
                "items",
                audit.newest(within, subject, first, most).stream()
                        .map(KeepingApi::json)
                        .toList());
        return json;
    }

    private static Map<String, Object> json(AuditEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", event.id());
        json.put("at", event.at());
        json.put("account", event.who().username());
        json.put("name", event.who().displayName());
        json.put("address", event.who().address());
        json.put("act", event.act());
        json.put("subject", event.subject());
        json.put("why", event.why());
        json.put("detail", event.detail());
        return json;
    }

    @GET
    @Path("audit/check")
    public Map<String, Object> checkTrail() {
        refuseOthers();
        List<AuditHead> known = archive.headsOf(Archive.AUDIT).stream()
                .map(head -> new AuditHead(head.length(), head.head()))
                .toList();
        AuditCheck check = chainer.check(known);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("holds", check.holds());
        json.put("links", check.head().length());
        json.put("firstOdd", check.firstOdd().orElse(null));
        json.put("unchained", check.unchained());
        return json;
    }

    private void refuseOthers() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看归档与审计状态");
        }
    }
}
