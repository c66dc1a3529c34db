package org.guixue.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OneThreadEachTest {
    private final OneThreadEach each = new OneThreadEach();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void whoWaitsGoesOnOnceTheOtherHasDone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread first = new Thread(() -> each.run(7, () -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            done.add("first");
        }));
        first.start();
        begun.await();
        each.run(7, () -> done.add("never"));
        each.run(8, () -> done.add("another thing"));
        Thread second = new Thread(() -> {
            each.runOrAwait(7, () -> done.add("never"));
            done.add("waited");
        });
        second.start();
        mayEnd.countDown();
        first.join();
        second.join();
        assertEquals(List.of("another thing", "first"), done.subList(0, 2));
        assertEquals(1, done.stream().filter("waited"::equals).count());
    }

    @Test
    void whatFailsIsLeftToTheNext() {
        try {
            each.run(7, () -> {
                throw new IllegalStateException("failed");
            });
        } catch (IllegalStateException e) {
            done.add("failed");
        }
        each.run(7, () -> done.add("again"));
        assertEquals(List.of("failed", "again"), done);
    }
}
