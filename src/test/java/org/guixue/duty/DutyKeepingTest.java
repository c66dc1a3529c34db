package org.guixue.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DutyKeepingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    private final DutyDesk at = new DutyDesk(REGISTRY);
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    private Charge schoolClass(String grade, String schoolClass) {
        return Charge.schoolClass(REGISTRY.eastSchool.id(), grade, schoolClass);
    }

    private static Responsible person(String name) {
        return new Responsible(name, "班主任", "");
    }

    private static String fields(ValuesRefused refused) {
        return refused.violations().stream().map(Violation::field).collect(Collectors.joining(" "));
    }

    @Test
    void oneAnswersForAClassHoweverItIsWritten() {
        Duty entered = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("一年级", "1班"), "林晓芳");
        assertEquals(LocalDate.of(2026, 9, 1), entered.from());
        Conflict taken = assertThrows(
                Conflict.class, () -> at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("小学一年级", "一（1）班"), "赵明"));
        assertTrue(taken.getMessage().contains("已由林晓芳负责"), taken.getMessage());
        at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("一年级", "2班"), "赵明");
    }

    @Test
    void aChangeOfPersonKeepsWhoWasBefore() {
        Duty first = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("二年级", "1班"), "林晓芳");
        Duty second = at.keeping.succeed(clerk, first.id(), person("赵明"), OCTOBER, "调离");
        List<Duty> history =
                at.desk.read(() -> at.duties.history(DutyDesk.YEAR, DutyLayer.HEAD_TEACHER, second.what()));
        assertEquals(List.of("林晓芳", "赵明"), history.stream().map(Duty::name).toList());
        assertEquals(Optional.of(OCTOBER.minusDays(1)), history.get(0).until());
        assertEquals("调离", history.get(0).reason());
        assertEquals(OptionalLong.of(first.id()), history.get(1).follows());
        assertEquals(OCTOBER, history.get(1).from());
        assertTrue(history.get(1).current());
    }

    @Test
    void refusesAChangeWithoutReasonTooEarlyOrToTheSame() {
        Duty duty = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("三年级", "1班"), "林晓芳");
        assertEquals(
                "reason from",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> at.keeping.succeed(clerk, duty.id(), person("赵明"), Registry.TODAY.plusDays(1), " "))));
        assertEquals(
                "from",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> at.keeping.succeed(clerk, duty.id(), person("赵明"), duty.from(), "调离"))));
        assertEquals(
                "name",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> at.keeping.succeed(clerk, duty.id(), person("林晓芳"), OCTOBER, "调离"))));
        assertTrue(at.desk.read(
                () -> at.duties.find(duty.id(), clerk.scope()).orElseThrow().current()));
    }

    @Test
    void twoWhoReplaceTheSamePersonAtOnceLeaveOneSuccessor() throws Exception {
        Duty duty = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("四年级", "1班"), "林晓芳");
        DutyDesk other = new DutyDesk(REGISTRY);
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> succeeds(at, duty.id(), "赵明"));
        CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> succeeds(other, duty.id(), "孙丽"));
        assertTrue(one.get(1, TimeUnit.MINUTES) ^ two.get(1, TimeUnit.MINUTES), "exactly one");
        assertEquals(
                "1",
                REGISTRY.text("select count(*) from duty where what = '" + duty.what() + "' and slot is not null"));
        assertEquals("2", REGISTRY.text("select count(*) from duty where what = '" + duty.what() + "'"));
    }

    private boolean succeeds(DutyDesk with, long id, String name) {
        try {
            with.keeping.succeed(clerk, id, person(name), OCTOBER, "调离");
            return true;
        } catch (Conflict e) {
            return false;
        }
    }

    @Test
    void twoWhoEnterTheSameClassAtOnceEnterOne() throws Exception {
        DutyDesk other = new DutyDesk(REGISTRY);
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> enters(at, "赵明"));
        CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> enters(other, "孙丽"));
        assertTrue(one.get(1, TimeUnit.MINUTES) ^ two.get(1, TimeUnit.MINUTES), "exactly one");
    }

    private boolean enters(DutyDesk with, String name) {
        try {
            with.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("六年级", "9班"), name);
            return true;
        } catch (Conflict e) {
            return false;
        }
    }

    @Test
    void whoHasSeenAnOlderVersionCorrectsNothing() {
        Duty duty = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("五年级", "1班"), "林晓芳");
        int seen = duty.version();
        at.keeping.correct(clerk, duty.id(), person("林小芳"), OptionalInt.of(seen));
        assertThrows(Stale.class, () -> at.keeping.correct(clerk, duty.id(), person("林晓方"), OptionalInt.of(seen)));
        assertEquals("林小芳", REGISTRY.text("select name from duty where id = " + duty.id()));
    }

    @Test
    void eachEntersWhatIsHisAndSeesNothingElse() {
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.west);
        Charge west = Charge.office(REGISTRY.west.id());
        assertThrows(Forbidden.class, () -> at.enter(township, DutyLayer.COUNTY_LEADER, west, "周县长"));
        assertThrows(Forbidden.class, () -> at.enter(inspector, DutyLayer.COUNTY_LEADER, west, "周县长"));
        assertThrows(
                NotFound.class,
                () -> at.enter(
                        clerk,
                        DutyLayer.HEAD_TEACHER,
                        Charge.schoolClass(REGISTRY.westSchool.id(), "一年级", "1班"),
                        "赵明"));
        Duty duty = at.enter(bureau, DutyLayer.COUNTY_LEADER, west, "周县长");
        at.enter(township, DutyLayer.TOWNSHIP_CADRE, Charge.village(REGISTRY.west.id(), "桃源村"), "吴建新");
        assertEquals(
                "office",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> at.enter(
                                bureau, DutyLayer.COUNTY_LEADER, Charge.office(REGISTRY.eastSchool.id()), "周县长"))));
        assertThrows(NotFound.class, () -> at.keeping.end(clerk, duty.id(), OCTOBER, "退休"));
        assertThrows(Forbidden.class, () -> at.keeping.end(township, duty.id(), OCTOBER, "退休"));
    }

    @Test
    void aClassAndAChildOutOfSchoolWithoutAnybodyAreShown() {
        Caller school = REGISTRY.caller(Role.CLERK, REGISTRY.eastMiddle);
        long child = at.desk
                .roster
                .enter(
                        school,
                        REGISTRY.invent(REGISTRY.eastMiddle).in("七年级", "3班").details())
                .id();
        at.away.add(at.desk.child(child));
        DutyMap.Uncovered before = at.desk.read(() -> at.map.uncovered(DutyDesk.YEAR, school.scope()));
        assertEquals(
                List.of("七年级3班"),
                before.classes().stream().map(DutyMap.OpenClass::words).toList());
        assertEquals(1, before.children().size());
        assertEquals(1, before.grades().size());
        at.enter(school, DutyLayer.HEAD_TEACHER, Charge.schoolClass(REGISTRY.eastMiddle.id(), "初一", "七（3）班"), "林晓芳");
        at.enter(school, DutyLayer.BOND, Charge.child(child), "赵明");
        at.enter(school, DutyLayer.SCHOOL_LEADER, Charge.grade(REGISTRY.eastMiddle.id(), "七年级"), "孙丽");
        DutyMap.Uncovered after = at.desk.read(() -> at.map.uncovered(DutyDesk.YEAR, school.scope()));
        assertEquals(List.of(), after.classes());
        assertEquals(List.of(), after.children());
        assertEquals(List.of(), after.grades());
        assertFalse(after.schools().isEmpty());
    }

    @Test
    void signedIsOnlyWhatWasIssuedAndHolds() {
        Duty duty = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("六年级", "1班"), "林晓芳");
        LocalDate day = LocalDate.of(2026, 8, 28);
        assertThrows(Conflict.class, () -> at.signing.signed(clerk, duty.id(), day, OptionalLong.empty(), ""));
        at.signing.issued(duty.id(), 4711, "东小责〔2026〕4711号", LocalDate.of(2026, 8, 20));
        assertTrue(isUnsigned(duty));
        assertEquals(
                "on",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> at.signing.signed(
                                clerk, duty.id(), LocalDate.of(2026, 8, 19), OptionalLong.empty(), ""))));
        at.signing.signed(clerk, duty.id(), day, OptionalLong.empty(), "");
        assertFalse(isUnsigned(duty));
        at.voided.add(4711L);
        assertTrue(isUnsigned(duty), "its paper is void");
        at.signing.issued(duty.id(), 4712, "东小责〔2026〕4712号", LocalDate.of(2026, 9, 20));
        assertTrue(isUnsigned(duty), "a new paper is to be signed anew");
    }

    @Test
    void aProofIsOneThatIsKeptAndNotAnyWord() {
        Duty duty = at.enter(clerk, DutyLayer.HEAD_TEACHER, schoolClass("六年级", "3班"), "林晓芬");
        at.signing.issued(duty.id(), 4721, "东小责〔2026〕4721号", LocalDate.of(2026, 8, 20));
        LocalDate day = LocalDate.of(2026, 8, 28);
        assertEquals(
                "evidence",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> at.signing.signed(clerk, duty.id(), day, OptionalLong.empty(), "no-such-proof"))));
        at.proofs.add("0f3c");
        at.signing.signed(clerk, duty.id(), day, OptionalLong.empty(), " 0f3c ");
        assertFalse(isUnsigned(duty));
    }

    private boolean isUnsigned(Duty duty) {
        return at.desk.read(() -> at.map.unsigned(DutyDesk.YEAR, clerk.scope(), 1000)).stream()
                .anyMatch(each -> each.id() == duty.id());
    }
}
