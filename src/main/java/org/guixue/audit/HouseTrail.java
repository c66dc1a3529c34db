package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.guixue.access.Caller;

/**
 * What was changed in offices, accounts and keys, and who looked at the trail itself. Acts that change something join the transaction that is open; those that let a sealed file or a whole ID out are
 * stored before they return.
 */
@ApplicationScoped
public class HouseTrail {
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public HouseTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Somebody at the machine let the house go on at an earlier time than that of the last event. */
    public void clockAccepted(String reason, Instant now, Instant last) {
        trail.record(new AuditEvent(
                Who.stranger("", ""),
                now,
                AuditAct.CLOCK_ACCEPTED,
                new AuditSubject(AcceptedTime.KIND, last.toString()),
                0,
                reason,
                Map.of()));
    }

    /** Something of the administration's was done on the machine itself, by whoever may start the house. */
    public void onTheMachine(AuditSubject subject, String what) {
        trail.record(new AuditEvent(
                Who.stranger("", ""), clock.instant(), AuditAct.ADMIN, subject, 0, "", Map.of("what", what)));
    }

    /** An office, an account, a key or a form was changed. */
    public void administered(Caller caller, AuditSubject subject, String what, String why) {
        trail.record(by(caller, AuditAct.ADMIN, subject, 0, why, Map.of("what", what)));
    }

    /**
     * Something of the administration's was changed.
     *
     * @param kind {@code office}, {@code account} or {@code seal}
     * @param what such as {@code closed}
     * @param from what was written before, by field; no names of people
     * @param to what is written now
     */
    public void administered(
            Caller caller, String kind, long id, String what, String why, Map<String, ?> from, Map<String, ?> to) {
        trail.record(by(
                caller,
                AuditAct.ADMIN,
                AuditSubject.of(kind, id),
                0,
                why,
                Map.of("what", what, "from", from, "to", to)));
    }

    /**
     * The trail or the archive was looked at or checked; all that happened before is stored when it returns.
     *
     * @param child about whom was asked, 0 for none
     */
    public void readTrail(Caller caller, long child, Map<String, ?> question) {
        trail.recordRead(by(caller, AuditAct.READ_TRAIL, AuditSubject.NONE, child, "", question));
        trail.flush();
    }

    private AuditEvent by(
            Caller caller, AuditAct act, AuditSubject subject, long child, String why, Map<String, ?> detail) {
        return new AuditEvent(Who.of(caller), clock.instant(), act, subject, child, why, detail);
    }
}
