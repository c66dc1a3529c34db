package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.identity.VisibleText;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/**
 * 更正: an event that was wrong is taken back by an event of its own, and another may stand in its place. The list is folded
 * again; what no longer has a footing shows as 「依据已失效」, the roll gets a counter-movement, in one transaction.
 */
@ApplicationScoped
public class Correcting {
    private static final int LONGEST_REASON = 300;

    private final Transactions transactions;
    private final Cases cases;
    private final Recording recording;
    private final Admission admission;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public Correcting(
            Transactions transactions,
            Cases cases,
            Recording recording,
            Admission admission,
            Offices offices,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.recording = recording;
        this.admission = admission;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * @param replacement what really happened; empty where nothing did
     * @return the correction
     */
    public RecordedEvent correct(
            Caller caller, long caseId, long event, Optional<CaseEvent> replacement, String reason) {
        return transactions.run(() -> correctOnce(caller, caseId, event, replacement, reason));
    }

    /** A persuasion that was written down wrongly: another stands in its place. */
    public RecordedEvent correctPersuasion(
            Caller caller, long caseId, long event, PersuasionDetails right, String reason) {
        return transactions.run(() -> {
            Case found = recording.held(caller, caseId);
            List<Violation> violations = new ArrayList<>(right.violations(found.firstOpenedOn(), LocalDate.now(clock)));
            violations.addAll(admission.strangers(caller, found, right.photos()));
            if (!violations.isEmpty()) {
                throw new ValuesRefused(violations);
            }
            Persuasion persuasion = new Persuasion(found, right, caller.account(), clock.instant());
            cases.add(persuasion);
            found.add(persuasion);
            return correctOnce(caller, caseId, event, Optional.of(Casework.event(persuasion, right, "", "")), reason);
        });
    }

    private RecordedEvent correctOnce(
            Caller caller, long caseId, long event, Optional<CaseEvent> replacement, String reason) {
        Case found = recording.held(caller, caseId);
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能办理个案");
        }
        RecordedEvent wrong = cases.recorded(caseId).stream()
                .filter(each -> each.id() == event)
                .findFirst()
                .orElseThrow(() -> new ValuesRefused("corrects", "该个案没有这条记录，请核对"));
        checkReason(reason);
        CaseHistory history = cases.history(caseId);
        refuse(caller, history, wrong, replacement);
        RecordedEvent correction = recording.write(caller, found, history, correction(event, reason));
        settlePersuasions(found);
        if (replacement.isPresent()) {
            replace(caller, found, wrong.event(), replacement.get(), reason);
        }
        return correction;
    }

    private void replace(Caller caller, Case found, CaseEvent wrong, CaseEvent right, String reason) {
        CaseEvent said = right.late().isEmpty()
                ? new CaseEvent(
                        0,
                        right.kind(),
                        right.on(),
                        right.recordedAt(),
                        0,
                        right.words(),
                        "更正：" + reason,
                        right.facts(),
                        right.basis())
                : right;
        CaseHistory corrected = cases.history(found.id());
        List<Violation> violations =
                EventChecks.violations(said, found.student().bornOn(), LocalDate.now(clock), corrected);
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        CaseEvent admitted = wrong.kind() == EventKind.OPENED ? said : admission.admit(caller, found, corrected, said);
        recording.write(caller, found, corrected, admitted);
    }

    /** Each persuasion notes whether its event still holds. */
    private void settlePersuasions(Case found) {
        CaseHistory history = cases.history(found.id());
        for (CaseEvent each : history.recorded()) {
            each.facts().id(Fact.PERSUASION).ifPresent(id -> found.recordedPersuasion(id)
                    .ifPresent(made -> made.withdraw(history.correctionOf(each).isPresent())));
        }
    }

    private CaseEvent correction(long event, String reason) {
        return CaseEvent.said(
                EventKind.CORRECTED,
                LocalDate.now(clock),
                reason.strip(),
                "",
                new Facts(Map.of(Fact.CORRECTS, Long.toString(event))),
                List.of());
    }

    private static void checkReason(String reason) {
        if (reason.isBlank()) {
            throw new ValuesRefused("reason", "请写明为什么更正");
        }
        VisibleText.linesRefusal(reason, LONGEST_REASON).ifPresent(message -> {
            throw new ValuesRefused("reason", message);
        });
    }

    private void refuse(Caller caller, CaseHistory history, RecordedEvent wrong, Optional<CaseEvent> replacement) {
        CaseEvent event = wrong.event();
        boolean above = offices.find(event.office())
                .filter(office -> caller.scope().includes(office.path()))
                .isPresent();
        if (!above) {
            throw new Forbidden("由登记这条记录的单位或者它的上级更正");
        }
        if (history.correctionOf(event).isPresent()) {
            throw new Conflict("这条记录已经更正过，请刷新后再看");
        }
        if (event.kind() == EventKind.OPENED && replacement.isEmpty() && isFirst(history, event)) {
            throw new ValuesRefused("replacement", "建档是个案的第一条，不能只撤销；建错的请登记“排除疑似”，写错的请同时写明正确的内容");
        }
        if (replacement.filter(right -> right.kind() != event.kind()).isPresent()
                && (event.kind().writtenByActs()
                        || event.kind() == EventKind.OPENED
                        || replacement.get().kind().writtenByActs())) {
            throw new ValuesRefused(
                    "replacement", "“%s”只能更正为同一种记录".formatted(event.kind().label()));
        }
    }

    private static boolean isFirst(CaseHistory history, CaseEvent event) {
        return history.recorded().stream()
                .filter(each -> each.kind() == EventKind.OPENED)
                .findFirst()
                .filter(first -> first.id() == event.id())
                .isPresent();
    }

    /**
     * What an act had brought about and has been taken back, such as a paper that is void: corrected in its transaction.
     *
     * @param paper id of the instrument
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(Caller caller, Case found, long paper, String reason) {
        CaseHistory history = cases.history(found.id());
        for (CaseEvent each : history.holding(clock.instant())) {
            boolean rests = each.facts().id(Fact.PAPER).stream().anyMatch(id -> id == paper);
            if (rests) {
                recording.write(caller, found, cases.history(found.id()), correction(each.id(), reason));
            }
        }
    }
}
