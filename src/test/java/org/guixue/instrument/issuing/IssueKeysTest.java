package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guixue.Conflict;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.junit.jupiter.api.Test;

/** One idempotency key is one paper, however often and however fast the request comes again. */
class IssueKeysTest extends IssuingDesk {
    @Test
    void answersTheSameKeyWithTheSamePaper() {
        IssueOrder order = notice(county.first());
        Instrument one = bench.issuing.issue(clerk, order, Optional.of("key-of-one"));
        long papers = bench.papers();
        Instrument again = workshop.bench().issuing.issue(clerk, order, Optional.of("key-of-one"));
        assertEquals(one.id(), again.id());
        assertEquals(papers, bench.papers());
        Instrument others = bench.issuing.issue(county.colleague(), order, Optional.of("key-of-one"));
        assertNotEquals(one.id(), others.id());
    }

    @Test
    void sealsTheReservedPaperWhenTheSameKeyComesAgain() {
        IssueOrder order = notice(county.first());
        bench.beforeSealing.add(() -> {
            throw new IllegalStateException("as if killed");
        });
        assertThrows(
                IllegalStateException.class, () -> bench.issuing.issue(clerk, order, Optional.of("key-of-a-kill")));
        long papers = bench.papers();
        Instrument again = workshop.bench().issuing.issue(clerk, order, Optional.of("key-of-a-kill"));
        assertEquals(InstrumentState.ISSUED, again.state());
        assertEquals(papers, bench.papers());
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        bench.issuing.issue(clerk, notice(county.first()), Optional.of("key-of-two"));
        long papers = bench.papers();
        IssueOrder other = notice(county.first());
        assertThrows(Conflict.class, () -> bench.issuing.issue(clerk, other, Optional.of("key-of-two")));
        assertThrows(Conflict.class, () -> bench.issuing.refuseUsed(clerk, "key-of-two"));
        bench.issuing.refuseUsed(clerk, "key-of-none");
        assertEquals(papers, bench.papers());
    }

    @Test
    void oneKeyAtTheSameTimeIsOnePaper() throws Exception {
        IssueOrder order = notice(county.first());
        long papers = bench.papers();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Instrument> request = () -> {
            Workshop.Bench own = workshop.bench();
            together.await();
            return own.issuing.issue(clerk, order, Optional.of("key-at-once"));
        };
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            Future<Instrument> one = clerks.submit(request);
            Future<Instrument> two = clerks.submit(request);
            assertEquals(one.get().id(), two.get().id());
            assertEquals(papers + 1, bench.papers());
            assertSealed(find(workshop.bench(), one.get()), 1);
        } finally {
            clerks.shutdown();
        }
    }
}
