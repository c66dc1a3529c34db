package org.guixue.system;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two who begin at the same moment. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** What the one and the other were answered. */
    <A> List<A> act(Callable<A> one, Callable<A> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<A> first = threads.submit(waiting(start, one));
        Future<A> second = threads.submit(waiting(start, other));
        return List.of(first.get(), second.get());
    }

    private static <A> Callable<A> waiting(CyclicBarrier start, Callable<A> act) {
        return () -> {
            start.await();
            return act.call();
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
