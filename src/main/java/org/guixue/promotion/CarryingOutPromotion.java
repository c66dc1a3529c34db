package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.RollTurn;
import org.guixue.person.Standing;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.guixue.person.Students;
import org.guixue.store.OneThreadEach;
import org.guixue.store.Transactions;

/**
 * Carries out what was ordered, one school in one transaction: all of its children or none. After a kill the next round goes on
 * with the schools that are left; nobody goes on twice. Holds as much as one school has children.
 */
@ApplicationScoped
public class CarryingOutPromotion {
    private static final Logger LOG = Logger.getLogger(CarryingOutPromotion.class.getName());
    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Planning planning;
    private final Promotions promotions;
    private final SchoolRoll roll;
    private final Students students;
    private final RollTurn turning;
    private final Clock clock;
    private final OneThreadEach atIt = new OneThreadEach();

    @Inject
    public CarryingOutPromotion(
            Transactions transactions,
            Planning planning,
            Promotions promotions,
            SchoolRoll roll,
            Students students,
            RollTurn turning,
            Clock clock) {
        this.transactions = transactions;
        this.planning = planning;
        this.promotions = promotions;
        this.roll = roll;
        this.students = students;
        this.turning = turning;
        this.clock = clock;
    }

    /** Goes on with what waits, the longest ordered first; what fails is tried again by the next round. */
    public boolean round() {
        List<Long> waiting = promotions.ordered();
        waiting.forEach(id -> {
            try {
                carryOut(id);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "promotion " + id + " is not done yet and is tried again");
            }
        });
        return !waiting.isEmpty();
    }

    /** Until it is done, or is sent back because the roll has changed since it was ordered. */
    public void carryOut(long id) {
        atIt.runOrAwait(id, () -> transactions.perform(() -> carryOutOnce(id)));
    }

    private void carryOutOnce(long id) {
        Promotion promotion = promotions.held(id);
        if (promotion.state() != PromotionState.ORDERED) {
            return;
        }
        SchoolPlan plan = planning.plan(promotion.school(), promotion.year());
        if (!plan.digest().equals(promotion.digest())) {
            promotion.backToPreparing("下达以后名册有变动，没有办理任何一名学生；请重新核对后再办");
            return;
        }
        List<PlannedStep> moving = plan.moving();
        Map<Long, LocalDate> lastOn = lastOn(promotion.school(), promotion.year());
        for (int first = 0; first < moving.size(); first += CHUNK) {
            write(promotion, moving.subList(first, Math.min(first + CHUNK, moving.size())), lastOn);
        }
        promotion.done(moving.size(), clock.instant());
        promotions.settle();
    }

    /** A history is told in its order: whoever moved since the year began goes on from that day. */
    private Map<Long, LocalDate> lastOn(Office school, SchoolYear year) {
        Map<Long, LocalDate> last = new HashMap<>();
        roll.since(school, year.from()).forEach((child, all) -> all.stream()
                .map(MovedBefore::on)
                .max(LocalDate::compareTo)
                .ifPresent(day -> last.put(child, day)));
        return last;
    }

    private void write(Promotion promotion, List<PlannedStep> some, Map<Long, LocalDate> lastOn) {
        Map<Long, Student> children = students
                .all(some.stream().map(each -> each.child().id()).toList())
                .stream()
                .collect(Collectors.toMap(Student::id, Function.identity()));
        List<RollTurn.Turn> turns = new ArrayList<>();
        for (PlannedStep step : some) {
            Student child = Optional.ofNullable(children.get(step.child().id())).orElseThrow();
            LocalDate from = promotion.year().from();
            turns.add(new RollTurn.Turn(
                    child, step.step().kind(), after(child, step), lastOn.getOrDefault(child.id(), from)));
        }
        List<Movement> movements = turning.turn(
                promotion.caller(),
                turns,
                "%s学年升级：%s".formatted(promotion.year(), promotion.basis()),
                "办理%s学年升级".formatted(promotion.year()));
        promotions.add(promotion, some.stream().map(PlannedStep::step).toList(), movements);
    }

    private static Standing after(Student child, PlannedStep step) {
        return switch (step.step()) {
            case UP -> new Standing(child.state(), step.toSchool().or(child::school), step.toGrade(), step.toClass());
            case LEAVES -> new Standing(StudentState.NOT_ENROLLED, step.toSchool(), step.toGrade(), "");
            case FINISHES -> new Standing(StudentState.GRADUATED, child.school(), child.grade(), child.schoolClass());
            case STAYS -> Standing.of(child);
        };
    }
}
