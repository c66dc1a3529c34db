package org.guixue.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.form.Ledger;

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

    /** With these texts in its cells, by row and column; an empty one empties the cell. */
    Content with(Map<String, Map<String, String>> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        return new Content(
                rows.stream()
                        .map(row -> with(row, cells.getOrDefault(String.valueOf(row.get(Ledger.KEY)), Map.of())))
                        .toList(),
                totals);
    }

    private static Map<String, Object> with(Map<String, Object> row, Map<String, String> texts) {
        Map<String, Object> filled = new LinkedHashMap<>(row);
        filled.putAll(texts);
        filled.values().removeIf(""::equals);
        return filled;
    }

    /** A figure by its name: {@code count} or a total; 0 where there is none. */
    Number figure(String name) {
        return name.equals("count") ? Integer.valueOf(count()) : totals.get(name) instanceof Number number ? number : 0;
    }
}
