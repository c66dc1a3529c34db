package org.guixue.instrument.issuing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guixue.instrument.Indexing;

/**
 * What the house does every second once it is open: seal what waits, commit the index, keep the trail. Each round waits for
 * nothing but itself; one that is still running is not begun again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Rounds {
    private final AtomicBoolean sealing = new AtomicBoolean();
    private final AtomicBoolean committing = new AtomicBoolean();
    private final AtomicBoolean keeping = new AtomicBoolean();

    @Inject
    private Opening opening;

    @Inject
    private SealingWorker worker;

    @Inject
    private Indexing indexing;

    @Inject
    private TrailKeeping trailKeeping;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void seal() {
        once(sealing, worker::round);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void commit() {
        once(committing, indexing::commit);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void keep() {
        once(keeping, trailKeeping::round);
    }

    private void once(AtomicBoolean running, Runnable round) {
        if (opening.open() && running.compareAndSet(false, true)) {
            try {
                round.run();
            } finally {
                running.set(false);
            }
        }
    }
}
