package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.Reporting;
import org.guixue.office.Office;

/** 人账相符: holds people, cases, papers and ledgers against each other, for an office and the last day of a period. Changes nothing. */
@ApplicationScoped
public class Agreeing {
    private final Iterable<FiguresCheck> checks;
    private final LedgerDesk desk;
    private final ListingTrail trail;

    @Inject
    public Agreeing(@Any Instance<FiguresCheck> checks, LedgerDesk desk, ListingTrail trail) {
        this((Iterable<FiguresCheck>) checks, desk, trail);
    }

    Agreeing(Iterable<FiguresCheck> checks, LedgerDesk desk, ListingTrail trail) {
        this.checks = checks;
        this.desk = desk;
        this.trail = trail;
    }

    /** Any period that has begun; without one the month that is to be reported. */
    Reported asked(Caller caller, Optional<String> period, Optional<Long> office) {
        Office of = desk.office(caller, office);
        Reporting named = period.filter(text -> !text.isBlank())
                .map(LedgerDesk::parsed)
                .orElseGet(() -> Reporting.toReport(Reporting.Kind.MONTH, desk.today()));
        if (named.from().isAfter(desk.today())) {
            throw new ValuesRefused("period", "%s还没有开始，请选择已经开始的期间".formatted(named.label()));
        }
        return desk.reported(of, named);
    }

    /** What differs first. */
    List<FiguresFinding> findings(Caller caller, Reported asked) {
        List<FiguresFinding> findings = new ArrayList<>();
        checks.forEach(check -> findings.addAll(check.of(asked)));
        if (!caller.mayReadSensitive()) {
            desk.ledgers(asked.office()).stream()
                    .filter(ledger -> ledger.paper().access().equals("sensitive"))
                    .forEach(ledger -> findings.removeIf(each -> each.isAbout(ledger.id())));
        }
        trail.searched(caller, "人账相符", asked.period().name(), findings.size());
        findings.sort(Comparator.comparing(FiguresFinding::holds).thenComparing(FiguresFinding::check));
        return findings;
    }
}
