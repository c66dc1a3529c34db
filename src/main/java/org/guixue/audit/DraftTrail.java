package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.guixue.access.Caller;

/**
 * What was done with a draft on its way to the seal. Acts that change something join the transaction that is open; those that let a sealed file or a whole ID out are
 * stored before they return.
 */
@ApplicationScoped
public class DraftTrail {
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public DraftTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    public void submitted(Caller caller, long draft, long child, String form) {
        trail.record(by(caller, AuditAct.SUBMIT, AuditSubject.of("draft", draft), child, "", Map.of("form", form)));
    }

    public void withdrawn(Caller caller, long draft, long child) {
        trail.record(by(caller, AuditAct.WITHDRAW, AuditSubject.of("draft", draft), child, "", Map.of()));
    }

    public void sentBack(Caller caller, long draft, long child, String why) {
        trail.record(by(caller, AuditAct.SEND_BACK, AuditSubject.of("draft", draft), child, why, Map.of()));
    }

    public void approved(Caller caller, long draft, long child, long instrument) {
        trail.record(by(
                caller,
                AuditAct.APPROVE,
                AuditSubject.of("draft", draft),
                child,
                "",
                Map.of("instrument", instrument)));
    }

    /** A blank form with its code left for the printer; stored by {@link #flush}. */
    public void handedOut(Caller caller, long draft, long child, String form) {
        trail.recordRead(by(
                caller,
                AuditAct.PRINT,
                AuditSubject.of("draft", draft),
                child,
                "",
                Map.of("what", "blank", "form", form)));
    }

    /** What was read is stored when it returns. */
    public void flush() {
        trail.flush();
    }

    /** Another's draft was looked at for approval. Stored when it returns: only then may the picture leave. */
    public void looked(Caller caller, long draft, long child, String what) {
        trail.recordRead(
                by(caller, AuditAct.PREVIEW, AuditSubject.of("draft", draft), child, "", Map.of("what", what)));
        trail.flush();
    }

    private AuditEvent by(
            Caller caller, AuditAct act, AuditSubject subject, long child, String why, Map<String, ?> detail) {
        return new AuditEvent(Who.of(caller), clock.instant(), act, subject, child, why, detail);
    }
}
