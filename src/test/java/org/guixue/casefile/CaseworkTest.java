package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
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
    private final CaseDesk at = new CaseDesk(desk, Registry.TODAY);
    private final Cases cases = at.cases;
    private final Casework casework = at.casework;
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);

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
    void opensACaseAndTheChildIsSuspectedToBeAway() {
        long child = enrolled();
        Case opened = casework.open(clerk, child, LAST_WEEK, " 随父母外出 ");
        Case found = desk.read(() -> cases.find(opened.id(), clerk.scope()).orElseThrow());
        assertEquals(CaseState.SUSPECTED, found.state());
        assertEquals(LAST_WEEK, found.openedOn());
        assertEquals("随父母外出", found.reason());
        assertEquals(StudentState.AT_RISK, desk.child(child).state());
        Movement suspicion = history(child).get(0);
        assertEquals(MovementKind.SUSPICION, suspicion.kind());
        assertEquals(LAST_WEEK, suspicion.on());
        assertEquals("个案：建档，随父母外出", suspicion.evidenceFor(true));
        assertEquals("CHANGE|CHANGE", REGISTRY.told(child));
        assertEquals("STUDENT|STUDENT", REGISTRY.text("select kind from outbox where subject = " + child));
    }

    @Test
    void theDropoutIsDatedNoEarlierThanWhatHappenedLast() {
        long child = enrolled();
        move(child, MovementKind.SUSPENSION, YESTERDAY);
        Case opened = casework.open(clerk, child, LAST_WEEK, "未返校");
        at.recording.record(clerk, opened.id(), CaseDesk.saidOn(LAST_WEEK, EventKind.CONFIRMED));
        assertEquals(YESTERDAY, history(child).get(1).on());
        assertEquals(StudentState.DROPPED_OUT, desk.child(child).state());
    }

    @Test
    void aChildThatIsKnownToBeAwayIsNotedOnce() {
        long child = enrolled();
        move(child, MovementKind.DROPOUT, LAST_WEEK);
        Case opened = casework.open(clerk, child, YESTERDAY, "未返校");
        at.recording.record(clerk, opened.id(), CaseDesk.saidOn(YESTERDAY, EventKind.CONFIRMED));
        assertEquals(StudentState.DROPPED_OUT, desk.child(child).state());
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
    void aCaseThatHasEndedIsOpenedAgain() {
        long child = enrolled();
        Case first = casework.open(clerk, child, LAST_WEEK, "未返校");
        at.recording.record(clerk, first.id(), CaseDesk.saidOn(LAST_WEEK, EventKind.CLEARED, "words", "在外婆家，已到校"));
        assertEquals(StudentState.ENROLLED, desk.child(child).state());
        Case second = casework.open(clerk, child, YESTERDAY, "再次未返校");
        assertEquals(first.id(), second.id());
        assertEquals(2, at.now(first.id()).spell());
        assertEquals(Optional.of("再次未返校"), at.now(first.id()).cause());
    }

    @Test
    void twoWhoOpenACaseOfAMissingChildAtTheSameTimeOpenOne() throws Exception {
        long child = enrolled();
        move(child, MovementKind.DROPOUT, LAST_WEEK);
        Casework second = new CaseDesk(REGISTRY.desk(), Registry.TODAY).casework;
        CountDownLatch ready = new CountDownLatch(2);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> opensWith(second, child, ready));
        boolean own = opensWith(casework, child, ready);
        assertTrue(own != other.get(1, TimeUnit.MINUTES), "one of them opened it");
        assertEquals("1", count(child));
    }

    private boolean opensWith(Casework with, long child, CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return opens(with, child);
    }

    private boolean opens(Casework with, long child) {
        try {
            with.open(clerk, child, YESTERDAY, "未返校");
            return true;
        } catch (Conflict e) {
            return false;
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
    void aVisitOfLongAgoSaysWhyItIsRecordedOnlyNow() {
        Case opened = casework.open(clerk, enrolled(), LAST_WEEK, "未返校");
        PersuasionDetails longAgo = visit(Registry.TODAY.minusDays(31), "不在家");
        assertEquals(
                "late", fields(assertThrows(ValuesRefused.class, () -> casework.record(clerk, opened.id(), longAgo))));
        casework.record(clerk, opened.id(), visit(Registry.TODAY.minusDays(30), "不在家"));
        casework.record(clerk, opened.id(), longAgo, "", "记录本上月才交来");
        assertTrue(at.cases.history(opened.id()).recorded().stream()
                .anyMatch(each -> each.late().equals("记录本上月才交来")));
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
        casework.record(clerk, opened.id(), visit(LAST_WEEK.minusYears(1), "不在家"), "", "补录上学年的家访");
        assertEquals("1", REGISTRY.text("select count(*) from persuasion where case_id = " + opened.id()));
    }

    @Test
    void childrenAreChosenByWhereTheirCaseStands() {
        long child = enrolled();
        casework.open(clerk, child, LAST_WEEK, "未返校");
        assertTrue(at.cases
                .childrenIn(clerk.scope(), EnumSet.of(CaseState.SUSPECTED))
                .contains(child));
        assertFalse(at.cases
                .childrenIn(clerk.scope(), EnumSet.of(CaseState.OUT, CaseState.RETURNED))
                .contains(child));
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertFalse(at.cases
                .childrenIn(stranger.scope(), EnumSet.of(CaseState.SUSPECTED))
                .contains(child));
    }

    @Test
    void aPersuasionOnADayOnWhichTheChildStillCameIsRefused() {
        Facts known = Facts.none().with(Fact.LAST_DAY_ATTENDED, LAST_WEEK.toString());
        Case opened = casework.open(clerk, enrolled(), YESTERDAY, "未返校", known);
        assertEquals(
                "on",
                fields(assertThrows(
                        ValuesRefused.class, () -> casework.record(clerk, opened.id(), visit(LAST_WEEK, "不在家")))));
        casework.record(clerk, opened.id(), visit(LAST_WEEK.plusDays(1), "不在家"));
    }

    @Test
    void aClosedCaseTakesNoPersuasionAndAnotherSchoolSeesNone() {
        Case opened = casework.open(clerk, enrolled(), LAST_WEEK, "未返校");
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertThrows(NotFound.class, () -> casework.record(stranger, opened.id(), visit(YESTERDAY, "不在家")));
        at.recording.record(clerk, opened.id(), CaseDesk.saidOn(LAST_WEEK, EventKind.CLEARED, "words", "已到校"));
        assertThrows(Conflict.class, () -> casework.record(clerk, opened.id(), visit(YESTERDAY, "不在家")));
        assertEquals("0", REGISTRY.text("select count(*) from persuasion where case_id = " + opened.id()));
        assertFalse(desk.read(() -> cases.openCase(opened.student().id(), clerk.scope()))
                .isPresent());
    }
}
