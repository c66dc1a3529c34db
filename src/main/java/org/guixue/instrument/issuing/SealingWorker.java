package org.guixue.instrument.issuing;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.instrument.Indexing;
import org.guixue.instrument.Instruments;
import org.jspecify.annotations.Nullable;

/** Tries reserved papers again, at start and every second while the application runs, each after its own wait. */
@ApplicationScoped
public class SealingWorker {
    private static final Logger LOG = Logger.getLogger(SealingWorker.class.getName());
    private static final int MOST_AT_ONCE = 50;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Instruments instruments;

    @Inject
    private Sealer sealer;

    @Inject
    private Indexing indexing;

    @Inject
    private Clock clock;

    private @Nullable ScheduledFuture<?> running;

    /** Seals what is due, then begins to look every second. */
    public void begin() {
        running = executor.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        if (running != null) {
            running.cancel(false);
        }
    }

    private void round() {
        try {
            boolean any = false;
            for (long id : instruments.dueForSealing(clock.instant(), MOST_AT_ONCE)) {
                any |= sealer.seal(id);
            }
            if (any) {
                indexing.catchUp();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the round of sealing failed; the next one comes in a second", e);
        }
    }
}
