package org.guixue.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.audit.Oddity.Kind;

/**
 * Walks along the chain from its first link and stops at the first that does not fit. For one thread.
 *
 * <p>The links alone show an event that was changed or removed and a link that was changed, removed, inserted or moved.
 * Heads that were kept elsewhere show a chain that was cut off or rewritten whole. An event that was slipped in before the
 * chainer came shows by its time alone: one that says to be younger than the newest link cannot be told from a true one.
 * Time may step back at a {@link AuditAct#CLOCK_ACCEPTED} and nowhere else.
 */
final class ChainWalk {
    /** No transaction that stores an event lasts longer. */
    static final Duration LATEST_COMMIT = Duration.ofHours(1);

    private final Map<Long, Sha256> known = new HashMap<>();
    private AuditHead head;
    private Instant latest;
    private Optional<Oddity> odd = Optional.empty();
    private Optional<Oddity> outOfTime = Optional.empty();

    /** @param heads that were kept outside the database */
    ChainWalk(List<AuditHead> heads) {
        this(AuditHead.NONE, Instant.MIN, heads);
    }

    /**
     * Goes on after a link that was walked to before.
     *
     * @param latest the time of the youngest event up to there
     */
    ChainWalk(AuditHead from, Instant latest, List<AuditHead> heads) {
        this.head = from;
        this.latest = latest;
        for (AuditHead each : heads) {
            Sha256 other = known.putIfAbsent(each.length(), each.head());
            if (other != null && !other.equals(each.head())) {
                odd = Optional.of(new Oddity(Kind.HEADS_DISAGREE, each.length(), 0, Optional.empty()));
            }
        }
    }

    /** Whether going on makes sense. */
    boolean goesOn() {
        return odd.isEmpty();
    }

    AuditHead head() {
        return head;
    }

    Instant latest() {
        return latest;
    }

    /** The next link in the order of their numbers, with its event where there is one. */
    void next(AuditLink link, Optional<AuditEvent> event) {
        if (goesOn()) {
            odd = oddity(link, event);
            if (goesOn()) {
                head = link.head();
                event.ifPresent(found -> timed(found, head.length()));
            }
        }
    }

    private Optional<Oddity> oddity(AuditLink link, Optional<AuditEvent> event) {
        long expected = head.length() + 1;
        if (!link.follows(head)) {
            return Optional.of(event.map(found -> Oddity.at(Kind.LINK_BROKEN, expected, found))
                    .orElseGet(() -> new Oddity(Kind.LINK_BROKEN, expected, link.eventId(), Optional.empty())));
        }
        if (event.isEmpty()) {
            return Optional.of(new Oddity(Kind.EVENT_GONE, expected, link.eventId(), Optional.empty()));
        }
        if (!link.fits(event.get())) {
            return Optional.of(Oddity.at(Kind.EVENT_CHANGED, expected, event.get()));
        }
        Sha256 seen = link.head().head();
        return known.getOrDefault(expected, seen).equals(seen)
                ? Optional.empty()
                : Optional.of(Oddity.at(Kind.NOT_AS_KNOWN, expected, event.get()));
    }

    private void timed(AuditEvent event, long link) {
        Instant at = event.at();
        if (event.act() != AuditAct.CLOCK_ACCEPTED
                && outOfTime.isEmpty()
                && !latest.equals(Instant.MIN)
                && at.isBefore(latest.minus(LATEST_COMMIT))) {
            outOfTime = Optional.of(Oddity.at(Kind.OUT_OF_TIME, link, event));
        }
        latest = event.act() == AuditAct.CLOCK_ACCEPTED || at.isAfter(latest) ? at : latest;
    }

    /** An event that has no link yet. */
    void unlinked(AuditEvent event) {
        timed(event, 0);
    }

    /** What a part of a walk found first, to the end of the links or not. */
    Optional<Oddity> found(boolean toTheEnd) {
        return toTheEnd ? end() : odd.or(() -> outOfTime);
    }

    /** What a walk to the end of the links found first; something odd in the chain goes before something out of time. */
    Optional<Oddity> end() {
        long longest = known.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        if (odd.isEmpty() && longest > head.length()) {
            odd = Optional.of(new Oddity(Kind.CUT_OFF, head.length() + 1, 0, Optional.empty()));
        }
        return odd.or(() -> outOfTime);
    }
}
