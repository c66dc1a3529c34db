package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/**
 * Types into the cells of a ledger that no fact fills. All of it is written, or nothing where something is wrong or somebody else
 * typed into one of the same cells since; two who type into different cells do not meet.
 */
@ApplicationScoped
public class TypingCells {
    private static final int MOST = 2_000;

    private final LedgerReading reading;
    private final TypedCells cells;
    private final Offices offices;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public TypingCells(
            LedgerReading reading, TypedCells cells, Offices offices, Transactions transactions, Clock clock) {
        this.reading = reading;
        this.cells = cells;
        this.offices = offices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One cell.
     *
     * @param row the key of its row
     * @param was what stood in it when it was typed
     */
    record Wanted(String row, String column, String text, String was) {}

    /**
     * How many cells say something else than before.
     *
     * @throws Forbidden where that caller cannot submit the ledger for that office
     * @throws ValuesRefused naming each cell, such as {@code cells[0]}
     * @throws TypedMeanwhile naming each cell too
     */
    int type(Caller caller, Ledger ledger, Office office, Reporting period, List<Wanted> wanted) {
        SubmittingLedgers.expect(caller, ledger, office);
        if (wanted.size() > MOST) {
            throw new ValuesRefused("cells", "一次最多填%d格，请分几次".formatted(MOST));
        }
        return transactions.run(() -> {
            offices.hold(office.id());
            return new Sheet(caller, ledger, office, period).type(wanted);
        });
    }

    /** The ledger as it lies there while the office is held. */
    private final class Sheet {
        private final Caller caller;
        private final Ledger ledger;
        private final Office office;
        private final Reporting period;
        private final Map<String, Map<String, Object>> rows = new HashMap<>();
        private final Map<List<String>, TypedCell> typed;

        Sheet(Caller caller, Ledger ledger, Office office, Reporting period) {
            this.caller = caller;
            this.ledger = ledger;
            this.office = office;
            this.period = period;
            reading.read(ledger, office, period)
                    .content()
                    .rows()
                    .forEach(row -> rows.put(String.valueOf(row.get(Ledger.KEY)), row));
            typed = cells.of(ledger, office, period).stream()
                    .collect(Collectors.toMap(cell -> List.of(cell.row(), cell.column()), Function.identity()));
        }

        int type(List<Wanted> wanted) {
            List<Wanted> changed = new ArrayList<>();
            List<Violation> wrong = new ArrayList<>();
            List<Violation> meanwhile = new ArrayList<>();
            for (int at = 0; at < wanted.size(); at++) {
                Wanted each = wanted.get(at);
                String now = now(each);
                String text = Tabulating.plain(each.text());
                String fault = fault(each, text);
                if (!fault.isEmpty()) {
                    wrong.add(new Violation("cells[" + at + "]", fault));
                } else if (!text.equals(now)) {
                    if (!now.equals(Tabulating.plain(each.was()))) {
                        meanwhile.add(new Violation("cells[" + at + "]", said(each, now)));
                    }
                    changed.add(new Wanted(each.row(), each.column(), text, now));
                }
            }
            if (!wrong.isEmpty()) {
                throw new ValuesRefused(wrong);
            }
            if (!meanwhile.isEmpty()) {
                throw new TypedMeanwhile(meanwhile);
            }
            changed.forEach(this::write);
            return changed.size();
        }

        private String now(Wanted each) {
            return Objects.toString(rows.getOrDefault(each.row(), Map.of()).get(each.column()), "");
        }

        private String fault(Wanted each, String text) {
            LedgerColumn column =
                    ledger.column(each.column()).filter(LedgerColumn::typed).orElse(null);
            if (column == null) {
                return "《%s》没有“%s”这一个手填的列；手填的列有：%s"
                        .formatted(
                                ledger.title(),
                                each.column(),
                                ledger.typed().isEmpty()
                                        ? "无"
                                        : ledger.typed().stream()
                                                .map(LedgerColumn::name)
                                                .collect(Collectors.joining("、")));
            }
            if (!rows.containsKey(each.row())) {
                return "这一行现在不在表里，请刷新页面后再填";
            }
            return text.length() > column.longestTyped()
                    ? "%s：“%s”最多填%d个字，现在是%d个字，请缩短"
                            .formatted(name(each), column.label(), column.longestTyped(), text.length())
                    : "";
        }

        private String said(Wanted each, String now) {
            String by = typed.containsKey(List.of(each.row(), each.column()))
                    ? typed.get(List.of(each.row(), each.column())).by()
                    : "下级单位";
            return "%s：%s已填“%s”".formatted(name(each), by, now);
        }

        private String name(Wanted each) {
            return Difference.name(ledger, rows.get(each.row()));
        }

        private void write(Wanted each) {
            TypedCell known = typed.get(List.of(each.row(), each.column()));
            TypedCell cell =
                    known == null ? cells.begun(ledger.id(), office, period, each.row(), each.column()) : known;
            cell.type(each.text(), caller, clock.instant());
            if (known == null) {
                cells.store(cell);
            }
        }
    }
}
