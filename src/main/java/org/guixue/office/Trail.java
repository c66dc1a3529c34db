package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.Subject;
import org.guixue.audit.Who;

/**
 * Writes the audit trail in the words of this house: who (the caller), what, on whom, why. Acts that change something join
 * the transaction that is open; those that let a sealed file or a whole ID out are stored before they return.
 */
@ApplicationScoped
public class Trail {
    private static final String STUDENT = "student";
    private static final String INSTRUMENT = "instrument";
    private static final int LONGEST_QUERY = 200;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    /** A listing or search among {@code kind}; IDs in what was typed are not kept. */
    public void searched(Caller caller, String kind, String q, long total) {
        String typed = q.replaceAll("[0-9０-９]{6,}[0-9０-９Xx]*", "******");
        trail.recordRead(event(
                caller,
                AuditAct.SEARCH,
                Subject.NONE,
                "",
                Map.of(
                        "kind",
                        kind,
                        "q",
                        typed.substring(0, Math.min(typed.length(), LONGEST_QUERY)),
                        "total",
                        total)));
    }

    public void read(Caller caller, long student) {
        trail.recordRead(event(caller, AuditAct.READ_STUDENT, Subject.of(STUDENT, student), "", Map.of()));
    }

    /** Stored when it returns: only then may the whole ID leave. */
    public void unmasked(Caller caller, long student, String why) {
        trail.recordRead(event(caller, AuditAct.UNMASK, Subject.of(STUDENT, student), why, Map.of()));
        trail.flush();
    }

    /** Stored when it returns: only then may the values leave. */
    public void unmaskedInstrument(Caller caller, long instrument, String why) {
        trail.recordRead(event(caller, AuditAct.UNMASK, Subject.of(INSTRUMENT, instrument), why, Map.of()));
        trail.flush();
    }

    /** Stored when it returns: only then may the file or its picture leave. */
    public void opened(Caller caller, long instrument, String what) {
        trail.recordRead(
                event(caller, AuditAct.READ_INSTRUMENT, Subject.of(INSTRUMENT, instrument), "", Map.of("what", what)));
        trail.flush();
    }

    /** Stored when it returns: only then may the dossier leave. */
    public void exported(Caller caller, long student, String what) {
        trail.recordRead(event(caller, AuditAct.EXPORT, Subject.of(STUDENT, student), "", Map.of("what", what)));
        trail.flush();
    }

    /** A child was entered or corrected. */
    public void changed(Caller caller, long student, String what) {
        trail.record(event(caller, AuditAct.CHANGE, Subject.of(STUDENT, student), "", Map.of("what", what)));
    }

    public void reserved(Caller caller, long instrument, String archivalNumber) {
        trail.record(event(
                caller,
                AuditAct.ISSUE_RESERVED,
                Subject.of(INSTRUMENT, instrument),
                "",
                Map.of("archivalNumber", archivalNumber)));
    }

    /** The house sealed it, on behalf of who reserved it. */
    public void issued(long account, long office, long instrument, String sha256) {
        Who who = new Who(account, "", "", office, "");
        trail.record(new AuditEvent(
                who,
                clock.instant(),
                AuditAct.ISSUED,
                Subject.of(INSTRUMENT, instrument),
                "",
                Map.of("sha256", sha256)));
    }

    public void voided(Caller caller, long instrument, String why) {
        trail.record(event(caller, AuditAct.VOID, Subject.of(INSTRUMENT, instrument), why, Map.of()));
    }

    /** A roster was written from a workbook. Of each child its own history tells. */
    public void imported(Caller caller, long rosterImport, String fileName, String sha256, int entered, int changed) {
        trail.record(event(
                caller,
                AuditAct.IMPORT,
                Subject.of("import", rosterImport),
                "",
                Map.of("file", fileName, "sha256", sha256, "entered", entered, "changed", changed)));
    }

    /** Somebody named a child that another office has on its roster, and was told that it is there. */
    public void foundElsewhere(Caller caller, long student) {
        trail.record(event(caller, AuditAct.SEARCH, Subject.of(STUDENT, student), "", Map.of("what", "elsewhere")));
    }

    private AuditEvent event(Caller caller, AuditAct act, Subject subject, String why, Map<String, ?> detail) {
        Who who = new Who(caller.account(), caller.username(), caller.displayName(), caller.office(), caller.address());
        return new AuditEvent(who, clock.instant(), act, subject, why, detail);
    }
}
