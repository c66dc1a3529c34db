package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.Subject;
import org.guixue.audit.Who;
import org.guixue.identity.Mask;

/**
 * Writes the audit trail in the words of this house: who (the caller), what, on whom, why. Acts that change something join
 * the transaction that is open; those that let a sealed file or a whole ID out are stored before they return.
 */
@ApplicationScoped
public class Trail {
    private static final String STUDENT = "student";
    private static final String INSTRUMENT = "instrument";
    private static final String DRAFT = "draft";
    private static final int LONGEST_QUERY = 200;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    /** A listing or search among {@code kind}; IDs in what was typed are not kept. */
    public void searched(Caller caller, String kind, String q, long total) {
        String kept = withoutIds(q);
        trail.recordRead(
                event(caller, AuditAct.SEARCH, Subject.NONE, 0, "", Map.of("kind", kind, "q", kept, "total", total)));
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

    /**
     * Stored when it returns: a preview shows whole IDs.
     *
     * @param student 0 where the paper is about no child
     */
    public void previewed(Caller caller, long student, String form) {
        trail.recordRead(
                student == 0
                        ? event(caller, AuditAct.PREVIEW, Subject.NONE, 0, "", Map.of("what", form))
                        : ofChild(caller, AuditAct.PREVIEW, student, "", form));
        trail.flush();
    }

    /** Stored when it returns: only then may the dossier leave. */
    public void exported(Caller caller, long student, String what) {
        trail.recordRead(ofChild(caller, AuditAct.EXPORT, student, "", what));
        trail.flush();
    }

    /**
     * Stored when it returns: only then may the listing leave.
     *
     * @param filter what it was narrowed by, by name; IDs in it are not kept
     * @param why the reason that was given for whole IDs, which is an unmasking too; empty where they are masked
     */
    public void exportedListing(Caller caller, String kind, Map<String, String> filter, long total, String why) {
        Map<String, String> kept = new TreeMap<>(filter);
        kept.replaceAll((name, value) -> withoutIds(value));
        Map<String, ?> detail = Map.of("kind", kind, "filter", kept, "total", total);
        if (!why.isEmpty()) {
            trail.recordRead(event(caller, AuditAct.UNMASK, Subject.NONE, 0, why, detail));
        }
        trail.recordRead(event(caller, AuditAct.EXPORT, Subject.NONE, 0, why, detail));
        trail.flush();
    }

    /** What was typed, with stars for what may be an ID, cut to what is kept. */
    public static String withoutIds(String typed) {
        String starred = Mask.ofQuestion(typed);
        return starred.substring(0, Math.min(starred.length(), LONGEST_QUERY));
    }

    /** A file was taken into the house's listings. */
    public void imported(Caller caller, String kind, Map<String, ?> figures) {
        Map<String, Object> detail = new TreeMap<>(figures);
        detail.put("kind", kind);
        trail.record(event(caller, AuditAct.IMPORT, Subject.NONE, 0, "", detail));
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
     * @param why as for {@link #exportedListing}
     */
    public void exportedAll(Caller caller, List<Long> students, String what, String why) {
        AuditAct act = why.isEmpty() ? AuditAct.EXPORT : AuditAct.UNMASK;
        trail.recordAll(students.stream()
                .map(student -> ofChild(caller, act, student, why, what))
                .toList());
    }

    /** An office, an account, a key or a form was changed. */
    public void administered(Caller caller, Subject subject, String what, String why) {
        trail.record(event(caller, AuditAct.ADMIN, subject, 0, why, Map.of("what", what)));
    }

    /**
     * The page of an instrument, or what was filled in, with masked IDs.
     *
     * @param child id of the child that it is about, here and below; 0 for none
     */
    public void readInstrument(Caller caller, long instrument, long child, String what) {
        trail.recordRead(ofPaper(caller, AuditAct.READ_INSTRUMENT, instrument, child, "", Map.of("what", what)));
    }

    /** Stored when it returns: only then may the values leave. */
    public void unmaskedInstrument(Caller caller, long instrument, long child, String why) {
        trail.recordRead(ofPaper(caller, AuditAct.UNMASK, instrument, child, why, Map.of()));
        trail.flush();
    }

    /** Stored when it returns: only then may a page's picture leave. */
    public void opened(Caller caller, long instrument, long child, String what) {
        trail.recordRead(ofPaper(caller, AuditAct.READ_INSTRUMENT, instrument, child, "", Map.of("what", what)));
        trail.flush();
    }

    /** Stored when it returns: only then may the file leave. */
    public void downloaded(Caller caller, long instrument, long child, String what) {
        trail.recordRead(ofPaper(caller, AuditAct.DOWNLOAD, instrument, child, "", Map.of("what", what)));
        trail.flush();
    }

    /** Stored when it returns: somebody pressed 打印. */
    public void printed(Caller caller, long instrument, long child) {
        trail.recordRead(ofPaper(caller, AuditAct.PRINT, instrument, child, "", Map.of()));
        trail.flush();
    }

    /** A picture was uploaded. */
    public void tookPhoto(Caller caller, String photo) {
        trail.record(event(caller, AuditAct.CREATE, new Subject("photo", photo), 0, "", Map.of()));
    }

    /** Stored when it returns: only then may the picture leave. */
    public void openedPhoto(Caller caller, String photo) {
        trail.recordRead(event(caller, AuditAct.DOWNLOAD, new Subject("photo", photo), 0, "", Map.of()));
        trail.flush();
    }

    public void reserved(Caller caller, long instrument, long child, String archivalNumber) {
        trail.record(ofPaper(
                caller, AuditAct.ISSUE_RESERVED, instrument, child, "", Map.of("archivalNumber", archivalNumber)));
    }

    /** The house sealed it, on behalf of who reserved it. */
    public void issued(Who signer, long instrument, long child, String sha256) {
        trail.record(new AuditEvent(
                signer,
                clock.instant(),
                AuditAct.ISSUED,
                Subject.of(INSTRUMENT, instrument),
                child,
                "",
                Map.of("sha256", sha256)));
    }

    public void voided(Caller caller, long instrument, long child, String why) {
        trail.record(ofPaper(caller, AuditAct.VOID, instrument, child, why, Map.of()));
    }

    /** A roster was written from a workbook. Of each child its own history tells. */
    public void imported(Caller caller, long rosterImport, String fileName, String sha256, int entered, int changed) {
        trail.record(event(
                caller,
                AuditAct.IMPORT,
                Subject.of("import", rosterImport),
                0,
                "",
                Map.of("file", fileName, "sha256", sha256, "entered", entered, "changed", changed)));
    }

    /** Somebody named a child that another office has on its roster, and was told that it is there. */
    public void foundElsewhere(Caller caller, long student) {
        trail.record(ofChild(caller, AuditAct.SEARCH, student, "", "elsewhere"));
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
        trail.record(event(
                caller, AuditAct.ADMIN, Subject.of(kind, id), 0, why, Map.of("what", what, "from", from, "to", to)));
    }

    public void submitted(Caller caller, long draft, long child, String form) {
        trail.record(event(caller, AuditAct.SUBMIT, Subject.of(DRAFT, draft), child, "", Map.of("form", form)));
    }

    public void withdrawn(Caller caller, long draft, long child) {
        trail.record(event(caller, AuditAct.WITHDRAW, Subject.of(DRAFT, draft), child, "", Map.of()));
    }

    public void sentBack(Caller caller, long draft, long child, String why) {
        trail.record(event(caller, AuditAct.SEND_BACK, Subject.of(DRAFT, draft), child, why, Map.of()));
    }

    public void approved(Caller caller, long draft, long child, long instrument) {
        trail.record(
                event(caller, AuditAct.APPROVE, Subject.of(DRAFT, draft), child, "", Map.of("instrument", instrument)));
    }

    /** Another's draft was looked at for approval. Stored when it returns: only then may the picture leave. */
    public void looked(Caller caller, long draft, long child, String what) {
        trail.recordRead(event(caller, AuditAct.PREVIEW, Subject.of(DRAFT, draft), child, "", Map.of("what", what)));
        trail.flush();
    }

    /**
     * The trail or the archive was looked at or checked; all that happened before is stored when it returns.
     *
     * @param child about whom was asked, 0 for none
     */
    public void readTrail(Caller caller, long child, Map<String, ?> question) {
        trail.recordRead(event(caller, AuditAct.READ_TRAIL, Subject.NONE, child, "", question));
        trail.flush();
    }

    private AuditEvent ofChild(Caller caller, AuditAct act, long student, String why, String what) {
        return event(
                caller,
                act,
                Subject.of(STUDENT, student),
                student,
                why,
                what.isEmpty() ? Map.of() : Map.of("what", what));
    }

    private AuditEvent ofPaper(
            Caller caller, AuditAct act, long instrument, long child, String why, Map<String, ?> detail) {
        return event(caller, act, Subject.of(INSTRUMENT, instrument), child, why, detail);
    }

    private AuditEvent event(
            Caller caller, AuditAct act, Subject subject, long child, String why, Map<String, ?> detail) {
        return new AuditEvent(who(caller), clock.instant(), act, subject, child, why, detail);
    }

    /** A caller as the trail remembers it. */
    public static Who who(Caller caller) {
        return new Who(
                caller.account(),
                caller.username(),
                caller.displayName(),
                caller.office(),
                caller.address(),
                caller.role().name());
    }
}
