package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.identity.VisibleText;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Registers what happens to a child on the roll: the child's new standing and the movement are written in one transaction.
 * A school receives only children whom it sees; for others the bureau moves them.
 */
@ApplicationScoped
public class Moving {
    /** How the evidence of what follows from a case begins. */
    static final String BY_CASE = "个案：";

    private static final int LONGEST_EVIDENCE = 1000;
    private static final int LONGEST_ELSEWHERE = 100;
    private static final int LONGEST_LINE = 40;

    private final Transactions transactions;
    private final Students students;
    private final Movements movements;
    private final Offices offices;
    private final ChildTrail trail;
    private final Clock clock;
    private final RollFollower follower;
    private final MovementFollower learner;

    @Inject
    public Moving(
            Transactions transactions,
            Students students,
            Movements movements,
            Offices offices,
            ChildTrail trail,
            Clock clock,
            RollFollower follower,
            MovementFollower learner) {
        this.transactions = transactions;
        this.students = students;
        this.movements = movements;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
        this.follower = follower;
        this.learner = learner;
    }

    public Movement register(Caller caller, long id, MovementOrder order) {
        return transactions.run(() -> registerOnce(caller, id, order));
    }

    private Movement registerOnce(Caller caller, long id, MovementOrder order) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能登记异动");
        }
        Student child = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        List<Violation> violations = new ArrayList<>(formRefusals(order, child));
        Optional<Office> target = Optional.empty();
        if (violations.isEmpty()) {
            try {
                target = target(caller, order, child);
            } catch (ValuesRefused e) {
                violations.addAll(e.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        if (!order.kind().mayFollow(child.state())) {
            throw new Conflict("该生现为“%s”，不能登记“%s”"
                    .formatted(child.state().label(), order.kind().label()));
        }
        Movement movement = move(caller, child, order, target);
        movements.settled(movement);
        trail.changed(caller, id, "movement " + order.kind());
        learner.registered(caller, child, movement);
        follower.changed(List.of(id), false);
        return movement;
    }

    /**
     * The child stands as its case says, from that day or from the day of what happened to it last, which then says which day
     * the case has; nothing is written where it stands so. Part of the open transaction.
     *
     * @param evidence what of its case says so
     * @param elsewhere where it went, outside this roster; empty for nowhere
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(
            Caller caller,
            Student child,
            MovementKind kind,
            Standing after,
            LocalDate on,
            String elsewhere,
            String evidence) {
        Standing before = Standing.of(child);
        if (after.isSameAs(before)) {
            return;
        }
        Optional<Movement> later = movements.latestRegistered(child).filter(latest -> on.isBefore(latest.on()));
        child.moveTo(after, clock.instant());
        movements.add(new Movement(
                child,
                kind,
                later.map(Movement::on).orElse(on),
                before,
                elsewhere,
                later.map(latest -> apart(on, latest)).orElse(""),
                BY_CASE + evidence,
                caller,
                clock.instant()));
    }

    /** Why the roll has another day than the case: a history is told in its order. */
    private static String apart(LocalDate on, Movement latest) {
        return "个案记录的日期是%s；名册此后已在%s登记“%s”，从这一天起算"
                .formatted(on, latest.on(), latest.kind().label());
    }

    /** Where the child stood before it was last moved to where it stands; empty where that was from another state. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Standing> before(Student child, StudentState state) {
        return movements
                .latest(child)
                .filter(last -> last.kind() != MovementKind.CORRECTION
                        && last.to().isSameAs(Standing.of(child))
                        && last.from().state() == state)
                .map(Movement::from);
    }

    private Movement move(Caller caller, Student child, MovementOrder order, Optional<Office> target) {
        Standing before = Standing.of(child);
        boolean elsewhere = order.kind() == MovementKind.TRANSFER_OUT && target.isEmpty();
        boolean leaves = elsewhere || order.kind() == MovementKind.TRANSFER_OUT;
        Standing after = new Standing(
                order.kind().after(before.state(), elsewhere),
                elsewhere ? Optional.empty() : target.or(before::school),
                orBefore(order.grade(), before.grade()),
                leaves || isAnother(target, before)
                        ? order.schoolClass()
                        : orBefore(order.schoolClass(), before.schoolClass()));
        child.moveTo(after, clock.instant());
        return movements.add(new Movement(
                child,
                order.kind(),
                order.on(),
                before,
                order.elsewhere(),
                "",
                order.evidence(),
                caller,
                clock.instant()));
    }

    private static boolean isAnother(Optional<Office> target, Standing before) {
        return target.isPresent() && !before.school().map(Office::id).equals(target.map(Office::id));
    }

    private static String orBefore(String given, String before) {
        return given.isEmpty() ? before : given;
    }

    private List<Violation> formRefusals(MovementOrder order, Student child) {
        List<Violation> found = new ArrayList<>();
        if (!order.kind().registered()) {
            found.add(new Violation("kind", "这类异动由名册自动记录，不能登记"));
        }
        if (order.on().isAfter(LocalDate.now(clock)) || order.on().isBefore(child.bornOn())) {
            found.add(new Violation("on", "异动日期不能晚于今天，也不能早于学生出生，请核对后重填"));
        }
        outOfOrder(child, order.on()).ifPresent(message -> found.add(new Violation("on", message)));
        boolean ordinary = order.kind() == MovementKind.PROMOTION || order.kind() == MovementKind.CLASS_CHANGE;
        if (order.evidence().isEmpty() && !ordinary) {
            found.add(new Violation("evidence", "请写明依据或证明材料，如转学申请表、医院证明"));
        }
        refuse("evidence", VisibleText.linesRefusal(order.evidence(), LONGEST_EVIDENCE), found);
        refuse("elsewhere", VisibleText.lineRefusal(order.elsewhere(), LONGEST_ELSEWHERE), found);
        refuse("grade", VisibleText.lineRefusal(order.grade(), LONGEST_LINE), found);
        refuse("schoolClass", VisibleText.lineRefusal(order.schoolClass(), LONGEST_LINE), found);
        if (order.kind() == MovementKind.PROMOTION && order.grade().isEmpty()) {
            found.add(new Violation("grade", "请填写升入的年级"));
        }
        if (order.kind() == MovementKind.CLASS_CHANGE && order.schoolClass().isEmpty()) {
            found.add(new Violation("schoolClass", "请填写调入的班级"));
        }
        return found;
    }

    /** A history is told in its order: nothing may happen before what has happened last. */
    private Optional<String> outOfOrder(Student child, LocalDate on) {
        return movements
                .latestRegistered(child)
                .filter(latest -> on.isBefore(latest.on()))
                .map(latest -> "该生%d年%d月%d日已登记“%s”，新的日期不能在此之前，请核对"
                        .formatted(
                                latest.on().getYear(),
                                latest.on().getMonthValue(),
                                latest.on().getDayOfMonth(),
                                latest.kind().label()));
    }

    private static void refuse(String field, Optional<String> message, List<Violation> found) {
        message.ifPresent(text -> found.add(new Violation(field, text)));
    }

    /** The school that the child goes to, where it goes to another one. */
    private Optional<Office> target(Caller caller, MovementOrder order, Student child) {
        Office named = order.school().isPresent()
                ? offices.find(order.school().getAsLong()).orElse(null)
                : null;
        if (order.school().isPresent() && !isOpenSchool(named)) {
            throw new ValuesRefused("school", "没有这所学校，请从列表中选择");
        }
        Optional<Office> school = Optional.ofNullable(named);
        switch (order.kind()) {
            case TRANSFER_IN -> {
                Office own = offices.find(caller.office()).orElseThrow();
                Office into = school.or(() -> Optional.of(own).filter(Moving::isOpenSchool))
                        .orElseThrow(() -> new ValuesRefused("school", "请指明转入的学校"));
                mayReceive(caller, into);
                if (child.state() != StudentState.NOT_ENROLLED
                        && child.school().filter(now -> now.id() == into.id()).isPresent()) {
                    throw new ValuesRefused("school", "该生已在这所学校，不用转入");
                }
                return Optional.of(into);
            }
            case TRANSFER_OUT -> {
                school.filter(into -> !sameCounty(into, child.township())).ifPresent(into -> {
                    throw new ValuesRefused("school", "转往县外的请不选学校，在“转往何处”中写明");
                });
                school.filter(into -> child.school().map(Office::id).equals(Optional.of(into.id())))
                        .ifPresent(into -> {
                            throw new ValuesRefused("school", "该生已在这所学校，请选择转往的学校");
                        });
                return school;
            }
            case RESUMPTION, PROMOTION -> {
                school.ifPresent(into -> mayReceive(caller, into));
                if (school.isEmpty() && child.school().isEmpty()) {
                    throw new ValuesRefused("school", "请指明就读的学校");
                }
                return school;
            }
            default -> {
                if (school.isPresent()) {
                    throw new ValuesRefused("school", "这类异动不改变学校；换学校请登记转入或转出");
                }
                return Optional.empty();
            }
        }
    }

    private static boolean isOpenSchool(@Nullable Office office) {
        return office != null && office.kind() == OfficeKind.SCHOOL && !office.closed();
    }

    private static void mayReceive(Caller caller, Office school) {
        if (!caller.scope().includes(school.path())) {
            throw new ValuesRefused("school", "不在您的工作范围内，请选择本单位或下属单位");
        }
    }

    private static boolean sameCounty(Office one, Office other) {
        return one.atOrAbove(OfficeKind.COUNTY_BUREAU)
                .map(Office::id)
                .equals(other.atOrAbove(OfficeKind.COUNTY_BUREAU).map(Office::id));
    }
}
