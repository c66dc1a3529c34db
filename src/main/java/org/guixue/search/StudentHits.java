package org.guixue.search;

import java.util.List;

/** Ids of the children found on one page, best first, then by the sound of their names; total is exact, over all pages. */
public record StudentHits(long total, List<Long> ids) {
    public StudentHits {
        ids = List.copyOf(ids);
    }
}
