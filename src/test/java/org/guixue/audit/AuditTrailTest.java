package org.guixue.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guixue.Sha256;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03.004005006Z");
    private static final Who WHO = new Who(17, "clerk", "王老师", 4, "127.0.0.1", "CLERK");

    private static HouseDatabase house;
    private Identifiers identifiers;
    private EntityManager entities;
    private AuditTrail trail;
    private Chainer chainer;

    @BeforeAll
    static void migrate() {
        house = HouseDatabase.inMemory();
    }

    @AfterAll
    static void drop() {
        house.close();
    }

    @BeforeEach
    void empty() {
        house.execute(
                "delete from audit_link",
                "delete from audit_event",
                "update identifier set last_id = 0 where table_name = 'audit_event'");
        identifiers = house.identifiers();
        entities = house.entities();
        trail = trail(entities, identifiers);
        chainer = new Chainer(entities, Clock.systemUTC());
    }

    private static AuditTrail trail(EntityManager entities, Identifiers identifiers) {
        return new AuditTrail(
                entities, identifiers, new AuditWriter(entities, HouseDatabase.transactions(entities), identifiers));
    }

    @AfterEach
    void close() {
        entities.close();
    }

    private void transaction(Runnable work) {
        entities.getTransaction().begin();
        work.run();
        entities.getTransaction().commit();
        entities.clear();
    }

    private static AuditEvent event(int i) {
        return new AuditEvent(
                WHO,
                NOW.plusSeconds(i * 4000L),
                AuditAct.UNMASK,
                AuditSubject.of("student", i),
                i,
                "核对𠮷证件",
                Map.of("n", i, "a", "b"));
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = house.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                assertTrue(statement.executeUpdate(each) > 0, each);
            }
        }
    }

    /** Twelve events under links 1 to 12. */
    private AuditHead twelve() {
        transaction(() -> {
            for (int i = 1; i <= 12; i++) {
                trail.record(event(i));
                entities.flush();
            }
        });
        transaction(() -> assertEquals(12, chainer.chain()));
        transaction(() -> assertEquals(0, chainer.chain()));
        return chainer.head();
    }

    private AuditCheck check(AuditHead... known) {
        List<AuditCheck> result = new ArrayList<>();
        transaction(() -> result.add(chainer.check(List.of(known))));
        return result.get(0);
    }

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
        EntityManager slow = house.entities();
        slow.getTransaction().begin();
        trail(slow, house.identifiers()).record(event(1));
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
        AuditTrail second = trail(entities, house.identifiers());
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
        Identifiers early = house.identifiers();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set why = '' where id = 5",
                "update audit_event set username = 'clerk2' where id = 1",
                "update audit_event set account = 18 where id = 12",
                "update audit_event set display_name = '' where id = 6",
                "update audit_event set office = 5 where id = 6",
                "update audit_event set address = '::1' where id = 6",
                "update audit_event set happened_at = timestamp('2026-11-22 01:02:03.005') where id = 6",
                "update audit_event set act = 'SEARCH' where id = 6",
                "update audit_event set act = 'no such act' where id = 6",
                "update audit_event set child = 7 where id = 6",
                "update audit_event set child = 0 where id = 6",
                "update audit_event set actor_role = '' where id = 6",
                "update audit_event set child = 0, actor_role = '' where id = 6",
                "insert into audit_link values (-5, 99, 'x', 'x', 'x')",
                "insert into audit_link values (0, 99, 'x', 'x', 'x')",
                "update audit_event set subject_kind = 'case' where id = 6",
                "update audit_event set subject_id = 'x' where id = 6",
                "update audit_event set detail = '{}' where id = 6",
                "delete from audit_event where id = 4",
                "delete from audit_event where id = 12",
                "delete from audit_link where number = 4",
                "delete from audit_link where number = 1",
                "delete from audit_link where number > 9",
                "delete from audit_link",
                "update audit_link set number = number + 1 where number > 11",
                "update audit_link set number = number + 100 where number > 3",
                "update audit_link set event_hash = previous_hash where number = 3",
                "update audit_link set link_hash = previous_hash where number = 12",
                "delete from audit_event where id = 7; delete from audit_link where number = 7",
                "delete from audit_event where id > 9; delete from audit_link where number > 9",
                "update audit_link set number = 99 where number = 3; update audit_link set number = 3 where number = 4;"
                        + " update audit_link set number = 4 where number = 99",
                "insert into audit_link select 13, 99, event_hash, previous_hash, link_hash from audit_link"
                        + " where number = 12",
            })
    void namesTampering(String statements) throws SQLException {
        AuditHead head = twelve();
        sql(statements.split("; ?"));
        AuditCheck check = check(head);
        assertFalse(check.holds(), statements);
        assertTrue(
                check.firstOdd().orElseThrow().sentence().startsWith("第"),
                check.firstOdd().orElseThrow().sentence());
    }

    @Test
    void namesATrailThatWasRewrittenWhole() throws SQLException {
        AuditHead head = twelve();
        sql("delete from audit_link", "update audit_event set why = 'x' where id = 3");
        chainer = new Chainer(entities, Clock.systemUTC());
        transaction(() -> assertEquals(12, chainer.chain()));
        assertTrue(check().holds(), "the chain alone can not know");
        Oddity odd = check(head).firstOdd().orElseThrow();
        assertEquals(Oddity.Kind.NOT_AS_KNOWN, odd.kind());
        assertEquals(12, odd.link());
        assertTrue(odd.sentence().startsWith("第12条（事件12，2026-11-22 22:22:03）"), odd.sentence());
    }

    @Test
    void namesAnEventThatWasSlippedInWithAnOldDate() throws SQLException {
        AuditHead head = twelve();
        sql(
                "insert into audit_event (id, account, username, display_name, office, address, happened_at, act, subject_kind,"
                        + " subject_id, why, detail) values (999, 1, 'a', 'a', 1, '', timestamp('2020-01-01 00:00:00'), 'SEARCH', '',"
                        + " '', '', '{}')");
        assertEquals(
                Oddity.Kind.OUT_OF_TIME, check(head).firstOdd().orElseThrow().kind(), "before it is linked");
        transaction(() -> assertEquals(1, chainer.chain()));
        Oddity odd = check(head).firstOdd().orElseThrow();
        assertEquals(Oddity.Kind.OUT_OF_TIME, odd.kind());
        assertEquals(13, odd.link());
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
