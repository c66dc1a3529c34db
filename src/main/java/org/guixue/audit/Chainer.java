package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Among so many of the newest links is the latest event: links are made every second in the order of time. */
    private static final long NEWEST = 100L;

    /** Earlier than any event, and a time that every database knows. */
    private static final LocalDateTime EVER = LocalDateTime.of(1, 1, 1, 0, 0);

    private final EntityManager entities;
    private final Clock clock;
    private volatile LocalDateTime linkedBefore = EVER;

    @Inject
    public Chainer(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Links up to 500 committed events that have no link, in the order of their times.
     *
     * @return how many; call again at once while it is 500
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public synchronized int chain() {
        LocalDateTime settled = LocalDateTime.ofInstant(clock.instant().minus(ChainWalk.LATEST_COMMIT), ZoneOffset.UTC);
        List<AuditEvent> events = unlinked(linkedBefore, Long.MIN_VALUE);
        AuditHead head = head();
        for (AuditEvent event : events) {
            AuditLink link = new AuditLink(head, event);
            entities.persist(link);
            head = link.head();
        }
        entities.flush();
        if (events.isEmpty()) {
            // no transaction can still bring an earlier one, so those before need not be looked at again
            linkedBefore = settled;
        }
        return events.size();
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
     * When the last event happened: the latest of the newest links, back to where the clock was accepted, and of what has no
     * link and is later. Reads no more however long the trail is.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Instant> latest() {
        List<AuditEvent> newest = new ArrayList<>(entities.createQuery(
                        "select e from AuditLink l, AuditEvent e where e.id = l.eventId"
                                + " and l.number > (select max(m.number) from AuditLink m) - :newest order by l.number desc",
                        AuditEvent.class)
                .setParameter("newest", NEWEST)
                .getResultList());
        Optional<AuditEvent> accepted = newest.stream()
                .filter(event -> event.act() == AuditAct.CLOCK_ACCEPTED)
                .findFirst();
        accepted.ifPresent(event ->
                newest.subList(newest.indexOf(event) + 1, newest.size()).clear());
        Optional<Instant> linked = newest.stream().map(AuditEvent::at).max(Comparator.naturalOrder());
        return latestUnlinked(linked).or(() -> linked);
    }

    private Optional<Instant> latestUnlinked(Optional<Instant> after) {
        return entities.createQuery(
                        "select e from AuditEvent e where e.happenedAt > :after"
                                + " and not exists (select l.number from AuditLink l where l.eventId = e.id)"
                                + " order by e.happenedAt desc, e.id desc",
                        AuditEvent.class)
                .setParameter(
                        "after",
                        after.map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                                .orElse(EVER))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AuditEvent::at);
    }

    /** The last time that the clock was accepted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<AcceptedTime> accepted() {
        return entities.createQuery(
                        "select e from AuditEvent e where e.act = :accepted order by e.happenedAt desc",
                        AuditEvent.class)
                .setParameter("accepted", AuditAct.CLOCK_ACCEPTED.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(event -> new AcceptedTime(
                        event.at(), Instant.parse(event.subject().id())));
    }

    /**
     * Reads the whole trail and holds the chain.
     *
     * @param known heads that were kept outside the database
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public synchronized AuditCheck check(List<AuditHead> known) {
        linkedBefore = EVER;
        ChainWalk walk = new ChainWalk(known);
        List<AuditLink> page = page(Long.MIN_VALUE);
        while (walk.goesOn() && !page.isEmpty()) {
            Map<Long, AuditEvent> events = events(page);
            page.forEach(link -> walk.next(link, Optional.ofNullable(events.get(link.eventId()))));
            page = page(page.get(page.size() - 1).number());
        }
        long unchained = 0;
        List<AuditEvent> rest = unlinked(EVER, Long.MIN_VALUE);
        while (!rest.isEmpty()) {
            unchained += rest.size();
            rest.forEach(walk::unlinked);
            AuditEvent last = rest.get(rest.size() - 1);
            rest = unlinked(LocalDateTime.ofInstant(last.at(), ZoneOffset.UTC), last.id());
        }
        return new AuditCheck(walk.head(), walk.end(), unchained);
    }

    /**
     * Holds the next links after one that was walked to, up to 500; after something odd the next walk goes on behind it.
     *
     * @param known heads that were kept outside the database
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public TrailStretch stretch(AuditHead from, Instant latest, List<AuditHead> known) {
        Map<Long, AuditHead> each = new HashMap<>();
        known.forEach(head -> each.putIfAbsent(head.length(), head));
        Optional<Oddity> disagreeing = new ChainWalk(from, latest, known).found(false);
        ChainWalk walk = new ChainWalk(from, latest, List.copyOf(each.values()));
        List<AuditLink> page = page(from.length());
        Map<Long, AuditEvent> events = page.isEmpty() ? Map.of() : events(page);
        Optional<AuditHead> behind = Optional.empty();
        for (AuditLink link : page) {
            if (walk.goesOn()) {
                walk.next(link, Optional.ofNullable(events.get(link.eventId())));
                behind = walk.goesOn() ? Optional.empty() : Optional.of(link.written());
            }
        }
        boolean end = walk.goesOn() && page.size() < PAGE;
        return new TrailStretch(
                behind.orElse(walk.head()), walk.latest(), walk.found(end).or(() -> disagreeing), end);
    }

    /** As values and not as entities: what was tampered with may be no entity any more, such as a link with the number 0. */
    private List<AuditLink> page(long after) {
        entities.clear();
        return entities.createQuery(
                        "select l.number, l.eventId, l.eventHash, l.previousHash, l.linkHash from AuditLink l"
                                + " where l.number > :after order by l.number",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultStream()
                .map(row ->
                        new AuditLink((long) row[0], (long) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    private Map<Long, AuditEvent> events(List<AuditLink> links) {
        Map<Long, AuditEvent> events = new HashMap<>();
        entities.createQuery("select e from AuditEvent e where e.id in :ids", AuditEvent.class)
                .setParameter("ids", links.stream().map(AuditLink::eventId).toList())
                .getResultStream()
                .forEach(event -> events.put(event.id(), event));
        return events;
    }

    /** Those of that time with a higher id, and those of later times. */
    private List<AuditEvent> unlinked(LocalDateTime from, long after) {
        return entities.createQuery(
                        "select e from AuditEvent e where e.happenedAt >= :from and (e.happenedAt > :from or e.id > :after)"
                                + " and not exists (select l.number from AuditLink l where l.eventId = e.id)"
                                + " order by e.happenedAt, e.id",
                        AuditEvent.class)
                .setParameter("from", from)
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList();
    }
}
