package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.person.Moving;
import org.guixue.person.RollFollower;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.store.Transactions;

/** Opens the case of a child that stays away and records each persuasion. */
@ApplicationScoped
public class Casework {
    /** As long as the papers have room for. */
    static final int LONGEST_REASON = 1000;

    private final Transactions transactions;
    private final Students students;
    private final Cases cases;
    private final Moving moving;
    private final ChildTrail trail;
    private final Clock clock;
    private final RollFollower follower;

    @Inject
    public Casework(
            Transactions transactions,
            Students students,
            Cases cases,
            Moving moving,
            ChildTrail trail,
            Clock clock,
            RollFollower follower) {
        this.transactions = transactions;
        this.students = students;
        this.cases = cases;
        this.moving = moving;
        this.trail = trail;
        this.clock = clock;
        this.follower = follower;
    }

    /** Opens the child's case; a child has one open case at most. */
    public Case open(Caller caller, long studentId, LocalDate openedOn, String reason) {
        return transactions.run(() -> openOnce(caller, studentId, openedOn, reason));
    }

    private Case openOnce(Caller caller, long studentId, LocalDate openedOn, String reason) {
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
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        students.hold(student);
        if (cases.openCase(studentId, caller.scope()).isPresent()) {
            throw new Conflict("该生已有一个未销号的个案，请在原个案中继续记录");
        }
        Case opened = new Case(student, openedOn, reason.strip(), caller.account(), clock.instant());
        cases.add(opened);
        moving.dropOut(caller, student, openedOn, "建立劝返个案：" + reason.strip());
        trail.changed(caller, studentId, "case " + opened.id() + " opened");
        follower.changed(List.of(studentId), false);
        return opened;
    }

    public Persuasion record(Caller caller, long caseId, PersuasionDetails details) {
        return transactions.run(() -> recordOnce(caller, caseId, details));
    }

    private Persuasion recordOnce(Caller caller, long caseId, PersuasionDetails details) {
        refuseInspector(caller);
        Case found = cases.find(caseId, caller.scope()).orElseThrow(() -> new NotFound("个案"));
        List<Violation> violations = details.violations(found.openedOn(), LocalDate.now(clock));
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        if (found.state() != CaseState.OPEN) {
            throw new Conflict("该个案已销号，不能再记录劝返；如再次辍学请另行建档");
        }
        Persuasion persuasion = new Persuasion(found, details, caller.account(), clock.instant());
        cases.add(persuasion);
        found.add(persuasion);
        trail.changed(caller, found.student().id(), "persuasion " + persuasion.id() + " recorded");
        return persuasion;
    }

    private static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能建档或记录劝返");
        }
    }
}
