package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/**
 * Submits a ledger (报送): what it says now is frozen and issued as a sealed paper of the office's period. What is submitted again
 * corrects what was submitted before, and says what changed; where nothing has, it is refused. Of two who submit the same at once
 * one is told that it was done.
 */
@ApplicationScoped
public class SubmittingLedgers {
    /** More rows than that are no paper any more; sums of them are. */
    static final int MOST_ROWS = 5_000;

    private final LedgerReading reading;
    private final Issuing issuing;
    private final Offices offices;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public SubmittingLedgers(
            LedgerReading reading, Issuing issuing, Offices offices, Transactions transactions, Clock clock) {
        this.reading = reading;
        this.issuing = issuing;
        this.offices = offices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why that caller cannot submit it for that office; empty where he can. */
    static Optional<String> refusal(Caller caller, Ledger ledger, Office office) {
        if (caller.role() == Role.INSPECTOR) {
            return Optional.of("督导账号只查看，不报送台账");
        }
        if (!ledger.levels().contains(office.kind())) {
            return Optional.of(
                    "《%s》不由%s报送".formatted(ledger.title(), office.kind().label()));
        }
        if (caller.office() != office.id()) {
            return Optional.of("“%s”的台账由该单位自己报送；您可以查看".formatted(office.name()));
        }
        if (ledger.sensitive() && !caller.mayReadSensitive()) {
            return Optional.of("《%s》含健康或残疾信息，须由有查阅授权的账号报送".formatted(ledger.title()));
        }
        return Optional.empty();
    }

    /** @throws Forbidden where that caller cannot submit it for that office */
    static void expect(Caller caller, Ledger ledger, Office office) {
        refusal(caller, ledger, office).ifPresent(why -> {
            throw new Forbidden(why);
        });
    }

    /** The sealed paper, or the reserved one where sealing has to be tried again. */
    Instrument submit(Caller caller, Ledger ledger, Office office, Reporting period) {
        expect(caller, ledger, office);
        return issuing.sealed(transactions.run(() -> number(caller, ledger, office, period)));
    }

    private long number(Caller caller, Ledger ledger, Office office, Reporting period) {
        offices.hold(office.id());
        ReadLedger read = reading.read(ledger, office, period);
        refuseUnchanged(read);
        if (read.content().count() > MOST_ROWS) {
            throw new TooLarge("《%s》有%d行，一份文书最多%d行；请由下级单位分别报送，本级导出工作簿"
                    .formatted(ledger.title(), read.content().count(), MOST_ROWS));
        }
        return issuing.number(
                caller,
                new IssueOrder(
                        ledger.id(),
                        Subject.of(office, period.name()),
                        LedgerValues.of(read, caller.displayName(), LocalDate.now(clock))),
                Optional.empty());
    }

    private static void refuseUnchanged(ReadLedger read) {
        read.latest().filter(before -> read.differences().isEmpty()).ifPresent(before -> {
            throw new Conflict("%s的《%s》已经报送（%s），此后没有变动，不需要再报"
                    .formatted(read.asked().period().label(), read.ledger().title(), before.serial()));
        });
    }
}
