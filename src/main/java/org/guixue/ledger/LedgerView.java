package org.guixue.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;

/**
 * What the page of one ledger shows.
 *
 * @param proposed why a period stands there that has ended; empty where it was chosen or lasts
 * @param left how many cells were typed whose rows are not in it now
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
        String proposed,
        List<Choice> periods,
        long office,
        String officeName,
        List<Choice> offices,
        boolean sum,
        boolean onRecord,
        LedgerGrid grid,
        int count,
        int left,
        List<String> totals,
        List<Paper> submitted,
        List<String> differences,
        List<Choice> missing,
        int contributors,
        String mayNot,
        boolean unchanged,
        List<String> notes) {
    private static final int PERIODS = 8;

    /** Whether it is empty because others have yet to submit, not because there is nothing to list. */
    public boolean waiting() {
        return sum && !onRecord && !missing.isEmpty();
    }

    /** Something to choose. */
    public record Choice(String id, String name) {}

    /** Something that was submitted. */
    public record Paper(long id, String serial, String on, boolean last) {}

    static LedgerView of(
            Caller caller,
            ReadLedger read,
            Content shown,
            List<Office> offices,
            LedgerRequest asked,
            TypedForm posted) {
        Ledger ledger = read.ledger();
        Office office = read.asked().office();
        List<Instrument> papers = read.submitted();
        String mayNot = SubmittingLedgers.refusal(caller, ledger, office).orElse("");
        PageAddress here = PageAddress.of("/ledgers/" + ledger.id())
                .with("period", read.asked().period().name())
                .with("office", Long.toString(office.id()))
                .with("of", asked.onRecord() ? "record" : "");
        return new LedgerView(
                "/ledgers/" + ledger.id(),
                ledger.title(),
                ledger.source(),
                ledger.layout().equals("own"),
                read.asked().period().name(),
                read.asked().period().label(),
                read.asked().asOf().toString(),
                proposed(read, asked),
                periods(read),
                office.id(),
                office.name(),
                offices.stream()
                        .map(each -> new Choice(Long.toString(each.id()), each.name()))
                        .toList(),
                read.sum(),
                asked.onRecord(),
                LedgerGrid.of(
                        ledger,
                        shown,
                        new PageOf(here, asked.page(), LedgerGrid.SIZE, shown.count()),
                        posted,
                        mayNot.isEmpty() && !asked.onRecord()),
                shown.count(),
                read.left(),
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
                mayNot,
                !papers.isEmpty() && read.differences().isEmpty(),
                ledger.notes());
    }

    private static String proposed(ReadLedger read, LedgerRequest asked) {
        Reporting shown = read.asked().period();
        Reporting lasting = Reporting.of(shown.kind(), read.today());
        return asked.period().isPresent() || shown.equals(lasting)
                ? ""
                : "%s刚结束，先列出它；要看正在进行的%s，请在“期间”里选。".formatted(shown.label(), lasting.label());
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
}
