package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseworkTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final LocalDate LAST_WEEK = Registry.TODAY.minusDays(7);
    private static final LocalDate YESTERDAY = Registry.TODAY.minusDays(1);

    private final RegistryDesk desk = REGISTRY.desk();
    private final Cases cases = new Cases(desk.entities, desk.identifiers);
    private final Casework casework = casework(desk, desk.clock);
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);

    private static Casework casework(RegistryDesk at, Clock clock) {
        return new Casework(
                at.transactions,
                at.students,
                new Cases(at.entities, at.identifiers),
                at.moving,
                at.childTrail,
                clock,
                at.follower);
    }

    private long enrolled() {
        return desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
    }

    private void move(long child, MovementKind kind, LocalDate on) {
        desk.moving.register(clerk, child, new MovementOrder(kind, on, OptionalLong.empty(), "", "", "", "医院证明"));
    }

    private static PersuasionDetails visit(LocalDate on, String result) {
        return new PersuasionDetails(on, List.of("王老师", "李老师"), "东山镇一组", "入户面谈", result);
    }

    private static String fields(ValuesRefused refused) {
        return String.join(
                " ", refused.violations().stream().map(Violation::field).toList());
    }

    private static String count(long child) {
        return REGISTRY.text("select count(*) from case_file where student_id = " + child);
    }

    private List<Movement> history(long child) {
        return desk.history(child, clerk.scope());
    }

    @Test
    void opensACaseAndTheChildHasDroppedOut() {
        long child = enrolled();
        Case opened = casework.open(clerk, child, LAST_WEEK, " 随父母外出 ");
        Case found = desk.read(() -> cases.find(opened.id(), clerk.scope()).orElseThrow());
        assertEquals(CaseState.OPEN, found.state());
        assertEquals(LAST_WEEK, found.openedOn());
        assertEquals("随父母外出", found.reason());
        assertEquals(StudentState.DROPPED_OUT, desk.child(child).state());
        Movement dropout = history(child).get(0);
        assertEquals(MovementKind.DROPOUT, dropout.kind());
        assertEquals(LAST_WEEK, dropout.on());
        assertEquals("建立劝返个案：随父母外出", dropout.evidenceFor(true));
        assertEquals("CHANGE|CHANGE", REGISTRY.told(child));
        assertEquals("STUDENT|STUDENT", REGISTRY.text("select kind from outbox where subject = " + child));
    }

    @Test
    void theDropoutIsDatedNoEarlierThanWhatHappenedLast() {
        long child = enrolled();
        move(child, MovementKind.SUSPENSION, YESTERDAY);
        casework.open(clerk, child, LAST_WEEK, "未返校");
        assertEquals(YESTERDAY, history(child).get(1).on());
        assertEquals(StudentState.DROPPED_OUT, desk.child(child).state());
    }

    @Test
    void aChildThatIsKnownToBeAwayIsNotedOnce() {
        long child = enrolled();
        move(child, MovementKind.DROPOUT, LAST_WEEK);
        casework.open(clerk, child, YESTERDAY, "未返校");
        assertEquals(1, history(child).size());
        assertEquals("1", count(child));
    }

    @Test
    void aChildHasOneOpenCaseAtMost() {
        long child = enrolled();
        casework.open(clerk, child, LAST_WEEK, "未返校");
        assertThrows(Conflict.class, () -> casework.open(clerk, child, YESTERDAY, "又未返校"));
        assertEquals("1", count(child));
        assertEquals("CHANGE|CHANGE", REGISTRY.told(child));
    }

    @Test
    void afterAClosedCaseAnotherIsOpened() {
        long child = enrolled();
        Case first = casework.open(clerk, child, LAST_WEEK, "未返校");
        REGISTRY.execute("update case_file set state = 'CLOSED' where id = " + first.id());
        Case second = casework.open(clerk, child, YESTERDAY, "再次未返校");
        assertEquals(
                List.of(second.id(), first.id()),
                desk.read(() -> cases.of(child, clerk.scope())).stream()
                        .map(Case::id)
                        .toList());
    }

    /** The second comes when the first has just seen that there is none, and is done before the first if nobody holds it. */
    @Test
    void twoWhoOpenACaseOfAMissingChildAtTheSameTimeOpenOne() throws Exception {
        long child = enrolled();
        move(child, MovementKind.DROPOUT, LAST_WEEK);
        Casework second = casework(REGISTRY.desk(), desk.clock);
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        Casework first = casework(desk, new InterruptedClock(() -> {
            opened.completeAsync(() -> opens(second, child));
            await(opened);
        }));
        first.open(clerk, child, YESTERDAY, "未返校");
        assertFalse(opened.get(1, TimeUnit.MINUTES));
        assertEquals("1", count(child));
    }

    private boolean opens(Casework with, long child) {
        try {
            with.open(clerk, child, YESTERDAY, "未返校");
            return true;
        } catch (Conflict e) {
            return false;
        }
    }

    /** Not for ever: where the first holds the child, the second waits for it. */
    private static void await(CompletableFuture<Boolean> opened) {
        try {
            opened.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            assertFalse(opened.isDone() && opened.isCompletedExceptionally());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something else happens when the time of writing is asked for. */
    private static final class InterruptedClock extends Clock {
        private final Runnable interruption;
        private int asked;

        InterruptedClock(Runnable interruption) {
            this.interruption = interruption;
        }

        @Override
        public Instant instant() {
            asked++;
            if (asked == 2) {
                interruption.run();
            }
            return Registry.NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("expected to be asked in Shanghai only");
        }
    }

    @Test
    void refusesTomorrowADayBeforeBirthAndNoReason() {
        long child = enrolled();
        assertEquals(
                "openedOn reason",
                fields(assertThrows(
                        ValuesRefused.class, () -> casework.open(clerk, child, Registry.TODAY.plusDays(1), " "))));
        LocalDate born = desk.child(child).bornOn();
        assertEquals(
                "openedOn",
                fields(assertThrows(ValuesRefused.class, () -> casework.open(clerk, child, born.minusDays(1), "未返校"))));
        assertEquals("0", count(child));
        assertEquals(StudentState.ENROLLED, desk.child(child).state());
    }

    @Test
    void anInspectorAndAnotherSchoolOpenNothing() {
        long child = enrolled();
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertThrows(Forbidden.class, () -> casework.open(inspector, child, YESTERDAY, "未返校"));
        assertThrows(NotFound.class, () -> casework.open(stranger, child, YESTERDAY, "未返校"));
        assertEquals("0", count(child));
    }

    @Test
    void recordsPersuasionsInTheOrderOfTheirDays() {
        long child = enrolled();
        Case opened = casework.open(clerk, child, LAST_WEEK, "未返校");
        casework.record(clerk, opened.id(), visit(YESTERDAY, "答应返校"));
        casework.record(clerk, opened.id(), visit(LAST_WEEK, "不在家"));
        List<Persuasion> found = desk.read(
                () -> cases.find(opened.id(), clerk.scope()).orElseThrow().persuasions());
        assertEquals(
                List.of("不在家", "答应返校"), found.stream().map(Persuasion::result).toList());
        assertEquals(List.of("王老师", "李老师"), found.get(0).by());
        assertEquals("CHANGE|CHANGE|CHANGE|CHANGE", REGISTRY.told(child));
    }

    @Test
    void refusesAPersuasionThatSaysTooLittleOrWasOnNoPossibleDay() {
        Case opened = casework.open(clerk, enrolled(), LAST_WEEK, "未返校");
        PersuasionDetails blank = new PersuasionDetails(Registry.TODAY.plusDays(1), List.of(), "", "", "");
        assertEquals(
                "on by place how result",
                fields(assertThrows(ValuesRefused.class, () -> casework.record(clerk, opened.id(), blank))));
        assertEquals(
                "on",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> casework.record(
                                clerk,
                                opened.id(),
                                visit(LAST_WEEK.minusYears(1).minusDays(1), "不在家")))));
        casework.record(clerk, opened.id(), visit(LAST_WEEK.minusYears(1), "不在家"));
        assertEquals("1", REGISTRY.text("select count(*) from persuasion where case_id = " + opened.id()));
    }

    @Test
    void aClosedCaseTakesNoPersuasionAndAnotherSchoolSeesNone() {
        Case opened = casework.open(clerk, enrolled(), LAST_WEEK, "未返校");
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertThrows(NotFound.class, () -> casework.record(stranger, opened.id(), visit(YESTERDAY, "不在家")));
        REGISTRY.execute("update case_file set state = 'CLOSED' where id = " + opened.id());
        assertThrows(Conflict.class, () -> casework.record(clerk, opened.id(), visit(YESTERDAY, "不在家")));
        assertEquals("0", REGISTRY.text("select count(*) from persuasion where case_id = " + opened.id()));
        assertFalse(desk.read(() -> cases.openCase(opened.student().id(), clerk.scope()))
                .isPresent());
    }
}
