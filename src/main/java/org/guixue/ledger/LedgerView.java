package org.guixue.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Field;
import org.guixue.form.FieldText;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerColumn;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one ledger shows.
 *
 * @param rows the first of them, as texts in the order of the columns
 * @param more how many rows the page leaves out
 * @param mayNot why the caller cannot submit it here; empty where he can
 * @param unchanged whether it was submitted and says the same now
 */
public record LedgerView(
        String path,
        String title,
        String source,
        boolean ownLayout,
        String period,
        String periodLabel,
        String asOf,
        List<Choice> periods,
        long office,
        String officeName,
        List<Choice> offices,
        boolean sum,
        boolean onRecord,
        List<String> heads,
        List<List<String>> rows,
        int count,
        int more,
        List<String> totals,
        List<Paper> submitted,
        List<String> differences,
        List<Choice> missing,
        int contributors,
        String mayNot,
        boolean unchanged,
        List<String> notes) {
    private static final int SHOWN = 200;
    private static final int PERIODS = 8;

    /** Whether it is empty because others have yet to submit, not because there is nothing to list. */
    public boolean waiting() {
        return sum && !onRecord && !missing.isEmpty();
    }

    /** Something to choose. */
    public record Choice(String id, String name) {}

    /** Something that was submitted. */
    public record Paper(long id, String serial, String on, boolean last) {}

    static LedgerView of(Caller caller, ReadLedger read, Content shown, List<Office> offices, boolean onRecord) {
        Ledger ledger = read.ledger();
        Office office = read.asked().office();
        List<Instrument> papers = read.submitted();
        return new LedgerView(
                "/ledgers/" + ledger.id(),
                ledger.title(),
                ledger.source(),
                ledger.layout().equals("own"),
                read.asked().period().name(),
                read.asked().period().label(),
                read.asked().asOf().toString(),
                periods(read),
                office.id(),
                office.name(),
                offices.stream()
                        .map(each -> new Choice(Long.toString(each.id()), each.name()))
                        .toList(),
                read.sum(),
                onRecord,
                ledger.columns().stream().map(LedgerColumn::label).toList(),
                shown.rows().stream()
                        .limit(SHOWN)
                        .map(row -> ledger.columns().stream()
                                .map(column -> text(ledger, column, row.get(column.name())))
                                .toList())
                        .toList(),
                shown.count(),
                Math.max(0, shown.count() - SHOWN),
                ledger.totals().stream()
                        .map(total -> total.label() + " "
                                + Objects.toString(shown.totals().get(total.name()), "—"))
                        .toList(),
                papers(papers),
                new Shown(ledger, caller, false)
                        .differences(read.differences()).stream()
                                .map(each -> each.line(ledger))
                                .toList(),
                read.missing().stream()
                        .map(each -> new Choice(Long.toString(each.id()), each.name()))
                        .toList(),
                read.contributors().size(),
                SubmittingLedgers.refusal(caller, ledger, office).orElse(""),
                !papers.isEmpty() && read.differences().isEmpty(),
                ledger.notes());
    }

    private static List<Paper> papers(List<Instrument> papers) {
        List<Paper> shown = new ArrayList<>();
        for (int i = papers.size() - 1; i >= 0; i--) {
            Instrument paper = papers.get(i);
            shown.add(new Paper(paper.id(), paper.serial(), paper.issuedOn().toString(), i == papers.size() - 1));
        }
        return shown;
    }

    private static List<Choice> periods(ReadLedger read) {
        List<Choice> periods = new ArrayList<>();
        Reporting chosen = read.asked().period();
        Reporting period = Reporting.of(chosen.kind(), read.today());
        boolean seen = false;
        for (int i = 0; i < PERIODS; i++) {
            seen |= period.equals(chosen);
            periods.add(new Choice(period.name(), period.label()));
            period = period.previous();
        }
        if (!seen) {
            periods.add(new Choice(chosen.name(), chosen.label()));
        }
        return periods;
    }

    private static String text(Ledger ledger, LedgerColumn column, @Nullable Object value) {
        Optional<Field> field = ledger.paper().field(Ledger.ROWS).flatMap(table -> table.column(column.name()));
        return value == null
                ? ""
                : field.map(known -> FieldText.of(known, value)).orElse(value.toString());
    }
}
