package org.guixue.instrument.issuing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guixue.Started;
import org.guixue.Stopping;
import org.guixue.instrument.Indexing;

/** The last thing at start: the index catches up; from then on {@link Rounds} go. */
@ApplicationScoped
public class Opening {
    @Inject
    private Indexing indexing;

    private volatile boolean open;

    void open(@Observes @Priority(6000) Started started) {
        indexing.begin();
        open = true;
    }

    boolean open() {
        return open;
    }

    void close(@Observes @Priority(1000) Stopping stopping) {
        open = false;
    }
}
