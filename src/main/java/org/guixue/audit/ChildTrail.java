package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;

/**
 * What was done with a child: read, its whole ID shown, taken out, changed. Acts that change something join the transaction that is open; those that let a sealed file or a whole ID out are
 * stored before they return.
 */
@ApplicationScoped
public class ChildTrail {
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public ChildTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** A child's page, form or case was opened. */
    public void read(Caller caller, long student) {
        read(caller, student, "");
    }

    /** @param what of the child was opened, such as {@code case} */
    public void read(Caller caller, long student, String what) {
        trail.recordRead(ofChild(caller, AuditAct.READ_STUDENT, student, "", what));
    }

    /** Stored when it returns: only then may the whole ID leave. */
    public void unmasked(Caller caller, long student, String why) {
        trail.recordRead(ofChild(caller, AuditAct.UNMASK, student, why, ""));
        trail.flush();
    }

    /** Stored when it returns: only then may the dossier leave. */
    public void exported(Caller caller, long student, String what) {
        trail.recordRead(ofChild(caller, AuditAct.EXPORT, student, "", what));
        trail.flush();
    }

    /** A child was entered or corrected. */
    public void changed(Caller caller, long student, String what) {
        trail.record(ofChild(caller, AuditAct.CHANGE, student, "", what));
    }

    /** Many children were entered or corrected at once. */
    public void changedAll(Caller caller, List<Long> students, String what) {
        trail.recordAll(students.stream()
                .map(student -> ofChild(caller, AuditAct.CHANGE, student, "", what))
                .toList());
    }

    /**
     * Many children stand in a listing that leaves the house; stored when it returns.
     *
     * @param why as for {@link ListingTrail#exportedListing}
     */
    public void exportedAll(Caller caller, List<Long> students, String what, String why) {
        AuditAct act = why.isEmpty() ? AuditAct.EXPORT : AuditAct.UNMASK;
        trail.recordAll(students.stream()
                .map(student -> ofChild(caller, act, student, why, what))
                .toList());
    }

    /** Somebody named a child that another office has on its roster, and was told that it is there. */
    public void foundElsewhere(Caller caller, long student) {
        trail.record(ofChild(caller, AuditAct.SEARCH, student, "", "elsewhere"));
    }

    private AuditEvent ofChild(Caller caller, AuditAct act, long student, String why, String what) {
        return by(
                caller,
                act,
                AuditSubject.of("student", student),
                student,
                why,
                what.isEmpty() ? Map.of() : Map.of("what", what));
    }

    private AuditEvent by(
            Caller caller, AuditAct act, AuditSubject subject, long child, String why, Map<String, ?> detail) {
        return new AuditEvent(Who.of(caller), clock.instant(), act, subject, child, why, detail);
    }
}
