package org.guixue.person;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Movements that never were, as the roll is known now: those that the correction of a case took back, and the counter-movements that
 * did so. Both stay in the child's history.
 */
public final class TakenBack {
    private static final Comparator<Movement> AS_RECORDED =
            Comparator.comparing(Movement::recordedAt).thenComparing(Movement::id);

    private TakenBack() {}

    /**
     * Their ids.
     *
     * @param movements of any children; what was taken back is found where it is among them
     */
    public static Set<Long> among(Collection<Movement> movements) {
        Set<Long> found = new HashSet<>();
        Map<Long, Deque<Movement>> standing = new HashMap<>();
        movements.stream().sorted(AS_RECORDED).forEach(each -> {
            Deque<Movement> before = standing.computeIfAbsent(each.student().id(), child -> new ArrayDeque<>());
            if (!counters(each)) {
                before.push(each);
                return;
            }
            found.add(each.id());
            if (!before.isEmpty() && reverses(each, before.peek())) {
                found.add(before.pop().id());
            }
        });
        return found;
    }

    private static boolean counters(Movement movement) {
        return movement.kind() == MovementKind.CORRECTION
                && movement.from().state() != movement.to().state();
    }

    private static boolean reverses(Movement counter, Movement earlier) {
        return counter.from().state() == earlier.to().state()
                && counter.to().state() == earlier.from().state();
    }
}
