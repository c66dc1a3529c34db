package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;

/**
 * Reads a ledger for an office and a period: computed where the office's own children are, added up from what was submitted
 * where others report to it. Whose it may be is asked of the {@link LedgerDesk}.
 */
@ApplicationScoped
public class LedgerReading {
    private final LedgerDesk desk;
    private final Computing computing;
    private final SubmittedLedgers submitted;
    private final TypedCells typed;

    @Inject
    public LedgerReading(LedgerDesk desk, Computing computing, SubmittedLedgers submitted, TypedCells typed) {
        this.desk = desk;
        this.computing = computing;
        this.submitted = submitted;
        this.typed = typed;
    }

    /** What the caller asks for and may read. */
    ReadLedger read(Caller caller, LedgerRequest asked) {
        Office office = desk.office(caller, asked.office());
        Ledger ledger = desk.ledger(caller, asked.jurisdiction(), asked.ledger(), office);
        return read(ledger, office, desk.period(ledger, office, asked.period()), asked.onRecord());
    }

    /** From what was submitted, where others submit. */
    ReadLedger read(Ledger ledger, Office office, Reporting period) {
        return read(ledger, office, period, false);
    }

    /** The same, where all that an office above sees of the period was read already. */
    ReadLedger read(Ledger ledger, Office office, Reporting period, ReadPopulations all) {
        return read(ledger, desk.reported(office, period), false, all);
    }

    /** From what is on record, whether it was submitted or not. */
    ReadLedger onRecord(Ledger ledger, Office office, Reporting period) {
        return read(ledger, office, period, true);
    }

    private ReadLedger read(Ledger ledger, Office office, Reporting period, boolean onRecord) {
        Reported asked = desk.reported(office, period);
        return read(ledger, asked, onRecord, computing.read(asked));
    }

    private ReadLedger read(Ledger ledger, Reported asked, boolean onRecord, ReadPopulations all) {
        Office office = asked.office();
        Reporting period = asked.period();
        ReportingLine line = desk.line(ledger);
        List<Office> below = line.below(office, true);
        Map<Long, Instrument> papers = submitted.latest(ledger.id(), below, period);
        List<Office> contributors = below.stream()
                .filter(each -> !each.closed() || papers.containsKey(each.id()))
                .toList();
        List<Instrument> before = submitted.of(ledger.id(), office, period);
        Content last = before.isEmpty()
                ? new Content(List.of(), Map.of())
                : SubmittedLedgers.content(before.get(before.size() - 1), ledger);
        Content computed = onRecord
                ? TypedCells.keeping(computing.whole(ledger, asked, line, all), last, ledger)
                : sum(ledger, asked, line, all, contributors, papers, last);
        List<TypedCell> cells = typed.of(ledger, office, period);
        Content content = TypedCells.over(computed, cells);
        return new ReadLedger(
                ledger,
                asked,
                content,
                before,
                before.isEmpty() ? List.of() : Difference.between(ledger, last, content),
                contributors,
                contributors.stream()
                        .filter(each -> !papers.containsKey(each.id()))
                        .toList(),
                !contributors.isEmpty(),
                TypedCells.left(content, cells),
                desk.today());
    }

    private Content sum(
            Ledger ledger,
            Reported asked,
            ReportingLine line,
            ReadPopulations all,
            List<Office> from,
            Map<Long, Instrument> papers,
            Content last) {
        Content own = TypedCells.keeping(computing.own(ledger, asked, line, all, papers.keySet()), last, ledger);
        if (from.isEmpty()) {
            return own;
        }
        Summing sum = new Summing(ledger);
        for (Office each : new ArrayList<>(from)) {
            Instrument paper = papers.get(each.id());
            if (paper != null) {
                sum.add(SubmittedLedgers.content(paper, ledger));
            }
        }
        sum.add(own);
        return sum.sum(new Tabulating(ledger, new RowConditions(asked, line)));
    }
}
