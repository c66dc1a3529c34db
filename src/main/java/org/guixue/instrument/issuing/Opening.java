package org.guixue.instrument.issuing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guixue.Started;
import org.guixue.instrument.Indexing;

/** The last thing at start: the index catches up and what was reserved is sealed, now and from then on. */
@ApplicationScoped
public class Opening {
    @Inject
    private Indexing indexing;

    @Inject
    private SealingWorker worker;

    @Inject
    private TrailKeeping trailKeeping;

    void open(@Observes @Priority(6000) Started started) {
        indexing.begin();
        worker.begin();
        trailKeeping.begin();
    }
}
