package org.guixue.search;

import java.util.Optional;

/**
 * A question for children on the roll: {@code q} is read as in {@link SearchQuery}.
 *
 * @param page counted from 1
 * @param size 1 to {@value SearchQuery#LARGEST_PAGE}
 */
public record StudentQuery(String q, Optional<Long> school, Optional<Long> township, int page, int size) {
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
}
