package org.guixue.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guixue.Sha256;
import org.guixue.store.Identifiers;
import org.junit.jupiter.api.Test;

/** What is committed is linked, in the order of its ids or later, and nothing else. */
class AuditTrailTest extends ChainedTrail {
    @Test
    void linksWhatIsCommittedAndHolds() {
        AuditHead head = twelve();
        assertEquals(new AuditCheck(head, Optional.empty(), 0), check(head));
        transaction(() -> trail.record(event(13)));
        assertEquals(new AuditCheck(head, Optional.empty(), 1), check(head));
        transaction(() -> assertEquals(1, chainer.chain()));
        assertEquals(13, chainer.head().length());
        assertTrue(check(head, chainer.head()).holds());
    }

    @Test
    void forgetsAnEventWhoseTransactionRolledBack() {
        entities.getTransaction().begin();
        trail.record(event(1));
        entities.getTransaction().rollback();
        transaction(() -> assertEquals(0, chainer.chain()));
    }

    /** On Derby the chainer waits for the open transaction, elsewhere it goes past it; nothing is left out on either. */
    @Test
    void linksAnEventThatCommitsAfterALaterOne() throws Exception {
        EntityManager slow = HOUSE.entities();
        slow.getTransaction().begin();
        trail(slow, HOUSE.identifiers()).record(event(1));
        slow.flush();
        transaction(() -> trail.record(event(2)));
        CompletableFuture<Void> chained = CompletableFuture.runAsync(() -> transaction(chainer::chain));
        Thread.sleep(300);
        slow.getTransaction().commit();
        slow.close();
        chained.get(30, TimeUnit.SECONDS);
        transaction(chainer::chain);
        assertEquals(2, chainer.head().length());
        assertEquals(new AuditCheck(chainer.head(), Optional.empty(), 0), check());
    }

    @Test
    void theLastEventIsTheLatestHoweverManyHaveNoLinkYet() {
        twelve();
        assertEquals(Optional.of(event(12).at()), chainer.latest());
        chainer = new Chainer(entities, Clock.systemUTC());
        transaction(() -> IntStream.rangeClosed(13, 620).forEach(i -> trail.record(event(i))));
        assertEquals(Optional.of(event(620).at()), chainer.latest());
    }

    /** As on two nodes: the second one's block lies higher, and what it commits late is older than what is linked. */
    @Test
    void holdsWithTwoAllocatorsOfIds() {
        AuditTrail second = trail(entities, HOUSE.identifiers());
        chainer = new Chainer(entities, Clock.fixed(NOW, ZoneOffset.UTC));
        for (int i = 1; i <= 40; i++) {
            AuditEvent event = event(i / 2);
            AuditTrail one = i % 2 == 0 ? trail : second;
            transaction(() -> one.record(event));
            if (i % 7 == 0) {
                transaction(chainer::chain);
                transaction(chainer::chain);
            }
        }
        transaction(chainer::chain);
        assertEquals(40, chainer.head().length());
        assertEquals(new AuditCheck(chainer.head(), Optional.empty(), 0), check());
    }

    /** The low-water mark goes by time: an id from a block that was taken long ago is linked like any other. */
    @Test
    void linksALowIdAfterHigherOnesWereLinkedLongAgo() {
        Identifiers early = HOUSE.identifiers();
        AuditTrail waiting = trail(entities, early);
        transaction(() -> waiting.record(event(1)));
        transaction(() -> trail.record(event(2)));
        transaction(() -> assertEquals(2, chainer.chain()));
        transaction(() -> assertEquals(0, chainer.chain()));
        AuditEvent now = new AuditEvent(WHO, Instant.now(), AuditAct.SEARCH, AuditSubject.NONE, 0, "", Map.of());
        transaction(() -> waiting.record(now));
        assertTrue(now.id() < identifiers.next("audit_event"), "an id below the newest");
        transaction(() -> assertEquals(1, chainer.chain()));
        assertEquals(3, chainer.head().length());
    }

    @Test
    void keepsReadsUntilTheyAreFlushed() {
        trail.recordRead(event(1));
        trail.recordRead(event(2));
        assertEquals(0, check().unchained());
        entities.getTransaction().begin();
        assertThrows(RuntimeException.class, trail::flush, "this entity manager has no second transaction");
        entities.getTransaction().rollback();
        trail.flush();
        assertEquals(2, check().unchained());
        trail.flush();
        assertEquals(2, check().unchained());
    }

    @Test
    void cutsWhatAStrangerTyped() {
        Who who = Who.stranger("a\u0000b" + "𠮷".repeat(80), "x");
        assertEquals(99, who.username().length());
        assertTrue(who.username().startsWith("a b𠮷"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AuditEvent(
                        who, NOW, AuditAct.SEARCH, AuditSubject.NONE, 0, "", Map.of("q", "x".repeat(3000))));
        assertEquals(64, AuditHead.NONE.head().hex().length());
        assertEquals(new Sha256("0".repeat(64)), AuditHead.NONE.head());
    }
}
