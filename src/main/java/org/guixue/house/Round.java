package org.guixue.house;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that comes round again and again: it waits for nothing but itself, and is not begun while it still runs. */
final class Round {
    private static final Logger LOG = Logger.getLogger(Round.class.getName());

    private final Semaphore turn = new Semaphore(0);
    private final Runnable work;
    private volatile boolean failing;

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
                failing = false;
            } catch (RuntimeException | Error e) {
                report(e);
            } finally {
                turn.release();
            }
        }
    }

    boolean failing() {
        return failing;
    }

    /** Once for each time that it goes wrong, not for each round: the container gives up a timer that throws twice. */
    private void report(Throwable failure) {
        if (!failing) {
            LOG.log(Level.SEVERE, failure, () -> "a round failed; it is tried again each time");
        }
        failing = true;
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
