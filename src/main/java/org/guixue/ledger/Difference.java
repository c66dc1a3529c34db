package org.guixue.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.form.LedgerVocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since a ledger was submitted.
 *
 * @param key of the row
 * @param name what the row is called: the first of its columns that says something
 * @param column of {@link Kind#CHANGED}; empty otherwise
 * @param submitted what was submitted; empty where nothing was
 * @param now what is on record
 */
record Difference(Kind kind, String key, String name, String column, String submitted, String now) {
    /** What happened to the row. */
    enum Kind {
        ADDED("新增"),
        REMOVED("减少"),
        CHANGED("变动");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** In the order of the rows as they are now, those that are gone last. */
    static List<Difference> between(Ledger ledger, Content submitted, Content now) {
        Map<String, Map<String, Object>> before = new LinkedHashMap<>();
        submitted.rows().forEach(row -> before.put(String.valueOf(row.get(Ledger.KEY)), row));
        List<Difference> differences = new ArrayList<>();
        for (Map<String, Object> row : now.rows()) {
            String key = String.valueOf(row.get(Ledger.KEY));
            Map<String, Object> then = before.remove(key);
            if (then == null) {
                differences.add(new Difference(Kind.ADDED, key, name(ledger, row), "", "", ""));
            } else {
                changed(ledger, key, then, row, differences);
            }
        }
        before.forEach((key, row) -> differences.add(new Difference(Kind.REMOVED, key, name(ledger, row), "", "", "")));
        return differences;
    }

    private static void changed(
            Ledger ledger, String key, Map<String, Object> then, Map<String, Object> row, List<Difference> into) {
        for (LedgerColumn column : ledger.columns()) {
            String was = text(then.get(column.name()));
            String is = text(row.get(column.name()));
            if (!was.equals(is)) {
                into.add(new Difference(Kind.CHANGED, key, name(ledger, row), column.name(), was, is));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    static String name(Ledger ledger, Map<String, Object> row) {
        return ledger.columns().stream()
                .map(column -> text(row.get(column.name())))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether it lies in a column that is typed, not computed. */
    boolean isTyped(Ledger ledger) {
        return ledger.column(column).filter(LedgerColumn::typed).isPresent();
    }

    private boolean isOpen(Ledger ledger) {
        return ledger.column(column)
                .flatMap(LedgerColumn::fact)
                .flatMap(fact -> LedgerVocabulary.fact(ledger.rows().of(), fact))
                .map(known -> known.privacy() == LedgerVocabulary.Privacy.OPEN && !known.sensitive())
                .orElse(true);
    }

    /** In one line, as the paper of a correction lists it; of a number of a person, a telephone, an address or health only that it changed. */
    String line(Ledger ledger) {
        String label = ledger.column(column).map(LedgerColumn::label).orElse("");
        return switch (kind) {
            case ADDED -> "新增：" + name;
            case REMOVED -> "减少：" + name;
            case CHANGED ->
                isOpen(ledger)
                        ? "%s：%s由“%s”改为“%s”".formatted(name, label, submitted, now)
                        : "%s：%s有变动".formatted(name, label);
        };
    }
}
