package org.guixue.aid;

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
import org.guixue.audit.ChildTrail;
import org.guixue.evidence.Evidences;
import org.guixue.identity.VisibleText;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.store.Transactions;

/** Records what a child was given, and takes back what was recorded wrongly. */
@ApplicationScoped
public class AidGiving {
    private final Transactions transactions;
    private final Aids aids;
    private final Students students;
    private final Evidences evidences;
    private final ChildTrail trail;
    private final Clock clock;

    @Inject
    public AidGiving(
            Transactions transactions,
            Aids aids,
            Students students,
            Evidences evidences,
            ChildTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.aids = aids;
        this.students = students;
        this.evidences = evidences;
        this.trail = trail;
        this.clock = clock;
    }

    public Aid record(Caller caller, long studentId, AidDetails details) {
        return transactions.run(() -> {
            refuseInspector(caller);
            Student child = students.find(studentId, caller.scope()).orElseThrow(() -> new NotFound("学生"));
            List<Violation> wrong = new ArrayList<>(details.violations(LocalDate.now(clock), child.bornOn()));
            if (wrong.isEmpty() && isStranger(caller, child, details.evidence())) {
                wrong.add(new Violation(
                        "evidence", "没有编号为“%s”的材料，或者它是别的学生的；请先上传，再填它的编号或档号".formatted(details.evidence())));
            }
            if (!wrong.isEmpty()) {
                throw new ValuesRefused(wrong);
            }
            Aid aid = new Aid(child, details, caller.account(), clock.instant());
            aids.add(aid);
            trail.changed(caller, studentId, "aid recorded");
            return aid;
        });
    }

    private boolean isStranger(Caller caller, Student child, String evidence) {
        return !evidence.isEmpty()
                && evidences.named(evidence, child.id(), caller.scope()).isEmpty();
    }

    /** @return the entry that counters it */
    public Aid takeBack(Caller caller, long studentId, long id, String reason) {
        return transactions.run(() -> {
            refuseInspector(caller);
            Student child = students.find(studentId, caller.scope()).orElseThrow(() -> new NotFound("学生"));
            Aid aid = aids.find(id, caller.scope())
                    .filter(found -> found.student().id() == studentId)
                    .orElseThrow(() -> new NotFound("资助记录"));
            Optional<String> refusal = reason.isBlank()
                    ? Optional.of("请写明冲销的原因")
                    : VisibleText.lineRefusal(reason.strip(), AidDetails.LONGEST_NOTE);
            refusal.ifPresent(message -> {
                throw new ValuesRefused("reason", message);
            });
            students.hold(child);
            if (aid.counters().isPresent() || aids.isCountered(id)) {
                throw new Conflict("这一笔已经冲销，或本身是冲销，不能再冲销；需要时请重新登记");
            }
            Aid counter = aid.countered(reason.strip(), LocalDate.now(clock), caller.account(), clock.instant());
            aids.add(counter);
            trail.changed(caller, studentId, "aid taken back");
            return counter;
        });
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能登记");
        }
    }
}
