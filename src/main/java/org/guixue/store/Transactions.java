package org.guixue.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.guixue.Conflict;
import org.guixue.Refused;

/**
 * Runs work in a transaction and, where two were at it at the same time, once more from the start: up to {@value #ATTEMPTS}
 * times, with waits that grow and differ. What still clashes then is refused as a conflict. Whatever else fails is thrown as
 * it is, after a rollback, and is not tried again.
 *
 * <p>The work may therefore run several times: what it changes beside the database (memory, files, the index) it leaves to
 * {@link #afterCommit}. Within an open transaction it joins, and whoever opened that one repeats. Safe for many threads where
 * its boundary is.
 */
public final class Transactions {
    private static final Logger LOG = Logger.getLogger(Transactions.class.getName());
    private static final int ATTEMPTS = 5;
    private static final int ATTEMPTS_AT_ONE_KEY = 2;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final Boundary boundary;
    private final RandomGenerator random;

    /** @param random for the waits */
    public Transactions(Boundary boundary, RandomGenerator random) {
        this.boundary = boundary;
        this.random = random;
    }

    /** In the open transaction or, where none is, in one of its own. */
    public <T> T run(Supplier<T> work) {
        return boundary.isOpen() ? joined(work) : repeated(work);
    }

    public void perform(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    /** In a transaction of its own, which commits whatever becomes of the open one. */
    public <T> T runApart(Supplier<T> work) {
        return boundary.isOpen() ? boundary.apart(() -> repeated(work)) : repeated(work);
    }

    /** Acts once what is open now has committed, or at once where nothing is open. */
    public void afterCommit(Runnable act) {
        if (boundary.isOpen()) {
            boundary.afterCommit(act);
        } else {
            act.run();
        }
    }

    private <T> T joined(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            boundary.doom();
            throw e;
        }
    }

    private <T> T repeated(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                Contention contention = Contention.in(e);
                if (contention == Contention.NONE) {
                    throw e;
                }
                if (attempt == (contention == Contention.SAME_KEY ? ATTEMPTS_AT_ONE_KEY : ATTEMPTS)) {
                    throw contention == Contention.SAME_KEY ? e : refused(e);
                }
                LOG.log(Level.FINE, e, () -> "another was at it at the same time; once more from the start");
                pause(attempt);
            }
        }
    }

    private <T> T once(Supplier<T> work) {
        boundary.begin();
        boolean committed = false;
        try {
            T result = work.get();
            boundary.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                boundary.rollback();
            }
        }
    }

    /** Doubled each time; between half of it and all. */
    private void pause(int attempt) {
        long longest = SHORTEST_WAIT.toNanos() << attempt;
        LockSupport.parkNanos(longest / 2 + random.nextLong(longest / 2));
    }

    private static RuntimeException refused(RuntimeException e) {
        return e instanceof Refused ? e : new Conflict("同一时间有别的操作正在改动同样的内容，这一步没有写入；请稍等片刻再试", e);
    }
}
