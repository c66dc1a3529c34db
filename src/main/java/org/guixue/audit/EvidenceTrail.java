package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.guixue.access.Caller;

/** What was done with a proof: handed in, opened. */
@ApplicationScoped
public class EvidenceTrail {
    private static final String KIND = "evidence";

    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public EvidenceTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Joins the open transaction.
     *
     * @param child id of the child that it is about, here and below; 0 for none
     */
    public void kept(Who by, long evidence, long child, String archivalNumber) {
        trail.record(new AuditEvent(
                by,
                clock.instant(),
                AuditAct.CREATE,
                AuditSubject.of(KIND, evidence),
                child,
                "",
                Map.of("archivalNumber", archivalNumber)));
    }

    /** Stored when it returns: only then may the file leave. */
    public void opened(Caller caller, long evidence, long child, String what) {
        trail.recordRead(new AuditEvent(
                Who.of(caller),
                clock.instant(),
                AuditAct.DOWNLOAD,
                AuditSubject.of(KIND, evidence),
                child,
                "",
                Map.of("what", what)));
        trail.flush();
    }
}
