package org.guixue.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;

/** Adds up what several offices reported: each child once, the figures of one group together. */
final class Summing {
    private final Ledger ledger;
    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();

    Summing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The first who reported a child has it; of a group the figures are added, and what was typed stands one after the other. */
    void add(Content part) {
        for (Map<String, Object> row : part.rows()) {
            String key = String.valueOf(row.get(Ledger.KEY));
            Map<String, Object> before = rows.get(key);
            if (before == null) {
                rows.put(key, new LinkedHashMap<>(row));
            } else if (ledger.rows().per().isPresent()) {
                for (LedgerColumn column : ledger.columns()) {
                    if (column.adds()) {
                        before.put(column.name(), number(before, column) + number(row, column));
                    } else if (column.typed()) {
                        said(before, column, row);
                    }
                }
            }
        }
    }

    private static void said(Map<String, Object> before, LedgerColumn column, Map<String, Object> row) {
        String all = Stream.of(before, row)
                .map(each -> each.getOrDefault(column.name(), "").toString())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
        if (!all.isEmpty()) {
            before.put(column.name(), all);
        }
    }

    private static int number(Map<String, Object> row, LedgerColumn column) {
        return row.get(column.name()) instanceof Number number ? number.intValue() : 0;
    }

    Content sum(Tabulating table) {
        List<Map<String, Object>> all = new ArrayList<>(rows.values());
        if (ledger.rows().per().isPresent()) {
            all.forEach(table::derive);
        }
        return table.content(all);
    }
}
