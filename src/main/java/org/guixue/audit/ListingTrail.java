package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.access.Caller;
import org.guixue.identity.Mask;

/**
 * What was looked for, listed, taken out and taken in, many at once. Acts that change something join the transaction that is open; those that let a sealed file or a whole ID out are
 * stored before they return.
 */
@ApplicationScoped
public class ListingTrail {
    private static final int LONGEST_QUERY = 200;

    private final AuditTrail trail;
    private final Clock clock;

    protected ListingTrail() {
        this(new AuditTrail(), Clock.systemUTC());
    }

    @Inject
    public ListingTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** A listing or search among {@code kind}; IDs in what was typed are not kept. */
    public void searched(Caller caller, String kind, String q, long total) {
        String kept = withoutIds(q);
        trail.recordRead(
                by(caller, AuditAct.SEARCH, AuditSubject.NONE, 0, "", Map.of("kind", kind, "q", kept, "total", total)));
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
            trail.recordRead(by(caller, AuditAct.UNMASK, AuditSubject.NONE, 0, why, detail));
        }
        trail.recordRead(by(caller, AuditAct.EXPORT, AuditSubject.NONE, 0, why, detail));
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
        trail.record(by(caller, AuditAct.IMPORT, AuditSubject.NONE, 0, "", detail));
    }

    /** A roster was written from a workbook. Of each child its own history tells. */
    public void imported(Caller caller, long rosterImport, String fileName, String sha256, int entered, int changed) {
        trail.record(event(
                caller,
                AuditAct.IMPORT,
                AuditSubject.of("import", rosterImport),
                0,
                "",
                Map.of("file", fileName, "sha256", sha256, "entered", entered, "changed", changed)));
    }

    private AuditEvent by(
            Caller caller, AuditAct act, AuditSubject subject, long child, String why, Map<String, ?> detail) {
        return new AuditEvent(Who.of(caller), clock.instant(), act, subject, child, why, detail);
    }
}
