package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the roster true: enters children and corrects what is written of them, within the caller's scope. A correction
 * leaves a {@link Movement} in the same transaction. What only holders of the grant may see
 * stays as it is when somebody without it corrects.
 */
@ApplicationScoped
public class Roster {
    private final Transactions transactions;
    private final Students students;
    private final Movements movements;
    private final TakenPapers takenPapers;
    private final KnownCategories categories;
    private final Offices offices;
    private final ChildTrail trail;
    private final Clock clock;
    private final RollFollower follower;

    @Inject
    public Roster(
            Transactions transactions,
            Students students,
            Movements movements,
            Duplicates duplicates,
            KnownCategories categories,
            Offices offices,
            ChildTrail trail,
            Clock clock,
            RollFollower follower,
            MayBeTold mayBeTold) {
        this.transactions = transactions;
        this.students = students;
        this.movements = movements;
        this.takenPapers = new TakenPapers(duplicates, mayBeTold);
        this.categories = categories;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
        this.follower = follower;
    }

    public Student enter(Caller caller, StudentDetails details) {
        return transactions.run(() -> enterOnce(caller, details));
    }

    private Student enterOnce(Caller caller, StudentDetails details) {
        Placement placement = check(caller, details, null);
        Student student = students.add(new Student(details, placement.school(), placement.township(), clock.instant()));
        trail.changed(caller, student.id(), "entered");
        follower.changed(List.of(student.id()), true);
        return student;
    }

    public Student correct(Caller caller, long id, StudentDetails details) {
        return correct(caller, id, details, OptionalInt.empty());
    }

    /** @param seen the version that the caller has seen; another one is {@link Stale} and nothing is written */
    public Student correct(Caller caller, long id, StudentDetails details, OptionalInt seen) {
        return correct(caller, id, known -> details, seen);
    }

    /** @param change what to make of what the roster says by then, so that what another has changed meanwhile stays */
    public Student correct(Caller caller, long id, UnaryOperator<StudentDetails> change, OptionalInt seen) {
        return transactions.run(() -> correctOnce(caller, id, change, seen, ""));
    }

    /** @param evidence what shows that it is so, for the child's history */
    public Student correct(Caller caller, long id, UnaryOperator<StudentDetails> change, String evidence) {
        return transactions.run(() -> correctOnce(caller, id, change, OptionalInt.empty(), evidence));
    }

    private Student correctOnce(
            Caller caller, long id, UnaryOperator<StudentDetails> change, OptionalInt seen, String evidence) {
        Student student = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        if (seen.isPresent() && seen.getAsInt() != student.version()) {
            throw new Stale("这名学生的信息刚刚被改动过，请重新读取后再改");
        }
        StudentDetails permitted = permitted(caller, change.apply(StudentDetails.of(student)), student);
        write(caller, student, permitted, check(caller, permitted, student), LocalDate.now(clock), evidence);
        students.settle();
        trail.changed(caller, id, "corrected");
        follower.changed(List.of(id), false);
        return student;
    }

    /**
     * What speaks against writing the details over what is known, apart from duplicates ({@link Duplicates}); at most one a field. No query
     * where the offices were read in the open transaction already.
     */
    public List<Violation> refusals(Caller caller, StudentDetails details, Optional<Student> known) {
        List<Violation> violations =
                new ArrayList<>(details.violations(LocalDate.now(clock), categories, known.map(StudentDetails::of)));
        Optional<Office> school = school(details);
        Optional<Office> township = township(details);
        if (details.schooling().school().isPresent() && school.isEmpty()) {
            violations.add(new Violation("school", "没有这所学校，请从列表中选择"));
        }
        school.filter(Office::closed)
                .ifPresent(o -> violations.add(new Violation("school", "“%s”已撤销，请选择其他学校".formatted(o.name()))));
        township.filter(Office::closed)
                .ifPresent(o -> violations.add(new Violation("township", "“%s”已撤销，请选择其他乡镇".formatted(o.name()))));
        if (township.isEmpty()) {
            violations.add(new Violation("township", "没有这个乡镇，请从列表中选择"));
        } else if (violations.isEmpty() && !mayGoTo(caller, school, known)) {
            violations.add(new Violation("school", "不在您的工作范围内，不能把学生放进这所学校；请由该校登记转入，或请教育局办理"));
        } else if (violations.isEmpty() && !within(caller, school, township.get())) {
            violations.add(new Violation(
                    details.schooling().school().isPresent() ? "school" : "township", "不在您的工作范围内，请选择本单位或下属单位"));
        }
        return violations;
    }

    private void write(
            Caller caller,
            Student student,
            StudentDetails details,
            Placement placement,
            LocalDate on,
            String evidence) {
        Standing before = Standing.of(student);
        StudentDetails known = StudentDetails.of(student);
        student.correct(details, placement.school(), placement.township(), clock.instant());
        student.moveTo(settled(before, Standing.of(student)), clock.instant());
        history(caller, student, before, known, on, evidence).forEach(movements::add);
    }

