package org.guixue.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A question to the index. Filters that are empty do not filter; {@code from} and {@code to} are dates of issue, both
 * included.
 *
 * @param q what was typed; anything is harmless. Read up to {@value #LONGEST} characters and {@value #MOST_TERMS} terms,
 *     the rest is ignored. Blank finds everything in scope
 * @param page counted from 1, without a limit; a page beyond the last is empty. Deep pages cost time in proportion
 * @param size items to a page, 1 to {@value #LARGEST_PAGE}
 */
public record SearchQuery(
        String q,
        Optional<String> form,
        Optional<String> kind,
        Optional<Long> school,
        Optional<Long> township,
        Optional<Integer> year,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> state,
        Optional<Long> student,
        Order sort,
        int page,
        int size) {
    public static final int LONGEST = 200;
    public static final int MOST_TERMS = 12;
    public static final int LARGEST_PAGE = 200;

    /** How hits are ordered; what is equal comes newest first. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST,
        NAME
    }

    /** @throws IllegalArgumentException for a page below 1 or a size outside its limits */
    public SearchQuery {
        if (page < 1) {
            throw new IllegalArgumentException("expected a page from 1, found " + page);
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("expected a size from 1 to " + LARGEST_PAGE + ", found " + size);
        }
    }

    /** The first fifty for what was typed, nothing filtered. */
    public static SearchQuery of(String q) {
        return new SearchQuery(
                q,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Order.RELEVANCE,
                1,
                50);
    }
}
