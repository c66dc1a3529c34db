package org.guixue.casefile.gate;

import java.util.Optional;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.Situation;

/** One condition of the sources. */
@FunctionalInterface
interface Condition {
    /**
     * What stands in the way of an event; nothing where the condition does not speak of it, or holds.
     *
     * @param before where the case stands on the event's day without it
     */
    Optional<Obstacle> judge(CaseEvent event, Situation before, Circumstances circumstances);
}
