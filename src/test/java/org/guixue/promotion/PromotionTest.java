package org.guixue.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The classes of schools go on at the turn of the school year. */
class PromotionTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final TurnDesk desk = new TurnDesk(REGISTRY);
    private final Office school = REGISTRY.school();

    private List<String> kinds(long child) {
        return desk.desk.history(child, REGISTRY.bureau.scope()).stream()
                .map(movement -> movement.kind() + " " + movement.on())
                .toList();
    }

    @Test
    void aPrimarySchoolGoesOnAndItsSixthGradeLeavesForTheMiddleSchool() {
        long first = desk.child(school, "一年级", "一(1)班");
        long fifth = desk.child(school, "5年级", "2021级1班");
        long sixth = desk.child(school, "六年级", "1班");
        desk.choosing.choose(
                desk.bureau,
                school.id(),
                TurnDesk.YEAR,
                new StepsChoice(
                        List.of(new StepsChoice.OfClass(
                                "六年级", "1班", Optional.empty(), "", OptionalLong.of(REGISTRY.eastMiddle.id()))),
                        List.of()));
        desk.turn(school);
        assertEquals(PromotionState.DONE, desk.state(school));
        assertEquals("ENROLLED 二年级 二(1)班 东山镇第二小学", desk.standing(first));
        assertEquals("ENROLLED 六年级 2021级1班 东山镇第二小学", desk.standing(fifth));
        assertEquals("NOT_ENROLLED 七年级  东山中学", desk.standing(sixth));
        assertEquals(List.of("PROMOTION 2026-09-01"), kinds(first));
        assertEquals(List.of("GRADUATION 2026-09-01"), kinds(sixth));
        Movement movement = desk.desk.history(first, REGISTRY.bureau.scope()).get(0);
        assertEquals("2026-2027学年升级：8月28日校务会议", movement.evidenceFor(false));
        assertTrue(REGISTRY.told(first).endsWith("CHANGE"), REGISTRY.told(first));
    }

    @Test
    void aNineYearSchoolKeepsItsSixthGradeAndItsNinthFinishes() {
        long sixth = desk.child(school, "六年级", "六年级1班");
        long seventh = desk.child(school, "七年级", "1班");
        long ninth = desk.child(school, "初三", "1班");
        desk.turn(school);
        assertEquals("ENROLLED 七年级 七年级1班 东山镇第二小学", desk.standing(sixth));
        assertEquals("ENROLLED 八年级 1班 东山镇第二小学", desk.standing(seventh));
        assertEquals("GRADUATED 初三 1班 东山镇第二小学", desk.standing(ninth));
    }

    @Test
    void whoPausesStaysAndWhoIsAwayGoesOnWithItsClassButDoesNotLeave() {
        long paused = desk.child(school, "三年级", "1班");
        desk.move(paused, MovementKind.SUSPENSION, "2026-04-01");
        long away = desk.child(school, "三年级", "1班");
        desk.move(away, MovementKind.DROPOUT, "2026-04-01");
        long last = desk.child(school, "六年级", "1班");
        desk.cases.casework.open(desk.bureau, last, LocalDate.of(2026, 5, 6), "随父母外出");
        long suspected = desk.child(school, "四年级", "");
        desk.cases.casework.open(desk.bureau, suspected, LocalDate.of(2026, 5, 6), "随父母外出");
        assertTrue(desk.step(school, suspected).notes().contains("有未结束的个案：疑似辍学"));
        assertTrue(desk.step(school, suspected).notes().contains("没有写班级，待核"));
        desk.turn(school);
        assertEquals("SUSPENDED 三年级 1班 东山镇第二小学", desk.standing(paused));
        assertEquals("DROPPED_OUT 四年级 1班 东山镇第二小学", desk.standing(away));
        assertEquals("AT_RISK 六年级 1班 东山镇第二小学", desk.standing(last));
        assertEquals("AT_RISK 五年级  东山镇第二小学", desk.standing(suspected));
    }

    @Test
    void whatNobodyCanTellIsDecidedFirst() {
        long unknown = desk.child(school, "火箭班", "1班");
        long usual = desk.child(school, "二年级", "1班");
        assertEquals(1, desk.plan(school).undecided());
        assertThrows(Conflict.class, () -> desk.order(school));
        StepsChoice.OfChild without =
                new StepsChoice.OfChild(unknown, Optional.of(YearStep.UP), "", "", OptionalLong.empty(), "");
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> desk.choose(school, without));
        assertEquals(
                "children[0].reason children[0].toGrade",
                refused.violations().stream().map(each -> each.field()).collect(Collectors.joining(" ")));
        desk.choose(
                school,
                new StepsChoice.OfChild(
                        unknown, Optional.of(YearStep.UP), "四年级", "2班", OptionalLong.empty(), "按学籍表核对"));
        desk.choose(school, TurnDesk.stays(usual));
        desk.turn(school);
        assertEquals("ENROLLED 四年级 2班 东山镇第二小学", desk.standing(unknown));
        assertEquals("ENROLLED 二年级 1班 东山镇第二小学", desk.standing(usual));
    }

    @Test
    void notBeforeTheFirstOfSeptemberNotTwiceAndNotUnseen() {
        long child = desk.child(school, "二年级", "1班");
        desk.at("2026-08-31T01:00:00Z");
        assertThrows(Conflict.class, () -> desk.order(school));
        desk.at("2026-09-01T01:00:00Z");
        String seen = desk.plan(school).digest();
        desk.child(school, "二年级", "1班");
        assertThrows(Conflict.class, () -> desk.ordering.order(desk.bureau, school.id(), TurnDesk.YEAR, "校务会议", seen));
        assertThrows(
                ValuesRefused.class, () -> desk.ordering.order(desk.bureau, school.id(), TurnDesk.YEAR, " ", seen));
        desk.turn(school);
        assertThrows(Conflict.class, () -> desk.order(school));
        assertThrows(Conflict.class, () -> desk.choose(school, TurnDesk.stays(child)));
        assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(child));
        assertEquals(0, desk.plan(school).moving().size());
    }

    @Test
    void aRollThatChangedAfterTheOrderIsLookedThroughAgain() {
        long child = desk.child(school, "二年级", "1班");
        long id = desk.order(school);
        desk.move(child, MovementKind.SUSPENSION, "2026-09-02");
        desk.carrying.carryOut(id);
        assertEquals(PromotionState.PREPARING, desk.state(school));
        assertEquals("SUSPENDED 二年级 1班 东山镇第二小学", desk.standing(child));
        assertThrows(Conflict.class, () -> desk.order(school), "nobody is left to go on");
    }

    @Test
    void whoHasTheGradeOfTheNewYearAlreadyDoesNotGoOn() {
        long entered = desk.child(school, "一年级", "1班");
        REGISTRY.execute("update student set created_at = '2026-08-25 01:00:00' where id = " + entered);
        long raised = desk.child(school, "四年级", "1班");
        desk.moving.register(
                desk.bureau,
                raised,
                new org.guixue.person.MovementOrder(
                        MovementKind.PROMOTION, LocalDate.of(2026, 8, 30), OptionalLong.empty(), "五年级", "", "", ""));
        long usual = desk.child(school, "四年级", "1班");
        desk.turn(school);
        assertEquals("ENROLLED 一年级 1班 东山镇第二小学", desk.standing(entered));
        assertEquals("ENROLLED 五年级 1班 东山镇第二小学", desk.standing(raised));
        assertEquals("ENROLLED 五年级 1班 东山镇第二小学", desk.standing(usual));
    }

    @Test
    void aChildThatWentToAnotherSchoolSinceDoesNotGoOnThereAgain() {
        Office other = REGISTRY.school();
        long child = desk.child(school, "四年级", "1班");
        desk.child(other, "四年级", "1班");
        desk.turn(school);
        desk.moving.register(
                desk.bureau,
                child,
                new org.guixue.person.MovementOrder(
                        MovementKind.TRANSFER_IN,
                        LocalDate.of(2026, 9, 2),
                        OptionalLong.of(other.id()),
                        "",
                        "1班",
                        "",
                        "转学申请表"));
        desk.turn(other);
        assertEquals("五年级", desk.read(child).grade());
    }

    @Test
    void onlyTheSchoolItselfAndTheBureauDoIt() {
        desk.child(school, "四年级", "1班");
        String seen = desk.plan(school).digest();
        Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.east);
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        Caller neighbour = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        Caller own = REGISTRY.caller(Role.CLERK, school);
        assertThrows(Forbidden.class, () -> desk.ordering.order(township, school.id(), TurnDesk.YEAR, "会议", seen));
        assertThrows(Forbidden.class, () -> desk.ordering.order(inspector, school.id(), TurnDesk.YEAR, "会议", seen));
        assertThrows(NotFound.class, () -> desk.ordering.order(neighbour, school.id(), TurnDesk.YEAR, "会议", seen));
        desk.carrying.carryOut(desk.ordering.order(own, school.id(), TurnDesk.YEAR, "会议", seen));
        assertEquals(PromotionState.DONE, desk.state(school));
    }

    @Test
    void oneSchoolThatIsRefusedHoldsUpNoOther() {
        Office other = REGISTRY.school();
        desk.child(school, "二年级", "1班");
        desk.child(other, "火箭班", "1班");
        List<OrderingPromotion.SeenPlan> seen = List.of(
                new OrderingPromotion.SeenPlan(other.id(), desk.plan(other).digest()),
                new OrderingPromotion.SeenPlan(school.id(), desk.plan(school).digest()));

        OrderingPromotion.OrderedTurns ordered = desk.ordering.order(desk.bureau, TurnDesk.YEAR, "局务会议", seen);

        assertEquals(1, ordered.ids().size());
        assertEquals(
                List.of(other.id()),
                ordered.refused().stream()
                        .map(OrderingPromotion.NotOrdered::school)
                        .toList());
        assertThrows(ValuesRefused.class, () -> desk.ordering.order(desk.bureau, TurnDesk.YEAR, " ", seen));
    }
}
