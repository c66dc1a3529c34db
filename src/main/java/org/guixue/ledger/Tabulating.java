package org.guixue.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.form.LedgerTotal;
import org.guixue.identity.Normaliser;
import org.guixue.identity.SchoolGrade;

/** Lays out what a ledger says: cells from entries, sums and shares of columns, totals, the order of rows. */
final class Tabulating {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ledger ledger;
    private final RowConditions conditions;

    Tabulating(Ledger ledger, RowConditions conditions) {
        this.ledger = ledger;
        this.conditions = conditions;
    }

    /** The row of one entry. */
    Map<String, Object> row(Reportable entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(Ledger.KEY, entry.key());
        String marks = ledger.totals().stream()
                .filter(total -> !total.where().isEmpty() && conditions.hold(total.where(), entry))
                .map(LedgerTotal::name)
                .collect(Collectors.joining(" "));
        put(row, Ledger.MARKS, marks);
        for (LedgerColumn column : ledger.columns()) {
            column.fact().map(entry::fact).ifPresent(value -> put(row, column.name(), value));
        }
        return row;
    }

    private static void put(Map<String, Object> row, String name, Object value) {
        if (value instanceof Number) {
            row.put(name, value);
        } else {
            String text = plain(value.toString());
            if (!text.isEmpty()) {
                row.put(name, text);
            }
        }
    }

    /** In one line, as it stands on paper once it is issued. */
    static String plain(String text) {
        return Normaliser.text(text)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ")
                .strip();
    }

    /** Sums and shares of the counted columns of a row. */
    void derive(Map<String, Object> row) {
        for (LedgerColumn column : ledger.columns()) {
            if (column.kind() == LedgerColumn.Kind.SUM) {
                row.put(
                        column.name(),
                        column.of().stream().mapToInt(part -> number(row, part)).sum());
            } else if (column.kind() == LedgerColumn.Kind.PERCENT) {
                share(number(row, column.of().get(0)), number(row, column.of().get(1)), row, column.name());
            }
        }
    }

    private static int number(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** A share of nothing says nothing. */
    private static void share(int part, int whole, Map<String, Object> into, String name) {
        if (whole > 0) {
            BigDecimal share = BigDecimal.valueOf(part)
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            into.put(name, share.scale() < 0 ? share.setScale(0) : share);
        }
    }

    /** With the totals of these rows. */
    Content content(List<Map<String, Object>> rows) {
        Map<String, Object> totals = new LinkedHashMap<>();
        for (LedgerTotal total : ledger.totals()) {
            List<Map<String, Object>> counted = total.where().isEmpty()
                    ? rows
                    : rows.stream().filter(row -> bears(row, total.name())).toList();
            switch (total.kind()) {
                case COUNT -> totals.put(total.name(), counted.size());
                case SUM ->
                    totals.put(
                            total.name(),
                            counted.stream()
                                    .mapToInt(row -> number(row, total.of().get(0)))
                                    .sum());
                case PERCENT ->
                    share(
                            number(totals, total.of().get(0)),
                            number(totals, total.of().get(1)),
                            totals,
                            total.name());
            }
        }
        return new Content(rows, totals);
    }

    private static boolean bears(Map<String, Object> row, String mark) {
        return List.of(String.valueOf(row.getOrDefault(Ledger.MARKS, "")).split(" "))
                .contains(mark);
    }

    /** Names and schools as a Chinese dictionary has them, grades from the first to the last, figures by size. */
    static Comparator<Reportable> order(List<String> facts) {
        Comparator<Reportable> order = Comparator.comparingInt(entry -> 0);
        for (String fact : facts) {
            order = order.thenComparing(entry -> entry.fact(fact), compared(fact));
        }
        return order.thenComparing(Reportable::key);
    }

    private static Comparator<Object> compared(String fact) {
        if (fact.endsWith(".grade") || fact.endsWith(".gradeClass")) {
            return Comparator.<Object>comparingInt(
                            value -> SchoolGrade.number(value.toString().replaceAll("(年级|初[一二三]).*$", "$1")))
                    .thenComparing(Object::toString);
        }
        Collator chinese = Collator.getInstance(Locale.CHINA);
        return (one, other) -> one instanceof Number a && other instanceof Number b
                ? Long.compare(a.longValue(), b.longValue())
                : chinese.compare(one.toString(), other.toString());
    }

    List<Map<String, Object>> rows(List<? extends Reportable> entries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        entries.stream().sorted(order(ledger.rows().order())).forEach(entry -> rows.add(row(entry)));
        return rows;
    }
}
