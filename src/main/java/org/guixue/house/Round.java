package org.guixue.house;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Work that comes round again and again: it waits for nothing but itself, and is not begun while it still runs. */
final class Round {
    private final Semaphore turn = new Semaphore(0);
    private final Runnable work;

    Round(Runnable work) {
        this.work = work;
    }

    /** From now on {@link #run} does something. */
    void begin() {
        turn.release();
    }

    void run() {
        if (turn.tryAcquire()) {
            try {
                work.run();
            } finally {
                turn.release();
            }
        }
    }

    /** Nothing is begun after this; true unless something still runs when the time is over. */
    boolean end(Duration patience) {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
