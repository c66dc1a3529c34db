package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.form.Rule;
import org.guixue.form.RuleTrigger;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** Finds what a caller asks for: the ledger that is in force at an office of his scope, and the period. */
@ApplicationScoped
public class LedgerDesk {
    private static final Set<RuleTrigger.Kind> BEGINNINGS =
            Set.of(RuleTrigger.Kind.TERM_START, RuleTrigger.Kind.SCHOOL_YEAR);

    private final FormCatalog forms;
    private final Offices offices;
    private final SubmittedLedgers submitted;
    private final Clock clock;

    @Inject
    public LedgerDesk(FormCatalog forms, Offices offices, SubmittedLedgers submitted, Clock clock) {
        this.forms = forms;
        this.offices = offices;
        this.submitted = submitted;
        this.clock = clock;
    }

    /** The ledgers in force at the office. */
    List<Ledger> ledgers(Office office) {
        return forms.ledgersOf(office.jurisdiction());
    }

    /** That office of the caller's scope, or his own. */
    Office office(Caller caller, Optional<Long> wanted) {
        return offices.find(wanted.orElse(caller.office()), caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    /** @throws Forbidden where all of it tells of health or disability and the caller does not hold the grant */
    Ledger ledger(Caller caller, String jurisdiction, String name, Office office) {
        Ledger ledger = known(jurisdiction, name, office);
        if (ledger.paper().access().equals("sensitive") && !caller.mayReadSensitive()) {
            throw new Forbidden("《%s》涉及健康或残疾信息，另册保管；需要查阅请向教育局申请授权".formatted(ledger.title()));
        }
        return ledger;
    }

    /**
     * What the caller submits or types into.
     *
     * @param office the caller's own where it is not said
     * @throws Forbidden where that is not the caller's to do
     */
    OwnLedger own(Caller caller, String jurisdiction, String name, Optional<Long> office, Optional<String> period) {
        Office found = office(caller, office);
        Ledger ledger = ledger(caller, jurisdiction, name, found);
        SubmittingLedgers.expect(caller, ledger, found);
        return new OwnLedger(ledger, found, named(ledger, period));
    }

    private Ledger known(String jurisdiction, String name, Office office) {
        try {
            return forms.ledger(new FormId(jurisdiction, name), office.jurisdiction())
                    .orElseThrow(() -> new NotFound("台账"));
        } catch (IllegalArgumentException e) {
            throw new NotFound("台账");
        }
    }

    /** The period that was named, else the proposed one. A period of another kind, or one that has not begun, is refused. */
    Reporting period(Ledger ledger, Office office, Optional<String> wanted) {
        return wanted.filter(text -> !text.isBlank())
                .map(text -> fitting(ledger, parsed(text)))
                .orElseGet(() -> proposed(ledger, office));
    }

    /** The period that an act must name. */
    Reporting named(Ledger ledger, Optional<String> wanted) {
        return fitting(
                ledger,
                wanted.filter(text -> !text.isBlank())
                        .map(LedgerDesk::parsed)
                        .orElseThrow(() -> new ValuesRefused(
                                "period",
                                "请写明期间，如 %s".formatted(current(ledger.period()).name()))));
    }

    private Reporting fitting(Ledger ledger, Reporting period) {
        if (period.kind() != ledger.period()) {
            throw new ValuesRefused(
                    "period",
                    "《%s》是%s，期间应写作 %s 的样子，请改正"
                            .formatted(
                                    ledger.title(),
                                    every(ledger.period()),
                                    current(ledger.period()).name()));
        }
        if (period.from().isAfter(today())) {
            throw new ValuesRefused("period", "%s还没有开始（今天是%s），请选择已经开始的期间".formatted(period.label(), today()));
        }
        return period;
    }

    /**
     * In the first days of a period the one that has just ended, as long as the office has not submitted it; else the one that
     * lasts, as always where the ledger is due at the beginning of a term or a school year.
     */
    Reporting proposed(Ledger ledger, Office office) {
        Reporting ended = Reporting.toReport(ledger.period(), today());
        return dueAtTheBeginning(ledger, office)
                        || submitted.latestSerial(ledger.id(), office, ended).isPresent()
                ? current(ledger.period())
                : ended;
    }

    private boolean dueAtTheBeginning(Ledger ledger, Office office) {
        String id = ledger.id().toString();
        return forms.rulesOf(office.jurisdiction()).stream()
                .filter(rule -> BEGINNINGS.contains(rule.trigger().kind()))
                .flatMap(rule -> rule.doneBy().stream())
                .anyMatch(proof ->
                        proof.kind() == Rule.Proof.Kind.LEDGER && proof.name().equals(id));
    }

    Reporting current(Reporting.Kind kind) {
        return Reporting.of(kind, today());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The offices of the caller's scope that are not closed. */
    List<Office> offices(Caller caller) {
        return offices.within(caller.scope()).stream()
                .filter(office -> !office.closed())
                .toList();
    }

    /** The offices of the caller's scope for which the ledger may be read. */
    List<Office> offices(Caller caller, Ledger ledger) {
        return offices.within(caller.scope()).stream()
                .filter(office -> ledger.levels().contains(office.kind()) || office.id() == caller.office())
                .filter(office -> !office.closed() && office.kind() != OfficeKind.PROVINCE)
                .toList();
    }

    static Reporting parsed(String text) {
        try {
            return Reporting.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("period", e.getMessage() + "，请改正");
        }
    }

    /** How often, in words. */
    static String every(Reporting.Kind kind) {
        return switch (kind) {
            case DAY -> "日报";
            case WEEK -> "周报";
            case MONTH -> "月报";
            case QUARTER -> "季报";
            case TERM -> "学期报";
            case SCHOOL_YEAR -> "学年报";
            case YEAR -> "年报";
        };
    }

    Reported reported(Office office, Reporting period) {
        return Reported.of(office, period, LocalDate.now(clock), clock.instant());
    }

    List<Office> allOffices() {
        return offices.all();
    }

    ReportingLine line(Ledger ledger) {
        return new ReportingLine(allOffices(), ledger.levels());
    }
}
