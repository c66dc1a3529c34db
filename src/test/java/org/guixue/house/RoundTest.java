package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void goesFromItsBeginningToItsEnd() {
        Round round = new Round(done::incrementAndGet);
        round.run();
        assertEquals(0, done.get());
        round.begin();
        round.run();
        round.run();
        assertEquals(2, done.get());
        assertTrue(round.end(LONG));
        round.run();
        assertEquals(2, done.get());
    }

    @Test
    void aFailureIsKeptFromTheTimerAndTheNextRoundGoesOn() {
        Round round = new Round(() -> {
            if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("meant to fail");
            }
        });
        round.begin();
        round.run();
        round.run();
        assertEquals(2, done.get());
    }

    @Test
    void isNotBegunWhileItRunsAndIsWaitedForAtTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        Round round = new Round(() -> {
            done.incrementAndGet();
            begun.countDown();
            await(mayFinish);
        });
        round.begin();
        CompletableFuture<Void> running = CompletableFuture.runAsync(round::run);
        await(begun);
        round.run();
        assertEquals(1, done.get());
        assertFalse(round.end(Duration.ZERO));
        mayFinish.countDown();
        assertTrue(round.end(LONG));
        running.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
