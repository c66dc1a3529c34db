package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guixue.person.StudentChanged;
import org.guixue.person.StudentsChanged;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;

/** A child that changed is filed anew in the index, and with it all its papers: another office may see them now. */
@ApplicationScoped
public class Refiling {
    private final Outbox outbox;
    private final Instruments instruments;

    @Inject
    public Refiling(Outbox outbox, Instruments instruments) {
        this.outbox = outbox;
        this.instruments = instruments;
    }

    void studentChanged(@Observes StudentChanged changed) {
        outbox.put(OutboxRow.Kind.STUDENT, changed.student());
        outbox.putAll(OutboxRow.Kind.INSTRUMENT, instruments.idsOf(changed.student()));
    }

    void studentsChanged(@Observes StudentsChanged changed) {
        outbox.putAll(OutboxRow.Kind.STUDENT, changed.students());
        if (!changed.entered()) {
            outbox.putAll(OutboxRow.Kind.INSTRUMENT, instruments.idsOf(changed.students()));
        }
    }
}
