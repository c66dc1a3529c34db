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
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.sheet.Approving;
import org.guixue.sheet.Draft;
import org.guixue.sheet.DraftState;
import org.guixue.sheet.Drafts;
import org.guixue.sheet.Ordered;
import org.guixue.sheet.Submission;
import org.guixue.store.Transactions;

/**
 * Submits a ledger (报送): what it says now is frozen and issued as a sealed paper of the office's period. What is submitted again
 * corrects what was submitted before, and says what changed; where nothing has, it is refused. Of two who submit the same at once
 * one is told that it was done. Where the county asks for an approval (用印审批), it is frozen and handed in, and submitted when that
 * is given; what was sent back or taken back gives way to what is handed in anew.
 */
@ApplicationScoped
public class SubmittingLedgers {
    /** More rows than that are no paper any more; sums of them are. */
    static final int MOST_ROWS = 5_000;

    private final LedgerReading reading;
    private final Issuing issuing;
    private final Approving approving;
    private final Drafts drafts;
    private final Offices offices;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public SubmittingLedgers(
            LedgerReading reading,
            Issuing issuing,
            Approving approving,
            Drafts drafts,
            Offices offices,
            Transactions transactions,
            Clock clock) {
        this.reading = reading;
        this.issuing = issuing;
        this.approving = approving;
        this.drafts = drafts;
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

    /** The sealed paper, or the reserved one where sealing has to be tried again; or what waits for its approval. */
    Ordered submit(Caller caller, Ledger ledger, Office office, Reporting period) {
        expect(caller, ledger, office);
        Begun begun = transactions.run(() -> begin(caller, new OwnLedger(ledger, office, period)));
        return begun.waiting().map(Ordered::handedIn).orElseGet(() -> Ordered.issued(issuing.sealed(begun.paper())));
    }

    /** @param paper id of what has its number, where nothing waits */
    private record Begun(Optional<Draft> waiting, long paper) {}

    private Begun begin(Caller caller, OwnLedger own) {
        offices.hold(own.office().id());
        ReadLedger read = reading.read(own.ledger(), own.office(), own.period());
        Optional<Draft> waiting = handedIn(own).filter(draft -> draft.state() == DraftState.SUBMITTED);
        if (waiting.isPresent()) {
            refuseOther(waiting.get(), read);
            return new Begun(waiting, 0);
        }
        IssueOrder order = order(caller, read);
        drafts.giveWay(own.ledger().id(), own.office(), own.period().name());
        return own.ledger().paper().approval()
                ? new Begun(Optional.of(approving.handIn(caller, order, Optional.empty())), 0)
                : new Begun(Optional.empty(), issuing.number(caller, order, Optional.empty()));
    }

    /** What was handed in or taken back last and is no paper yet. */
    Optional<Draft> handedIn(OwnLedger of) {
        return drafts.computed(of.ledger().id(), of.office(), of.period().name()).stream()
                .findFirst();
    }

    /** @throws Conflict where something else than what waits would be handed in now */
    private static void refuseOther(Draft waiting, ReadLedger read) {
        Submission handed = waiting.submission().orElseThrow();
        Content frozen = SubmittedLedgers.content(ValuesJson.read(handed.valuesJson()), read.ledger());
        if (!Difference.between(read.ledger(), frozen, read.content()).isEmpty()) {
            throw new Conflict("%s的《%s》已由%s提交审批，正在等待，此后又有变动；要按现在的内容报送，请先由提交人撤回，或者由审批人退回"
                    .formatted(read.asked().period().label(), read.ledger().title(), handed.submitterName()));
        }
    }

    private IssueOrder order(Caller caller, ReadLedger read) {
        refuseUnchanged(read);
        if (read.content().count() > MOST_ROWS) {
            throw new TooLarge("《%s》有%d行，一份文书最多%d行；请由下级单位分别报送，本级导出工作簿"
                    .formatted(read.ledger().title(), read.content().count(), MOST_ROWS));
        }
        return new IssueOrder(
                read.ledger().id(),
                Subject.of(read.asked().office(), read.asked().period().name()),
                LedgerValues.of(read, caller.displayName(), LocalDate.now(clock)));
    }

    private static void refuseUnchanged(ReadLedger read) {
        read.latest().filter(before -> read.differences().isEmpty()).ifPresent(before -> {
            throw new Conflict("%s的《%s》已经报送（%s），此后没有变动，不需要再报"
                    .formatted(read.asked().period().label(), read.ledger().title(), before.serial()));
        });
    }
}
