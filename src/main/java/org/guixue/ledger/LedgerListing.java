package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;

/** The ledgers of the caller's office, by how often they are due, each with whether it was submitted for the present period. */
@ApplicationScoped
public class LedgerListing {
    private final LedgerDesk desk;
    private final SubmittedLedgers submitted;

    @Inject
    public LedgerListing(LedgerDesk desk, SubmittedLedgers submitted) {
        this.desk = desk;
        this.submitted = submitted;
    }

    /** Those of one rhythm. */
    public record Group(String every, String period, List<Line> lines) {}

    /**
     * One of them.
     *
     * @param state whether it was submitted, in words
     * @param done whether nothing is left to do about it
     * @param others how many of those that submit to the office have; empty where nobody does
     */
    public record Line(String address, String title, String source, String state, boolean done, String others) {}

    List<Group> groups(Caller caller) {
        Office office = desk.office(caller, Optional.empty());
        Map<Reporting.Kind, List<Line>> byKind = new LinkedHashMap<>();
        for (Ledger ledger : desk.ledgers(office)) {
            boolean open = !ledger.paper().access().equals("sensitive") || caller.mayReadSensitive();
            if (open && concerns(ledger, office)) {
                byKind.computeIfAbsent(ledger.period(), kind -> new ArrayList<>())
                        .add(line(caller, ledger, office));
            }
        }
        return byKind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Group(
                        LedgerDesk.every(each.getKey()),
                        desk.current(each.getKey()).label(),
                        each.getValue()))
                .toList();
    }

    /** Whether the office submits it, or others submit it to it. */
    private boolean concerns(Ledger ledger, Office office) {
        return ledger.levels().contains(office.kind())
                || !desk.line(ledger).below(office, false).isEmpty();
    }

    private Line line(Caller caller, Ledger ledger, Office office) {
        Reporting period = desk.current(ledger.period());
        boolean own = SubmittingLedgers.refusal(caller, ledger, office).isEmpty();
        Optional<Instrument> paper = own ? submitted.latest(ledger.id(), office, period) : Optional.empty();
        List<Office> below = desk.line(ledger).below(office, false);
        int done = below.isEmpty()
                ? 0
                : submitted.latest(ledger.id(), below, period).size();
        return new Line(
                "/ledgers/" + ledger.id(),
                ledger.title(),
                ledger.source(),
                own ? paper.map(each -> "已报送 " + each.serial()).orElse("未报送") : "",
                own && paper.isPresent(),
                below.isEmpty() ? "" : "%d / %d".formatted(done, below.size()));
    }
}
