package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.instrument.Indexing;
import org.guixue.instrument.Instruments;

/** Tries reserved papers again, each after its own wait; begun every second. */
@ApplicationScoped
public class SealingWorker {
    private static final Logger LOG = Logger.getLogger(SealingWorker.class.getName());
    private static final int MOST_AT_ONCE = 50;

    private final Instruments instruments;
    private final Sealer sealer;
    private final Indexing indexing;
    private final Clock clock;

    @Inject
    public SealingWorker(Instruments instruments, Sealer sealer, Indexing indexing, Clock clock) {
        this.instruments = instruments;
        this.sealer = sealer;
        this.indexing = indexing;
        this.clock = clock;
    }

    public void round() {
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
