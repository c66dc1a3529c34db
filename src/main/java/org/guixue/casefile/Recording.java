package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Moving;
import org.guixue.person.RollFollower;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.store.Transactions;

/**
 * Records what happened in a case: who may, whether it could happen on its day, whether the conditions of the sources hold. The
 * event, the child's standing on the roll and the trail are written in one transaction, or nothing is.
 */
@ApplicationScoped
public class Recording {
    private final Transactions transactions;
    private final Students students;
    private final Cases cases;
    private final Admission admission;
    private final RollKeeping roll;
    private final Offices offices;
    private final ChildTrail trail;
    private final Clock clock;
    private final RollFollower follower;

    @Inject
    public Recording(
            Transactions transactions,
            Students students,
            Cases cases,
            Admission admission,
            Moving moving,
            Offices offices,
            ChildTrail trail,
            Clock clock,
            RollFollower follower) {
        this.transactions = transactions;
        this.students = students;
        this.cases = cases;
        this.admission = admission;
        this.roll = new RollKeeping(moving, offices);
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
        this.follower = follower;
    }

    /** Records what somebody says has happened; what acts write by themselves is refused here. */
    public RecordedEvent record(Caller caller, long caseId, CaseEvent said) {
        return transactions.run(() -> recordOnce(caller, caseId, said));
    }

    private RecordedEvent recordOnce(Caller caller, long caseId, CaseEvent said) {
        Case found = held(caller, caseId);
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能办理个案");
        }
        if (said.kind().writtenByActs()) {
            throw new ValuesRefused(
                    "kind", "“%s”在劝返、送达、签发文书时自动记入个案，不单独登记".formatted(said.kind().label()));
        }
        if (said.kind() == EventKind.CORRECTED) {
            throw new ValuesRefused("kind", "请写明更正哪一条（corrects）和理由（reason）");
        }
        CaseHistory history = cases.history(caseId);
        List<Violation> violations =
                EventChecks.violations(said, found.student().bornOn(), today(), history);
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        CaseEvent event = admission.admit(caller, found, history, said);
        return write(caller, found, history, event);
    }

    /** The case, with its child held until the transaction ends. */
    Case held(Caller caller, long caseId) {
        Case found = cases.find(caseId, caller.scope()).orElseThrow(() -> new NotFound("个案"));
        students.hold(found.student());
        return found;
    }

    /**
     * What an act has brought about, as part of its transaction: a persuasion, a delivery, a paper. It is not asked whether it
     * may be, the act has been done; where it does not fit where the case stands it counts for nothing and shows as such.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public RecordedEvent happened(Caller caller, Case found, CaseEvent said) {
        return write(caller, found, cases.history(found.id()), said);
    }

    RecordedEvent write(Caller caller, Case found, CaseHistory history, CaseEvent said) {
        CaseEvent event = said.recorded(clock.instant(), caller.office());
        RecordedEvent recorded = cases.add(found, event, caller);
        Student child = found.student();
        trail.changed(caller, child.id(), "case event " + recorded.id() + " " + event.kind());
        Optional<CaseState> before = history.recorded().isEmpty() ? Optional.empty() : Optional.of(found.state());
        CaseHistory after = history.with(recorded.event());
        after.on(today(), clock.instant()).ifPresent(now -> {
            found.stand(now);
            students.entrust(child, carer(now, after));
            roll.follow(caller, child, before, now, event);
        });
        follower.changed(List.of(child.id()), false);
        return recorded;
    }

    /** Whom the case was handed over to, or who has accepted it; empty where nobody handed it over. */
    private Optional<Office> carer(Situation now, CaseHistory history) {
        boolean accepted =
                history.holding(clock.instant()).stream().anyMatch(each -> each.kind() == EventKind.ACCEPTED);
        OptionalLong carer = now.handedTo().isPresent() ? now.handedTo() : accepted ? now.lead() : OptionalLong.empty();
        return carer.isPresent() ? offices.find(carer.getAsLong()) : Optional.empty();
    }

    /** The day's own: a granted period that is over. */
    public void endPeriods() {
        transactions.perform(() -> cases.overdue(today()).forEach(this::endPeriod));
    }

    private void endPeriod(Case found) {
        Student child = found.student();
        students.hold(child);
        cases.history(found.id()).on(today(), clock.instant()).ifPresent(now -> {
            found.stand(now);
            roll.endPeriod(house(child), child, now);
            follower.changed(List.of(child.id()), false);
        });
    }

    /** Nobody in person. */
    private static Caller house(Student child) {
        return new Caller(0, "", "系统", Role.BUREAU, child.township().scope(), false, false, "");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