    private List<Movement> history(
            Caller caller, Student now, Standing before, StudentDetails known, LocalDate on, String evidence) {
        List<Movement> history = new ArrayList<>();
        Standing after = Standing.of(now);
        String corrected = DetailChange.between(known, StudentDetails.of(now));
        if (!after.isSameAs(before) || !corrected.isEmpty()) {
            MovementKind kind = after.isReachedByTransfer(before) ? MovementKind.TRANSFER_IN : MovementKind.CORRECTION;
            history.add(new Movement(
                    now,
                    kind,
                    on,
                    before,
                    "",
                    corrected.isEmpty() ? "" : "更正：" + corrected,
                    evidence,
                    caller,
                    clock.instant()));
        }
        List<HeldCategory> held = known.categories();
        if (!new HashSet<>(held).equals(new HashSet<>(now.heldCategories()))) {
            history.add(new Movement(
                    now,
                    MovementKind.CATEGORY_CHANGE,
                    on,
                    after,
                    "",
                    CategoryChange.between(held, now.heldCategories()),
                    evidence,
                    caller,
                    clock.instant()));
        }
        return history;
    }

    /**
     * What the details would make of a child, for an import that stages many before it writes all: nothing is stored, and
     * the child handed back belongs to no transaction. The details have no {@link #refusals}.
     *
     * @param known the child as it is; not changed
     */
    @Transactional
    public Outlook outlook(
            Caller caller, StudentDetails wanted, Optional<Student> known, LocalDate on, String evidence) {
        refuseInspector(caller);
        StudentDetails details =
                known.map(child -> permitted(caller, wanted, child)).orElse(wanted);
        Student child = new Student(
                details,
                school(details).orElse(null),
                township(details).orElseThrow(() -> new NotFound("乡镇")),
                clock.instant());
        if (known.isEmpty()) {
            return new Outlook(child, List.of(), true);
        }
        Standing before = Standing.of(known.get());
        child.moveTo(
                settled(before, new Standing(before.state(), child.school(), child.grade(), child.schoolClass())),
                clock.instant());
        List<Movement> history = history(caller, child, before, StudentDetails.of(known.get()), on, evidence);
        boolean changed = !history.isEmpty() || !StudentDetails.of(child).equals(StudentDetails.of(known.get()));
        return new Outlook(child, history, changed);
    }

    /**
     * A child that was given a school is enrolled there; one whose school was struck out is not, nor one that its next school
     * still awaits and has put into no class.
     */
    private static Standing settled(Standing before, Standing standing) {
        StudentState state = standing.state();
        if (stillAwaited(before, standing)) {
            return standing;
        }
        if (standing.school().isPresent()
                && (state == StudentState.NOT_ENROLLED || state == StudentState.TRANSFERRED)) {
            state = StudentState.ENROLLED;
        } else if (standing.school().isEmpty() && state.atSchool()) {
            state = StudentState.NOT_ENROLLED;
        }
        return new Standing(state, standing.school(), standing.grade(), standing.schoolClass());
    }

    private static boolean stillAwaited(Standing before, Standing now) {
        return before.state() == StudentState.NOT_ENROLLED
                && before.school().isPresent()
                && before.school().map(Office::id).equals(now.school().map(Office::id))
                && now.schoolClass().isEmpty();
    }

    private static StudentDetails permitted(Caller caller, StudentDetails details, Student known) {
        return caller.mayReadSensitive() ? details : details.keeping(known);
    }

    private record Placement(@Nullable Office school, Office township) {}

    private Placement check(Caller caller, StudentDetails details, @Nullable Student known) {
        refuseInspector(caller);
        List<Violation> violations = new ArrayList<>(refusals(caller, details, Optional.ofNullable(known)));
        if (violations.isEmpty()) {
            violations.addAll(takenPapers.violations(caller, details, known));
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        return new Placement(school(details).orElse(null), township(details).orElseThrow());
    }

    private static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能改动名册");
        }
    }

    private Optional<Office> school(StudentDetails details) {
        return details.schooling().school().isEmpty()
                ? Optional.empty()
                : offices.find(details.schooling().school().getAsLong()).filter(o -> o.kind() == OfficeKind.SCHOOL);
    }

    private Optional<Office> township(StudentDetails details) {
        return offices.find(details.township()).filter(o -> o.kind() == OfficeKind.TOWNSHIP);
    }

    /** A school receives its children itself; where a child is already it may stay. */
    private static boolean mayGoTo(Caller caller, Optional<Office> school, Optional<Student> known) {
        return school.isEmpty()
                || caller.scope().includes(school.get().path())
                || known.flatMap(Student::school)
                        .filter(now -> now.id() == school.get().id())
                        .isPresent();
    }

    private static boolean within(Caller caller, Optional<Office> school, Office township) {
        return caller.scope().includes(township.path())
                || school.filter(office -> caller.scope().includes(office.path()))
                        .isPresent();
    }
}
