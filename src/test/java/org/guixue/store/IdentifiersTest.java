package org.guixue.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private static final int THREADS = 8;
    private static final int EACH = 400;

    private static HouseDatabase house;

    @BeforeAll
    static void migrate() {
        house = HouseDatabase.inMemory();
    }

    @AfterAll
    static void drop() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.execute("update identifier set last_id = 0");
    }

    @Test
    void giveNoIdTwiceToManyThreadsOfTwoAllocators() throws Exception {
        List<Identifiers> allocators = List.of(house.identifiers(), house.identifiers());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Set<Long>>> taken = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Identifiers mine = allocators.get(thread % 2);
            Callable<Set<Long>> work = () -> {
                Set<Long> ids = new HashSet<>();
                for (int i = 0; i < EACH; i++) {
                    ids.add(mine.next("student"));
                }
                return ids;
            };
            taken.add(threads.submit(work));
        }
        Set<Long> all = new HashSet<>();
        for (Future<Set<Long>> each : taken) {
            all.addAll(each.get());
        }
        threads.shutdown();
        assertEquals(THREADS * EACH, all.size());
    }

    @Test
    void giveManyInARow() {
        Identifiers identifiers = house.identifiers();
        long first = identifiers.take("student", 7);
        assertEquals(first + 7, identifiers.next("student"));
        long many = identifiers.take("student", 1000);
        long afterwards = house.identifiers().next("student");
        assertTrue(afterwards >= many + 1000, "the other begins above " + (many + 1000) + ", found " + afterwards);
        assertEquals(first + 8, identifiers.next("student"), "the block goes on");
    }

    @Test
    void giveTheTablesIdsOfTheirOwn() {
        Identifiers identifiers = house.identifiers();
        assertEquals(1, identifiers.next("student"));
        assertEquals(1, identifiers.next("office"));
    }

    @Test
    void goOnAfterTheIdsOfAnOldHome() {
        house.execute("update identifier set last_id = 4711 where table_name = 'office'");
        assertEquals(4712, house.identifiers().next("office"));
    }

    @Test
    void refuseATableThatHasNoRow() {
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> house.identifiers().next("nothing"));
        assertEquals("expected a row for table nothing in identifier, found none", e.getMessage());
    }
}
