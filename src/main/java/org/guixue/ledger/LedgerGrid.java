package org.guixue.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.form.Field;
import org.guixue.form.FieldText;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.page.PageOf;
import org.jspecify.annotations.Nullable;

/**
 * A page of a ledger's rows, as texts and, where the caller fills it, inputs.
 *
 * @param first the number of its first row
 * @param typing whether any cell is an input
 */
public record LedgerGrid(List<String> heads, List<List<Cell>> rows, PageOf at, int first, boolean typing) {
    static final int SIZE = 200;

    /**
     * A cell; an input where it has a name.
     *
     * @param label its row and column
     * @param was what stands in it on record
     * @param trouble what is wrong with what was typed
     */
    public record Cell(
            String text, String name, String nameOfBefore, String was, String label, int longest, String trouble) {
        static Cell plain(String text) {
            return new Cell(text, "", "", "", "", 0, "");
        }
    }

    /** @param fills whether the caller types into it */
    static LedgerGrid of(Ledger ledger, Content shown, PageOf at, TypedForm posted, boolean fills) {
        int first = (int) Math.min((long) at.number() * SIZE, shown.count());
        List<Map<String, Object>> rows = shown.rows().subList(first, Math.min(first + SIZE, shown.count()));
        return new LedgerGrid(
                ledger.columns().stream().map(LedgerColumn::label).toList(),
                rows.stream()
                        .map(row -> ledger.columns().stream()
                                .map(column -> fills && column.typed()
                                        ? input(ledger, column, row, posted)
                                        : Cell.plain(text(ledger, column, row.get(column.name()))))
                                .toList())
                        .toList(),
                at,
                first + 1,
                fills && !ledger.typed().isEmpty());
    }

    private static Cell input(Ledger ledger, LedgerColumn column, Map<String, Object> row, TypedForm posted) {
        String key = String.valueOf(row.get(Ledger.KEY));
        String name = TypedForm.name(column.name(), key);
        String present = text(ledger, column, row.get(column.name()));
        return new Cell(
                posted.text(name, present),
                name,
                TypedForm.nameOfBefore(column.name(), key),
                present,
                Difference.name(ledger, row) + "，" + column.label(),
                column.longestTyped(),
                posted.trouble(name));
    }

    private static String text(Ledger ledger, LedgerColumn column, @Nullable Object value) {
        Optional<Field> field = ledger.paper().field(Ledger.ROWS).flatMap(table -> table.column(column.name()));
        return value == null
                ? ""
                : field.map(known -> FieldText.of(known, value)).orElse(value.toString());
    }
}
