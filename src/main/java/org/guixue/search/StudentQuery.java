package org.guixue.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A question for children on the roll: {@code q} is read as in {@link SearchQuery}.
 *
 * @param state name of the state
 * @param grade in any of its usual spellings
 * @param category a group that the child belongs to on a day
 * @param page counted from 1
 * @param size 1 to {@value SearchQuery#LARGEST_PAGE}
 */
public record StudentQuery(
        String q,
        Optional<Long> school,
        Optional<Long> township,
        Optional<String> state,
        Optional<String> grade,
        Optional<HeldOn> category,
        Order order,
        int page,
        int size) {
    public enum Order {
        /** Best first, then by the sound of the name. */
        BEST,
        NAME,
        /** By school, grade and class, then by the sound of the name. */
        CLASS
    }

    /** Belonging to a group on a day. */
    public record HeldOn(String category, LocalDate day) {}

    /** @throws IllegalArgumentException for a page below 1 or a size outside its limits */
    public StudentQuery {
        if (page < 1) {
            throw new IllegalArgumentException("expected a page from 1, found " + page);
        }
        if (size < 1 || size > SearchQuery.LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "expected a size from 1 to " + SearchQuery.LARGEST_PAGE + ", found " + size);
        }
    }

    /** Whatever the state, grade and group; best first. */
    public StudentQuery(String q, Optional<Long> school, Optional<Long> township, int page, int size) {
        this(q, school, township, Optional.empty(), Optional.empty(), Optional.empty(), Order.BEST, page, size);
    }
}
