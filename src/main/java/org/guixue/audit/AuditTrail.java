package org.guixue.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.guixue.store.Identifiers;

/**
 * The trail of who did what. An event of a write lives and dies with the write's transaction; an event of a read waits up
 * to a second in memory for the next {@link #flush}.
 *
 * <p>Whoever lets a sealed file or a full ID out calls {@link #flush} first, and lets nothing out when that fails. A kill
 * loses at most the reads of the last second, and none of those. Safe for many threads.
 */
@ApplicationScoped
public class AuditTrail {
    private static final int MAX_WAITING = 1000;

    private final EntityManager entities;
    private final Identifiers identifiers;
    private final AuditWriter writer;
    private final Deque<AuditEvent> waiting = new ArrayDeque<>();

    @Inject
    public AuditTrail(EntityManager entities, Identifiers identifiers, AuditWriter writer) {
        this.entities = entities;
        this.identifiers = identifiers;
        this.writer = writer;
    }

    /** Stores an event within the current transaction, or in one of its own when there is none. */
    @Transactional
    public void record(AuditEvent event) {
        event.identify(identifiers.next(AuditEvent.TABLE));
        entities.persist(event);
    }

    /** Stores many events of one act as {@link #record} stores one. */
    @Transactional
    public void recordAll(List<AuditEvent> events) {
        writer.writeAll(events);
    }

    /** Keeps the event of a read for the next flush; does not wait for the database unless a thousand wait already. */
    public void recordRead(AuditEvent event) {
        boolean full;
        synchronized (waiting) {
            waiting.add(event);
            full = waiting.size() >= MAX_WAITING;
        }
        if (full) {
            flush();
        }
    }

    /**
     * Stores all events of reads in a transaction of its own; call it every second too. When it fails they stay, for the
     * next call.
     */
    public synchronized void flush() {
        List<AuditEvent> events;
        synchronized (waiting) {
            events = new ArrayList<>(waiting);
        }
        if (events.isEmpty()) {
            return;
        }
        writer.write(events);
        synchronized (waiting) {
            events.forEach(event -> waiting.removeFirst());
        }
    }
}
