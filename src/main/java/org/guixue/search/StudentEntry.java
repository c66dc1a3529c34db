package org.guixue.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What search knows of one child on the roll. IDs only pass through; the index keeps their keyed digests.
 *
 * @param state the name of the state
 * @param stateLabel what the state is called
 * @param held groups that the child belongs to; only such as everybody who sees the child may know of
 * @param visibleTo ids of all offices that see the child: school and township, and all above these
 */
public record StudentEntry(
        long id,
        String name,
        String sex,
        String nationalId,
        String studentNumber,
        Optional<Place> school,
        String grade,
        String schoolClass,
        Optional<Place> township,
        String state,
        String stateLabel,
        List<Held> held,
        Set<Long> visibleTo) {
    /** Belonging to a group from the first day to the last; an unknown end is empty. */
    public record Held(String category, Optional<LocalDate> from, Optional<LocalDate> until) {}

    /** @throws IllegalArgumentException where no office sees the child */
    public StudentEntry {
        if (visibleTo.isEmpty()) {
            throw new IllegalArgumentException("expected an office that sees student " + id + ", found none");
        }
        held = List.copyOf(held);
        visibleTo = Set.copyOf(visibleTo);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "student " + id;
    }
}
