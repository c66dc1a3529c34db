package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.guixue.store.Transactions;

/** Opens the case of a child that stays away, or for which something is applied for, and records each persuasion. */
@ApplicationScoped
public class Casework {
    /** As long as the papers have room for. */
    static final int LONGEST_REASON = 1000;

    private final Transactions transactions;
    private final Students students;
    private final Cases cases;
    private final Recording recording;
    private final Admission admission;
    private final Clock clock;

    @Inject
    public Casework(
            Transactions transactions,
            Students students,
            Cases cases,
            Recording recording,
            Admission admission,
            Clock clock) {
        this.transactions = transactions;
        this.students = students;
        this.cases = cases;
        this.recording = recording;
        this.admission = admission;
        this.clock = clock;
    }

    /** Opens the child's case for a suspicion; a child has one case, and one that has ended is opened again. */
    public Case open(Caller caller, long studentId, LocalDate openedOn, String reason) {
        return open(caller, studentId, openedOn, reason, Facts.none());
    }

    /** @param facts what is known at the opening */
    public Case open(Caller caller, long studentId, LocalDate openedOn, String reason, Facts facts) {
        return transactions.run(() -> openOnce(caller, studentId, openedOn, reason, facts));
    }

    private Case openOnce(Caller caller, long studentId, LocalDate openedOn, String reason, Facts facts) {
        refuseInspector(caller);
        Student student = students.find(studentId, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        List<Violation> violations = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (openedOn.isAfter(today) || openedOn.isBefore(student.bornOn())) {
            violations.add(new Violation("openedOn", "建档日期不能晚于今天，也不能早于学生出生，请核对后重填"));
        }
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            violations.add(new Violation("reason", "请填写辍学原因，最多%d个字".formatted(LONGEST_REASON)));
        }
        if (facts.date(Fact.LAST_DAY_ATTENDED).filter(openedOn::isBefore).isPresent()) {
            violations.add(new Violation("lastDayAttended", "最后到校日期不能晚于建档日期，请核对后重填"));
        }
        if (facts.is(Fact.NEVER_ENROLLED)
                && student.school().isPresent()
                && student.state() != StudentState.NOT_ENROLLED) {
            violations.add(new Violation("neverEnrolled", "该生在名册上有学校，不是从未入学，请去掉这一项"));
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        students.hold(student);
        Optional<Case> earlier = cases.of(studentId, caller.scope()).stream().findFirst();
        if (earlier.filter(found -> !found.state().ended()).isPresent()) {
            throw new Conflict("该生已有一个未结束的个案，请在原个案中继续记录");
        }
        CaseHistory history =
                earlier.map(found -> cases.history(found.id())).orElseGet(() -> new CaseHistory(List.of()));
        refuseBeforeTheEnd(history, openedOn);
        Case opened = earlier.orElseGet(() -> begun(caller, student, openedOn, reason.strip()));
        recording.write(
                caller,
                opened,
                history,
                CaseEvent.said(EventKind.OPENED, openedOn, reason.strip(), "", led(caller, student, facts), List.of()));
        return opened;
    }

    private Case begun(Caller caller, Student student, LocalDate openedOn, String reason) {
        Case opened = new Case(student, openedOn, reason, caller.account(), clock.instant());
        cases.add(opened);
        return opened;
    }

    private void refuseBeforeTheEnd(CaseHistory history, LocalDate openedOn) {
        history.on(openedOn, clock.instant())
                .filter(then -> !then.state().ended())
                .ifPresent(then -> {
                    throw new ValuesRefused("openedOn", "该生的个案在%s还没有结束，再次建档的日期要在它结束以后".formatted(openedOn));
                });
    }

    /** A bureau opens it for the school or township that works on it. */
    private static Facts led(Caller caller, Student student, Facts facts) {
        return caller.role() == Role.BUREAU
                ? facts.with(Fact.LEAD, Long.toString(LocalRules.home(student).id()))
                : facts;
    }

    public Persuasion record(Caller caller, long caseId, PersuasionDetails details) {
        return record(caller, caseId, details, "", "");
    }

    /**
     * @param reason why it is no other record of the same visit; empty where nobody asked
     * @param late why it is recorded long after its day (补录); empty where it is not
     */
    public Persuasion record(Caller caller, long caseId, PersuasionDetails details, String reason, String late) {
        return transactions.run(() -> recordOnce(caller, caseId, details, reason, late.strip()));
    }

    private Persuasion recordOnce(Caller caller, long caseId, PersuasionDetails details, String reason, String late) {
        refuseInspector(caller);
        Case found = recording.held(caller, caseId);
        List<Violation> violations = new ArrayList<>(details.violations(found.firstOpenedOn(), LocalDate.now(clock)));
        if (violations.stream().noneMatch(each -> each.field().equals("on"))) {
            violations.addAll(EventChecks.late(details.on(), LocalDate.now(clock), late));
        }
        violations.addAll(admission.strangers(caller, found, details.photos()));
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        CaseHistory history = cases.history(caseId);
        refuseUnlessAway(found, history, details);
        refuseTwice(found, details, reason);
        Persuasion persuasion = new Persuasion(found, details, caller.account(), clock.instant());
        cases.add(persuasion);
        found.add(persuasion);
        recording.write(caller, found, history, event(persuasion, details, reason, late));
        return persuasion;
    }

    static CaseEvent event(Persuasion persuasion, PersuasionDetails details, String reason, String late) {
        Facts facts = Facts.none()
                .with(Fact.PERSUASION, Long.toString(persuasion.id()))
                .with(Fact.JOINT, Boolean.toString(details.joint()))
                .with(
                        Fact.CHILD_MET,
                        Boolean.toString(details.met()
                                .filter(PersuasionDetails.Met::child)
                                .isPresent()))
                .with(Fact.CHILD_REFUSES, Boolean.toString(details.childRefuses()));
        if (details.promisedOn().isPresent()) {
            facts = facts.with(Fact.PROMISED, details.promisedOn().get().toString());
        }
        return CaseEvent.said(
                EventKind.PERSUADED,
                details.on(),
                "",
                late,
                reason.isBlank() ? facts : facts.with(Fact.REASON, reason.strip()),
                List.of());
    }

    private void refuseUnlessAway(Case found, CaseHistory history, PersuasionDetails details) {
        history.on(LocalDate.now(clock), clock.instant())
                .filter(now -> now.spell() == 1)
                .flatMap(Situation::lastDayAttended)
                .filter(last -> !details.on().isAfter(last))
                .ifPresent(last -> {
                    throw new ValuesRefused("on", "该生%s还在校上课，劝返要在这以后；请核对劝返日期或者最后到校日期".formatted(last));
                });
        LocalDate on = details.on().isBefore(found.firstOpenedOn()) ? found.firstOpenedOn() : details.on();
        Optional<Situation> then = history.on(on, clock.instant());
        if (then.filter(situation -> situation.state().ended()).isPresent()) {
            throw new Conflict("该个案已销号，不能再记录劝返；如再次辍学请另行建档");
        }
        then.filter(situation -> !EventKind.PERSUADED.from().contains(situation.state()))
                .ifPresent(situation -> {
                    throw new Conflict("%s该生是“%s”，不用劝返；如又离校，请先登记“再次辍学”"
                            .formatted(on, situation.state().label()));
                });
    }

    /** One visit that two write down is one, whoever they name: a second one of the day is asked about. */
    private static void refuseTwice(Case found, PersuasionDetails details, String reason) {
        boolean twice = found.persuasions().stream().anyMatch(each -> each.on().equals(details.on()));
        if (twice && reason.isBlank()) {
            throw new GateClosed(new Obstacle(
                    "same-visit",
                    "同一次劝返",
                    "",
                    List.of("%s已经记过一次劝返；如果当天还有另一次，请写明是怎样的另一次".formatted(details.on())),
                    true));
        }
    }

    private static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能建档或记录劝返");
        }
    }
}
