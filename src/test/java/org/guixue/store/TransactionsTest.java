package org.guixue.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real Derby. */
class TransactionsTest {
    private static HouseDatabase house;
    private EntityManager entities;
    private Transactions transactions;
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeAll
    static void migrate() {
        house = HouseDatabase.inMemory();
    }

    @AfterAll
    static void drop() {
        house.close();
    }

    @BeforeEach
    void open() {
        house.execute(
                "delete from counter", "insert into counter values ('a', 0)", "insert into counter values ('b', 0)");
        entities = house.entities();
        transactions = HouseDatabase.transactions(entities);
    }

    @AfterEach
    void close() {
        entities.close();
    }

    private static void raise(EntityManager entities, String name) {
        entities.createNativeQuery("update counter set last_number = last_number + 1 where name = ?")
                .setParameter(1, name)
                .executeUpdate();
    }

    private long number(String name) {
        entities.clear();
        return ((Number) entities.createNativeQuery("select last_number from counter where name = ?")
                        .setParameter(1, name)
                        .getSingleResult())
                .longValue();
    }

    /** Each holds one row and asks for the other's: Derby lets one of them fail, and it comes again. */
    @Test
    void repeatTheOneOfTwoThatADeadlockEnds() throws Exception {
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> crossing("a", "b", bothHoldOne));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> crossing("b", "a", bothHoldOne));
        CompletableFuture.allOf(one, other).get(60, TimeUnit.SECONDS);
        assertEquals(3, tries.get(), "one of the two came a second time");
        assertEquals(2, number("a"));
        assertEquals(2, number("b"));
    }

    private void crossing(String first, String second, CountDownLatch bothHoldOne) {
        EntityManager own = house.entities();
        try {
            HouseDatabase.transactions(own).perform(() -> {
                tries.incrementAndGet();
                raise(own, first);
                bothHoldOne.countDown();
                await(bothHoldOne);
                raise(own, second);
            });
        } finally {
            own.close();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doNotRepeatWhatFailsOtherwise() {
        RuntimeException fault = new IllegalStateException("no");
        RuntimeException thrown = assertThrows(
                IllegalStateException.class,
                () -> transactions.perform(() -> {
                    tries.incrementAndGet();
                    raise(entities, "a");
                    throw fault;
                }));
        assertEquals(fault, thrown);
        assertEquals(1, tries.get());
        assertEquals(0, number("a"));
    }

    @Test
    void doNotRepeatWhatTheDatabaseRefusesForItself() {
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> {
                    tries.incrementAndGet();
                    entities.createNativeQuery("update counter set last_number = null where name = 'a'")
                            .executeUpdate();
                }));
        assertEquals(1, tries.get());
    }

    /** The second try sees the row of the one who was quicker. */
    @Test
    void repeatOnceWhereAnotherHasWrittenTheSameKey() {
        transactions.perform(() -> {
            boolean seen = tries.incrementAndGet() > 1;
            if (!seen) {
                entities.persist(new Counter("a"));
            }
        });
        assertEquals(2, tries.get());
        tries.set(0);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> {
                    tries.incrementAndGet();
                    entities.persist(new Counter("a"));
                }));
        assertEquals(2, tries.get(), "the same key for ever is no contention");
    }

    @Test
    void refuseWhatClashesAgainAndAgain() {
        Refused refused = assertThrows(
                Refused.class,
                () -> transactions.perform(() -> {
                    tries.incrementAndGet();
                    throw new jakarta.persistence.OptimisticLockException("again");
                }));
        assertEquals(Refused.Reason.CONFLICT, refused.reason());
        assertEquals(5, tries.get());
    }

    @Test
    void joinTheOpenTransactionAndDoomIt() {
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> {
                    raise(entities, "a");
                    assertThrows(
                            IllegalStateException.class,
                            () -> transactions.perform(() -> {
                                throw new IllegalStateException("within");
                            }));
                }));
        assertEquals(0, number("a"), "what swallowed the fault within does not commit");
    }

    @Test
    void actAfterTheCommitAndOnlyThen() {
        List<String> acts = new ArrayList<>();
        transactions.perform(() -> {
            raise(entities, "a");
            transactions.afterCommit(() -> acts.add("after"));
            assertTrue(acts.isEmpty());
        });
        assertEquals(List.of("after"), acts);
        assertThrows(
                IllegalStateException.class,
                () -> transactions.perform(() -> {
                    transactions.afterCommit(() -> acts.add("never"));
                    throw new IllegalStateException("no");
                }));
        assertEquals(List.of("after"), acts);
        assertFalse(entities.getTransaction().isActive());
    }

    @Test
    void countWithoutGapForManyWhoNeedACounterFirst() throws Exception {
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.supplyAsync(() -> {
                EntityManager own = house.entities();
                Counters counters = new Counters(own, house.atOnce());
                try {
                    return HouseDatabase.transactions(own).run(() -> counters.next("new"));
                } finally {
                    own.close();
                }
            }));
        }
        List<Long> numbers = new ArrayList<>();
        for (CompletableFuture<Long> each : all) {
            numbers.add(each.get(60, TimeUnit.SECONDS));
        }
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L),
                numbers.stream().sorted().toList());
    }
}
