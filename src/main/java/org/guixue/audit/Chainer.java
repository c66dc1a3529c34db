package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guixue.Sha256;

/**
 * Links committed events into one chain, in an order and under numbers of its own, so that no request waits for another.
 *
 * <p>{@link #chain} is called every second. Two callers at once, on two nodes even, do no harm: the numbers are unique, so
 * one of them fails, rolls back and finds its events linked the next time. On Derby it waits for transactions that hold an
 * event of theirs back, and fails after the lock timeout; they never wait for it.
 *
 * <p>The chain alone shows an edit, a deletion, an insertion and a change of order. Links that were taken off its end show
 * against heads that were kept elsewhere (the archive's daily files).
 */
@ApplicationScoped
public class Chainer {
    private static final int PAGE = 500;
    /** No transaction that stores an event lasts longer; should one, {@link #check} finds its events. */
    private static final Duration LATEST_COMMIT = Duration.ofHours(1);

    @PersistenceContext(unitName = "guixue")
    private EntityManager entities;

    private final Clock clock;
    private long linkedUpTo;

    protected Chainer() {
        this.clock = Clock.systemUTC();
    }

    Chainer(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Links up to 500 committed events that have no link, in the order of their ids.
     *
     * @return how many; call again at once while it is 500
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public synchronized int chain() {
        List<AuditEvent> events = entities.createQuery(
                        "select e from AuditEvent e where e.id > :from"
                                + " and not exists (select l.number from AuditLink l where l.eventId = e.id) order by e.id",
                        AuditEvent.class)
                .setParameter("from", linkedUpTo)
                .setMaxResults(PAGE)
                .getResultList();
        AuditHead head = head();
        for (AuditEvent event : events) {
            AuditLink link = new AuditLink(head, event);
            entities.persist(link);
            head = link.head();
        }
        entities.flush();
        if (events.isEmpty()) {
            moveOn();
        }
        return events.size();
    }

    /** Events so old that no transaction can still bring one with a lower id need not be looked at again. */
    private void moveOn() {
        LocalDateTime before = LocalDateTime.ofInstant(clock.instant().minus(LATEST_COMMIT), ZoneOffset.UTC);
        Long highest = entities.createQuery(
                        "select max(e.id) from AuditEvent e where e.id > :from and e.happenedAt < :before", Long.class)
                .setParameter("from", linkedUpTo)
                .setParameter("before", before)
                .getSingleResult();
        if (highest != null) {
            linkedUpTo = highest;
        }
    }

    /** The chain's head, for the archive's daily file. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public AuditHead head() {
        return entities.createQuery("select l from AuditLink l order by l.number desc", AuditLink.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AuditLink::head)
                .orElse(AuditHead.NONE);
    }

    /**
     * Reads the whole trail and holds the chain.
     *
     * @param known heads that were kept outside the database
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public synchronized AuditCheck check(List<AuditHead> known) {
        linkedUpTo = 0;
        Map<Long, Sha256> kept = new HashMap<>();
        String odd = "";
        for (AuditHead each : known) {
            Sha256 other = kept.putIfAbsent(each.length(), each.head());
            if (other != null && !other.equals(each.head())) {
                odd = "two different heads are known for link " + each.length();
            }
        }
        AuditHead head = AuditHead.NONE;
        Instant latest = Instant.EPOCH;
        long backdated = 0;
        List<AuditLink> page = page(head);
        while (odd.isEmpty() && !page.isEmpty()) {
            Map<Long, AuditEvent> events = events(page);
            for (AuditLink link : page) {
                odd = oddity(link, head, events, kept);
                if (!odd.isEmpty()) {
                    break;
                }
                head = link.head();
                Instant at = event(events, link).at();
                backdated += at.isBefore(latest.minus(LATEST_COMMIT)) ? 1 : 0;
                latest = at.isAfter(latest) ? at : latest;
            }
            page = page(head);
        }
        long longest = kept.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        if (odd.isEmpty() && longest > head.length()) {
            odd = "the chain has " + head.length() + " links and was known with " + longest;
        }
        return new AuditCheck(head, odd, unchained(), backdated);
    }

    private static String oddity(AuditLink link, AuditHead head, Map<Long, AuditEvent> events, Map<Long, Sha256> kept) {
        String which = "link " + (head.length() + 1);
        if (!link.follows(head)) {
            return which + " does not follow the link before it";
        }
        if (!events.containsKey(link.eventId())) {
            return which + ": event " + link.eventId() + " is gone";
        }
        if (!link.fits(event(events, link))) {
            return which + ": event " + link.eventId() + " was changed";
        }
        if (!kept.getOrDefault(link.number(), link.head().head())
                .equals(link.head().head())) {
            return which + " is not the one that was known";
        }
        return "";
    }

    private static AuditEvent event(Map<Long, AuditEvent> events, AuditLink link) {
        return Objects.requireNonNull(events.get(link.eventId()));
    }

    private List<AuditLink> page(AuditHead after) {
        entities.clear();
        return entities.createQuery(
                        "select l from AuditLink l where l.number > :after order by l.number", AuditLink.class)
                .setParameter("after", after.length())
                .setMaxResults(PAGE)
                .getResultList();
    }

    private Map<Long, AuditEvent> events(List<AuditLink> links) {
        Map<Long, AuditEvent> events = new HashMap<>();
        entities.createQuery("select e from AuditEvent e where e.id in :ids", AuditEvent.class)
                .setParameter("ids", links.stream().map(AuditLink::eventId).toList())
                .getResultStream()
                .forEach(event -> events.put(event.id(), event));
        return events;
    }

    private long unchained() {
        return entities.createQuery(
                        "select count(e) from AuditEvent e"
                                + " where not exists (select l.number from AuditLink l where l.eventId = e.id)",
                        Long.class)
                .getSingleResult();
    }
}
