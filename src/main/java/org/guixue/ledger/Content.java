package org.guixue.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ledger says: its rows, each with its key and what stands in its columns, and its totals. Values are texts, numbers and,
 * as ISO texts, days; what is not known is left out. Immutable.
 */
record Content(List<Map<String, Object>> rows, Map<String, Object> totals) {
    Content {
        rows = List.copyOf(rows);
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }

    int count() {
        return rows.size();
    }

    /** A figure by its name: {@code count} or a total; 0 where there is none. */
    Number figure(String name) {
        return name.equals("count") ? Integer.valueOf(count()) : totals.get(name) instanceof Number number ? number : 0;
    }
}
