package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.person.RollFollower;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;

/** A child that changed is filed anew in the index, and with it all its papers: another office may see them now. */
@ApplicationScoped
public class Refiling implements RollFollower {
    private final Outbox outbox;
    private final Instruments instruments;

    @Inject
    public Refiling(Outbox outbox, Instruments instruments) {
        this.outbox = outbox;
        this.instruments = instruments;
    }

    @Override
    public void changed(List<Long> students, boolean entered) {
        outbox.putAll(OutboxRow.Kind.STUDENT, students);
        if (!entered) {
            outbox.putAll(OutboxRow.Kind.INSTRUMENT, instruments.idsOf(students));
        }
    }
}
