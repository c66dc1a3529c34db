package org.guixue.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Office;
import org.guixue.person.MovementKind;
import org.guixue.person.Registry;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A turn of the year is taken back, is done by two at once, is killed half way; and who left arrives or does not. */
class WithdrawingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final TurnDesk desk = new TurnDesk(REGISTRY);
    private final Office school = REGISTRY.school();

    private WithdrawingPromotion.Withdrawn withdraw(boolean others) {
        return desk.withdrawing.withdraw(desk.bureau, school.id(), TurnDesk.YEAR, "班级名称写错", others);
    }

    private List<Long> children(Office at, int howMany) {
        return LongStream.range(0, howMany)
                .map(each -> desk.child(at, "二年级", "1班"))
                .boxed()
                .toList();
    }

    @Test
    void isTakenBackAsOneActAndDoneAgain() {
        long child = desk.child(school, "二年级", "1班");
        long sixth = desk.child(school, "六年级", "1班");
        assertThrows(Conflict.class, () -> withdraw(false));
        desk.turn(school);
        assertThrows(
                ValuesRefused.class,
                () -> desk.withdrawing.withdraw(desk.bureau, school.id(), TurnDesk.YEAR, " ", false));
        assertEquals(2, withdraw(false).children());
        assertEquals("ENROLLED 二年级 1班 东山镇第二小学", desk.standing(child));
        assertEquals("ENROLLED 六年级 1班 东山镇第二小学", desk.standing(sixth));
        assertEquals(
                List.of("PROMOTION 2026-09-01", "CORRECTION 2026-09-01"),
                desk.desk.history(child, REGISTRY.bureau.scope()).stream()
                        .map(each -> each.kind() + " " + each.on())
                        .toList());
        assertThrows(Conflict.class, () -> withdraw(false));
        desk.turn(school);
        assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(child));
        assertEquals(2, withdraw(false).children());
    }

    @Test
    void whomSomethingElseHappenedToIsNamedAndStays() {
        long child = desk.child(school, "二年级", "1班");
        long moved = desk.child(school, "二年级", "1班");
        desk.turn(school);
        desk.move(moved, MovementKind.DROPOUT, "2026-09-02");
        Conflict refused = assertThrows(Conflict.class, () -> withdraw(false));
        assertTrue(refused.getMessage().contains(desk.read(moved).name()), refused.getMessage());
        assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(child));
        WithdrawingPromotion.Withdrawn withdrawn = withdraw(true);
        assertEquals(1, withdrawn.children());
        assertEquals(
                List.of(moved), withdrawn.kept().stream().map(each -> each.id()).toList());
        assertEquals("ENROLLED 二年级 1班 东山镇第二小学", desk.standing(child));
        assertEquals("DROPPED_OUT 三年级 1班 东山镇第二小学", desk.standing(moved));
        desk.turn(school);
        assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(child));
        assertEquals("DROPPED_OUT 三年级 1班 东山镇第二小学", desk.standing(moved), "never twice in one school year");
    }

    @Test
    void twoAtOnceMoveEveryChildOnce() throws Exception {
        List<Long> all = children(school, 30);
        String seen = desk.plan(school).digest();
        TurnDesk other = new TurnDesk(REGISTRY);
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> done = new ArrayList<>();
        for (TurnDesk each : List.of(desk, other)) {
            done.add(hands.submit(() -> {
                both.countDown();
                both.await();
                try {
                    each.carrying.carryOut(each.ordering.order(each.bureau, school.id(), TurnDesk.YEAR, "校务会议", seen));
                    return true;
                } catch (Refused e) {
                    return false;
                }
            }));
        }
        int acts = 0;
        for (Future<Boolean> each : done) {
            acts += each.get() ? 1 : 0;
        }
        hands.shutdown();
        assertEquals(1, acts, "one of the two is refused");
        for (long child : all) {
            assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(child));
            assertEquals(1, desk.desk.history(child, REGISTRY.bureau.scope()).size());
        }
    }

    @Test
    void afterAKillBetweenSchoolsTheRestGoesOn() {
        Office second = REGISTRY.school();
        List<Long> first = children(school, 3);
        List<Long> rest = children(second, 3);
        long one = desk.order(school);
        desk.order(second);
        desk.carrying.carryOut(one);
        TurnDesk restarted = new TurnDesk(REGISTRY);
        restarted.carrying.round();
        restarted.carrying.round();
        assertEquals(PromotionState.DONE, desk.state(second));
        for (long child : first) {
            assertEquals(1, desk.desk.history(child, REGISTRY.bureau.scope()).size());
        }
        for (long child : rest) {
            assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(child));
            assertEquals(1, desk.desk.history(child, REGISTRY.bureau.scope()).size());
        }
    }

    @Test
    void aKillWithinASchoolLeavesNothing() {
        List<Long> all = children(school, 3);
        long id = desk.order(school);
        assertThrows(
                IllegalStateException.class,
                () -> desk.desk.transactions.perform(() -> {
                    desk.carrying.carryOut(id);
                    throw new IllegalStateException("killed before the commit");
                }));
        assertEquals("ENROLLED 二年级 1班 东山镇第二小学", desk.standing(all.get(0)));
        assertEquals(PromotionState.ORDERED, desk.state(school));
        new TurnDesk(REGISTRY).carrying.carryOut(id);
        assertEquals("ENROLLED 三年级 1班 东山镇第二小学", desk.standing(all.get(2)));
        assertEquals(1, desk.desk.history(all.get(2), REGISTRY.bureau.scope()).size());
    }

    @Test
    void whoLeftArrivesAtTheMiddleSchoolOrIsSuspected() {
        long arrives = desk.child(school, "六年级", "1班");
        long missing = desk.child(school, "六年级", "1班");
        long undecided = desk.child(school, "六年级", "2班");
        desk.choosing.choose(
                desk.bureau,
                school.id(),
                TurnDesk.YEAR,
                new StepsChoice(
                        List.of(new StepsChoice.OfClass(
                                "六年级",
                                "1班",
                                java.util.Optional.empty(),
                                "",
                                OptionalLong.of(REGISTRY.eastMiddle.id()))),
                        List.of()));
        desk.turn(school);
        Caller middle = REGISTRY.caller(Role.CLERK, REGISTRY.eastMiddle);
        LocalDate day = LocalDate.of(2026, 9, 1);
        assertThrows(
                NotFound.class,
                () -> desk.arriving.arrived(middle, List.of(undecided), day, "3班", OptionalLong.empty()));
        assertEquals(1, desk.arriving.arrived(middle, List.of(arrives), day, "3班", OptionalLong.empty()));
        assertEquals("ENROLLED 七年级 3班 东山中学", desk.standing(arrives));
        assertThrows(
                NotFound.class, () -> desk.arriving.arrived(middle, List.of(arrives), day, "3班", OptionalLong.empty()));
        assertEquals(1, desk.arriving.missing(middle, List.of(missing), LocalDate.of(2026, 9, 2)));
        assertEquals(StudentState.NOT_ENROLLED, desk.read(missing).state());
        assertEquals("SUSPECTED", desk.desk.read(() -> desk.cases
                .cases
                .openCase(missing, middle.scope())
                .orElseThrow()
                .state()
                .name()));
        Conflict refused = assertThrows(Conflict.class, () -> withdraw(false));
        assertTrue(refused.getMessage().startsWith("2名"), refused.getMessage());
        desk.arriving.arrived(desk.bureau, List.of(undecided), day, "4班", OptionalLong.of(REGISTRY.eastMiddle.id()));
        assertEquals("ENROLLED 七年级 4班 东山中学", desk.standing(undecided));
    }
}
