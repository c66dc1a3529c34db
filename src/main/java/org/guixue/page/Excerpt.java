package org.guixue.page;

import java.util.List;

/**
 * A page of a long list, as the API answers it.
 *
 * @param total of all pages
 * @param page counted from 0
 * @param size the most that a page holds
 */
public record Excerpt<T>(long total, int page, int size, List<T> items) {
    public Excerpt {
        items = List.copyOf(items);
    }
}
