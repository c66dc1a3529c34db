package org.guixue.search;

import java.util.Optional;
import java.util.Set;

/**
 * What search knows of one child on the roll. IDs only pass through; the index keeps their keyed digests.
 *
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
        Set<Long> visibleTo) {
    /** @throws IllegalArgumentException where no office sees the child */
    public StudentEntry {
        if (visibleTo.isEmpty()) {
            throw new IllegalArgumentException("expected an office that sees student " + id + ", found none");
        }
        visibleTo = Set.copyOf(visibleTo);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "student " + id;
    }
}
