package org.guixue.instrument;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Forbidden;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;
import org.guixue.audit.AuditCheck;
import org.guixue.audit.AuditHead;
import org.guixue.audit.Chainer;
import org.guixue.office.Caller;
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
