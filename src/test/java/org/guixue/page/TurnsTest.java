package org.guixue.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void oneSenderTakesNoMoreThanItsOwnShare() {
        Turns turns = new Turns(3, 2, Duration.ofMillis(1));
        assertTrue(turns.take("a"));
        assertTrue(turns.take("a"));
        assertFalse(turns.take("a"));
        assertTrue(turns.take("b"));
    }

    @Test
    void nobodyGetsOneWhereAllAreTaken() {
        Turns turns = new Turns(1, 1, Duration.ofMillis(1));
        assertTrue(turns.take("a"));
        assertFalse(turns.take("b"));
        turns.giveBack("a");
        assertTrue(turns.take("b"));
    }

    @Test
    void whoWaitsGetsTheTurnThatIsGivenBack() {
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1));
        assertTrue(turns.take("a"));
        CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(() -> turns.take("b"));
        turns.giveBack("a");
        assertTrue(next.join());
    }

    @Test
    void refusesAtOnceWhereAsManyWaitAsWork() throws InterruptedException {
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1));
        assertTrue(turns.take("a"));
        Thread waiting = new Thread(() -> turns.take("b"));
        waiting.setDaemon(true);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(turns.take("c"));
    }
}
