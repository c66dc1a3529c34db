package org.guixue.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Lets one thread of this process at a time be at each of many things, such as the house's round and the request that brought
 * one. Thread-safe. Says nothing of other nodes: what must hold among these is held in the database.
 */
public final class OneThreadEach {
    private static final Logger LOG = Logger.getLogger(OneThreadEach.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Map<Long, CountDownLatch> busy = new ConcurrentHashMap<>();

    /** Does the work, or nothing where another thread is at that thing. */
    public void run(long thing, Runnable work) {
        unlessBusy(thing, work);
    }

    /** Does the work, or waits, a minute at most, until the thread that is at that thing has done its own. */
    public void runOrAwait(long thing, Runnable work) {
        unlessBusy(thing, work).ifPresent(OneThreadEach::await);
    }

    /** What to wait for where another thread is at it. */
    private Optional<CountDownLatch> unlessBusy(long thing, Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        Optional<CountDownLatch> other = Optional.ofNullable(busy.putIfAbsent(thing, done));
        if (other.isPresent()) {
            return other;
        }
        try {
            work.run();
        } finally {
            busy.remove(thing);
            done.countDown();
        }
        return Optional.empty();
    }

    private static void await(CountDownLatch other) {
        try {
            if (!other.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.fine("another thread takes longer than anybody waits");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
