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
import org.guixue.office.Office;

/** The ledgers of the caller's office, by how often they are due, each with whether it was submitted for the period that is to be reported now. */
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
    public record Group(String every, List<Line> lines) {}

    /**
     * One of them.
     *
     * @param ended whether its period is over and has yet to be submitted
     * @param state whether it was submitted, in words
     * @param done whether nothing is left to do about it
     * @param others how many of those that submit to the office have; empty where nobody does
     */
    public record Line(
            String address,
            String title,
            String source,
            String period,
            boolean ended,
            String state,
            boolean done,
            String others) {}

    List<Group> groups(Caller caller) {
        Office office = desk.office(caller, Optional.empty());
        Map<Reporting.Kind, List<Line>> byKind = new LinkedHashMap<>();
        List<Office> all = desk.allOffices();
        for (Ledger ledger : desk.ledgers(office)) {
            boolean open = !ledger.paper().access().equals("sensitive") || caller.mayReadSensitive();
            List<Office> below = new ReportingLine(all, ledger.levels()).below(office, false);
            if (open && (ledger.levels().contains(office.kind()) || !below.isEmpty())) {
                byKind.computeIfAbsent(ledger.period(), kind -> new ArrayList<>())
                        .add(line(caller, ledger, office, below));
            }
        }
        return byKind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Group(LedgerDesk.every(each.getKey()), each.getValue()))
                .toList();
    }

    /** @param below who submits it to the office */
    private Line line(Caller caller, Ledger ledger, Office office, List<Office> below) {
        Reporting period = desk.proposed(ledger, office);
        boolean own = SubmittingLedgers.refusal(caller, ledger, office).isEmpty();
        Optional<String> serial = own ? submitted.latestSerial(ledger.id(), office, period) : Optional.empty();
        int done = below.isEmpty() ? 0 : submitted.count(ledger.id(), below, period);
        return new Line(
                "/ledgers/" + ledger.id(),
                ledger.title(),
                ledger.source(),
                period.label(),
                !period.equals(desk.current(ledger.period())),
                own ? serial.map(each -> "已报送 " + each).orElse("未报送") : "",
                own && serial.isPresent(),
                below.isEmpty() ? "" : "%d / %d".formatted(done, below.size()));
    }
}
