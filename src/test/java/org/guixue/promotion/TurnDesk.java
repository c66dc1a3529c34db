package org.guixue.promotion;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.CaseActs;
import org.guixue.form.FormCatalog;
import org.guixue.office.Office;
import org.guixue.person.InventedChild;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Moving;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.RollTurn;
import org.guixue.person.Student;

/** The acting classes of a turn of the year on a registry's desk, on a day that the test sets. For one thread. */
public final class TurnDesk {
    public static final SchoolYear YEAR = new SchoolYear(2026);

    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));

    final Registry registry;
    public final RegistryDesk desk;
    final Promotions promotions;
    final Planning planning;
    final ChoosingSteps choosing;
    final OrderingPromotion ordering;
    final CarryingOutPromotion carrying;
    public final WithdrawingPromotion withdrawing;
    final Arriving arriving;
    final CaseActs cases;
    final Moving moving;
    public final Caller bureau;
    private Instant now = Instant.parse("2026-09-03T01:00:00Z");

    public TurnDesk(Registry registry) {
        this.registry = registry;
        desk = registry.desk();
        Clock clock = new Day();
        promotions = new Promotions(desk.entities, desk.identifiers);
        SchoolRoll roll = new SchoolRoll(desk.entities);
        planning = new Planning(desk.transactions, desk.offices, promotions, roll, clock);
        choosing = new ChoosingSteps(desk.transactions, planning, promotions, desk.childTrail);
        HouseTrail trail = new HouseTrail(desk.trail, clock);
        ordering = new OrderingPromotion(desk.transactions, planning, promotions, trail, clock);
        RollTurn turning = new RollTurn(desk.students, desk.movements, desk.childTrail, desk.follower, clock);
        carrying =
                new CarryingOutPromotion(desk.transactions, planning, promotions, roll, desk.students, turning, clock);
        withdrawing = new WithdrawingPromotion(desk.transactions, planning, promotions, turning, trail);
        cases = CaseActs.at(desk, FORMS, clock);
        moving = cases.moving;
        arriving = new Arriving(desk.transactions, promotions, moving, cases.casework, clock);
        bureau = registry.caller(Role.BUREAU, registry.bureau);
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    /** On the roll of that school since the spring. */
    public long child(Office school, String grade, String schoolClass) {
        InventedChild invented = registry.invent(school).in(grade, schoolClass);
        long id = desk.roster.enter(bureau, invented.details()).id();
        registry.execute("update student set created_at = '2026-03-02 01:00:00' where id = " + id);
        return id;
    }

    public void move(long child, MovementKind kind, String on) {
        moving.register(
                bureau,
                child,
                new MovementOrder(kind, java.time.LocalDate.parse(on), OptionalLong.empty(), "", "", "", "申请表"));
    }

    Student read(long child) {
        return desk.child(child);
    }

    /** State, grade, class and school's name of a child. */
    String standing(long child) {
        Student found = read(child);
        return "%s %s %s %s"
                .formatted(
                        found.state(),
                        found.grade(),
                        found.schoolClass(),
                        found.school().map(Office::name).orElse("无"));
    }

    SchoolPlan plan(Office school) {
        return planning.plan(school, YEAR);
    }

    PlannedStep step(Office school, long child) {
        return plan(school).steps().stream()
                .filter(each -> each.child().id() == child)
                .findFirst()
                .orElseThrow();
    }

    long order(Office school) {
        return ordering.order(
                bureau, school.id(), YEAR, "8月28日校务会议", plan(school).digest());
    }

    public void turn(Office school) {
        carrying.carryOut(order(school));
    }

    void choose(Office school, StepsChoice.OfChild child) {
        choosing.choose(bureau, school.id(), YEAR, new StepsChoice(List.of(), List.of(child)));
    }

    static StepsChoice.OfChild stays(long child) {
        return new StepsChoice.OfChild(child, Optional.of(YearStep.STAYS), "", "", OptionalLong.empty(), "监护人申请");
    }

    PromotionState state(Office school) {
        return desk.read(() -> promotions.find(school.id(), YEAR).orElseThrow().state());
    }

    Map<String, Long> counts(Office school) {
        SchoolPlan plan = plan(school);
        return Map.of(
                "up", plan.count(YearStep.UP),
                "leaves", plan.count(YearStep.LEAVES),
                "finishes", plan.count(YearStep.FINISHES),
                "stays", plan.count(YearStep.STAYS),
                "undecided", plan.undecided());
    }

    private final class Day extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusMillis(1);
            return now;
        }
    }
}
