package org.guixue.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.Situation;

/**
 * A case as it was read, with what follows from it.
 *
 * @param now where it stands; empty for one whose opening was taken back
 * @param flawed events whose footing is gone: 依据已失效
 * @param at the moment up to which things are known
 */
public record ReadCase(
        Case found,
        List<RecordedEvent> recorded,
        CaseHistory history,
        Optional<Situation> now,
        List<CaseEvent> flawed,
        List<Allowing.Allowed> allowed,
        Instant at,
        boolean mayReadSensitive) {
    public ReadCase {
        recorded = List.copyOf(recorded);
        flawed = List.copyOf(flawed);
        allowed = List.copyOf(allowed);
    }

    /** Whether the footing of this event is gone. */
    public boolean isFlawed(CaseEvent event) {
        return flawed.stream().anyMatch(each -> each.id() == event.id());
    }
}
