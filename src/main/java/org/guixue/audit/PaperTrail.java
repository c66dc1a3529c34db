package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.access.Caller;

/**
 * What was done with a paper, from its preview to its voiding, and with the pictures on it. Acts that change something join the transaction that is open; those that let a sealed file or a whole ID out are
 * stored before they return.
 */
@ApplicationScoped
public class PaperTrail {
    /** What is read of a paper within this time by the one who has just opened it belongs to that opening. */
    private static final Duration ONE_OPENING = Duration.ofMinutes(2);

    private static final int REMEMBERED = 2000;

    private final AuditTrail trail;
    private final Clock clock;
    private final Map<String, Instant> openings = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Inject
    public PaperTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stored when it returns: a preview shows whole IDs.
     *
     * @param student 0 where the paper is about no child
     */
    public void previewed(Caller caller, long student, String form) {
        trail.recordRead(
                student == 0
                        ? by(caller, AuditAct.PREVIEW, AuditSubject.NONE, 0, "", Map.of("what", form))
                        : ofChild(caller, AuditAct.PREVIEW, student, "", form));
        trail.flush();
    }

    /**
     * The page of an instrument, or what was filled in, with masked IDs. One event for one opening: the values and pictures
     * on its page are part of it.
     *
     * @param child id of the child that it is about, here and below; 0 for none
     */
    public void read(Caller caller, long instrument, long child, String what) {
        if (!what.isEmpty() && partOfOpening(caller, "instrument " + instrument)) {
            return;
        }
        opening(caller, "instrument " + instrument);
        trail.recordRead(ofPaper(caller, AuditAct.READ_INSTRUMENT, instrument, child, "", Map.of("what", what)));
    }

    /** The small pictures of a child's papers, many on one page: one opening. Stored when it returns. */
    public void leafed(Caller caller, long child) {
        if (!partOfOpening(caller, "papers of " + child)) {
            opening(caller, "papers of " + child);
            trail.recordRead(ofChild(caller, AuditAct.READ_STUDENT, child, "", "papers"));
        }
        trail.flush();
    }

    private boolean partOfOpening(Caller caller, String subject) {
        Instant since = openings.get(caller.username() + ' ' + subject);
        return since != null && clock.instant().isBefore(since.plus(ONE_OPENING));
    }

    private void opening(Caller caller, String subject) {
        openings.put(caller.username() + ' ' + subject, clock.instant());
    }

    /** Stored when it returns: only then may the values leave. */
    public void unmasked(Caller caller, long instrument, long child, String why) {
        trail.recordRead(ofPaper(caller, AuditAct.UNMASK, instrument, child, why, Map.of()));
        trail.flush();
    }

    /** Stored when it returns: only then may a page's picture leave. */
    public void opened(Caller caller, long instrument, long child, String what) {
        read(caller, instrument, child, what);
        trail.flush();
    }

    /** Stored when it returns: only then may the file leave. */
    public void downloaded(Caller caller, long instrument, long child, String what) {
        trail.recordRead(ofPaper(caller, AuditAct.DOWNLOAD, instrument, child, "", Map.of("what", what)));
        trail.flush();
    }

    /** Stored when it returns: somebody pressed 打印. */
    public void printed(Caller caller, long instrument, long child) {
        printedAll(caller, Map.of(instrument, child));
    }

    /** @param children whom each paper is about, by the paper; 0 for nobody */
    public void printedAll(Caller caller, Map<Long, Long> children) {
        children.forEach((instrument, child) ->
                trail.recordRead(ofPaper(caller, AuditAct.PRINT, instrument, child, "", Map.of())));
        trail.flush();
    }

    /** A picture was uploaded. */
    public void tookPhoto(Caller caller, String photo) {
        trail.record(by(caller, AuditAct.CREATE, new AuditSubject("photo", photo), 0, "", Map.of()));
    }

    /** Stored when it returns: only then may the picture leave. */
    public void openedPhoto(Caller caller, String photo) {
        trail.recordRead(by(caller, AuditAct.DOWNLOAD, new AuditSubject("photo", photo), 0, "", Map.of()));
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
                AuditSubject.of("instrument", instrument),
                child,
                "",
                Map.of("sha256", sha256)));
    }

    /** @param outcome its code */
    public void delivered(Caller caller, long instrument, long child, String outcome, LocalDate on) {
        trail.record(ofPaper(
                caller, AuditAct.DELIVER, instrument, child, "", Map.of("outcome", outcome, "on", on.toString())));
    }

    /** A returned copy was filed. */
    public void returned(Caller caller, long instrument, long child, int copy) {
        trail.record(ofPaper(caller, AuditAct.SCAN, instrument, child, "", Map.of("copy", Integer.toString(copy))));
    }

    /** A returned copy turned out to be another paper's. */
    public void withdrew(Caller caller, long instrument, long child, int copy, String why) {
        trail.record(ofPaper(
                caller,
                AuditAct.SCAN,
                instrument,
                child,
                why,
                Map.of("copy", Integer.toString(copy), "withdrawn", "true")));
    }

    /** Somebody says what the returned copy lacks, or that nothing is missing. */
    public void lookedThrough(Caller caller, long instrument, long child, int copy, String found) {
        trail.record(ofPaper(
                caller,
                AuditAct.SCAN,
                instrument,
                child,
                "",
                Map.of("copy", Integer.toString(copy), "signatures", found)));
    }

    /**
     * Its paper original was put into a box, moved or taken out.
     *
     * @param where {@code box} and {@code shelf} where it lies now, {@code fromBox} and {@code fromShelf} where it lay
     */
    public void shelved(Caller caller, long instrument, long child, String why, Map<String, String> where) {
        trail.record(ofPaper(caller, AuditAct.SHELVE, instrument, child, why, where));
    }

    /** Stored when it returns: only then may the picture of a sheet leave. */
    public void sawSheet(Caller caller, long pile, int sheet) {
        if (!partOfOpening(caller, "pile " + pile)) {
            opening(caller, "pile " + pile);
            trail.recordRead(by(
                    caller,
                    AuditAct.DOWNLOAD,
                    AuditSubject.of("pile", pile),
                    0,
                    "",
                    Map.of("sheet", Integer.toString(sheet))));
        }
        trail.flush();
    }

    /** A sheet of a pile is kept nowhere. */
    public void discarded(Caller caller, long pile, int sheet, String why) {
        trail.record(by(
                caller,
                AuditAct.SCAN,
                AuditSubject.of("pile", pile),
                0,
                why,
                Map.of("discarded", Integer.toString(sheet))));
    }

    public void voided(Caller caller, long instrument, long child, String why) {
        trail.record(ofPaper(caller, AuditAct.VOID, instrument, child, why, Map.of()));
    }

    /** The named signatory stands against it. */
    public void objected(Caller caller, long instrument, long child, String why) {
        trail.record(ofPaper(caller, AuditAct.OBJECT, instrument, child, why, Map.of()));
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

    private AuditEvent ofPaper(
            Caller caller, AuditAct act, long instrument, long child, String why, Map<String, ?> detail) {
        return by(caller, act, AuditSubject.of("instrument", instrument), child, why, detail);
    }

    private AuditEvent by(
            Caller caller, AuditAct act, AuditSubject subject, long child, String why, Map<String, ?> detail) {
        return new AuditEvent(Who.of(caller), clock.instant(), act, subject, child, why, detail);
    }
}
