package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final LocalDate LAST_WEEK = Registry.TODAY.minusDays(7);
    private static final LocalDate YESTERDAY = Registry.TODAY.minusDays(1);

    private final RegistryDesk desk = REGISTRY.desk();
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    private long enrolled() {
        return desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
    }

    private static MovementOrder order(MovementKind kind, LocalDate on) {
        return new MovementOrder(kind, on, OptionalLong.empty(), "", "", "", "申请表");
    }

    private static MovementOrder to(Office school, MovementKind kind) {
        return new MovementOrder(kind, YESTERDAY, OptionalLong.of(school.id()), "", "5班", "", "申请表");
    }

    private String refusedFields(Caller caller, long child, MovementOrder order) {
        return String.join(
                " ",
                assertThrows(ValuesRefused.class, () -> desk.moving.register(caller, child, order))
                        .violations()
                        .stream()
                        .map(Violation::field)
                        .toList());
    }

    private void expectNothingHappened(long child) {
        assertEquals(List.of(), desk.history(child, bureau.scope()));
        assertEquals(StudentState.ENROLLED, desk.child(child).state());
        assertEquals("CHANGE", REGISTRY.told(child));
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPENSION,   ,            SUSPENDED,    三年级, 1班",
        "SUSPENSION,   DROPOUT,     SUSPENDED,    三年级, 1班",
        "RESUMPTION,   SUSPENSION,  ENROLLED,     三年级, 1班",
        "RESUMPTION,   DROPOUT,     RETURNED,     三年级, 1班",
        "DROPOUT,      ,            DROPPED_OUT,  三年级, 1班",
        "DROPOUT,      SUSPENSION,  DROPPED_OUT,  三年级, 1班",
        "PROMOTION,    ,            ENROLLED,     四年级, 1班",
        "CLASS_CHANGE, ,            ENROLLED,     三年级, 2班",
        "CLASS_CHANGE, SUSPENSION,  SUSPENDED,    三年级, 2班",
        "GRADUATION,   ,            GRADUATED,    三年级, 1班"
    })
    void movesAChildAtItsSchool(
            MovementKind kind, MovementKind before, StudentState then, String grade, String schoolClass) {
        long child = enrolled();
        if (before != null) {
            desk.moving.register(clerk, child, order(before, LAST_WEEK));
        }
        StudentState was = desk.child(child).state();
        MovementOrder order = new MovementOrder(
                kind,
                YESTERDAY,
                OptionalLong.empty(),
                kind == MovementKind.PROMOTION ? "四年级" : "",
                kind == MovementKind.CLASS_CHANGE ? "2班" : "",
                "",
                "申请表");
        desk.moving.register(clerk, child, order);

        Student now = desk.child(child);
        assertEquals(then, now.state());
        assertEquals(grade + schoolClass, now.grade() + now.schoolClass());
        assertEquals(REGISTRY.eastSchool.id(), now.school().orElseThrow().id());
        List<Movement> history = desk.history(child, clerk.scope());
        Movement last = history.get(history.size() - 1);
        assertEquals(before == null ? 1 : 2, history.size());
        assertEquals(kind, last.kind());
        assertEquals(YESTERDAY, last.on());
        assertEquals(List.of(was, then), List.of(last.from().state(), last.to().state()));
        assertEquals("三年级1班", last.from().grade() + last.from().schoolClass());
        assertEquals(grade + schoolClass, last.to().grade() + last.to().schoolClass());
    }

    @Test
    void theBureauTransfersAChildIntoAnotherSchool() {
        long child = enrolled();
        desk.moving.register(bureau, child, to(REGISTRY.westSchool, MovementKind.TRANSFER_IN));
        Student now = desk.child(child);
        assertEquals(REGISTRY.westSchool.id(), now.school().orElseThrow().id());
        assertEquals("三年级5班", now.grade() + now.schoolClass());
        assertEquals(StudentState.ENROLLED, now.state());
        assertEquals(
                Optional.of(REGISTRY.eastSchool.id()),
                desk.history(child, bureau.scope()).get(0).from().school().map(Office::id));
    }

    @Test
    void aChildThatLeavesTheCountyHasNoSchoolAndNoClass() {
        long child = enrolled();
        desk.moving.register(clerk, child, order(MovementKind.TRANSFER_OUT, YESTERDAY));
        Student now = desk.child(child);
        assertEquals(StudentState.TRANSFERRED, now.state());
        assertEquals(Optional.empty(), now.school());
        assertEquals("三年级", now.grade() + now.schoolClass());
    }

    @Test
    void aChildThatLeavesForASchoolOfTheCountyIsEnrolledThere() {
        long child = enrolled();
        desk.moving.register(clerk, child, to(REGISTRY.westSchool, MovementKind.TRANSFER_OUT));
        assertEquals(StudentState.ENROLLED, desk.child(child).state());
        assertEquals(
                REGISTRY.westSchool.id(),
                desk.child(child).school().orElseThrow().id());
    }

    @Test
    void writesTheTrailAndWhatTheIndexLearnsInTheSameTransaction() {
        long child = enrolled();
        desk.moving.register(clerk, child, order(MovementKind.SUSPENSION, YESTERDAY));
        assertEquals("CHANGE|CHANGE", REGISTRY.told(child));
        assertEquals(
                "STUDENT|STUDENT",
                REGISTRY.text("select kind from outbox where subject = " + child + " order by outbox_no"));
    }

    @Test
    void refusesWhatHappenedBeforeTheLastMovement() {
        long child = enrolled();
        desk.moving.register(clerk, child, order(MovementKind.SUSPENSION, YESTERDAY));
        assertEquals("on", refusedFields(clerk, child, order(MovementKind.RESUMPTION, LAST_WEEK)));
        assertEquals(StudentState.SUSPENDED, desk.child(child).state());
        desk.moving.register(clerk, child, order(MovementKind.RESUMPTION, YESTERDAY));
        assertEquals(StudentState.ENROLLED, desk.child(child).state());
    }

    @Test
    void refusesTomorrowAndADayBeforeTheChildWasBorn() {
        long child = enrolled();
        assertEquals("on", refusedFields(clerk, child, order(MovementKind.SUSPENSION, Registry.TODAY.plusDays(1))));
        LocalDate born = desk.child(child).bornOn();
        assertEquals("on", refusedFields(clerk, child, order(MovementKind.SUSPENSION, born.minusDays(1))));
        expectNothingHappened(child);
    }

    @ParameterizedTest
    @CsvSource({"CORRECTION", "CATEGORY_CHANGE"})
    void refusesWhatTheRosterNotesItself(MovementKind kind) {
        long child = enrolled();
        assertEquals("kind", refusedFields(clerk, child, order(kind, YESTERDAY)));
        expectNothingHappened(child);
    }

    @Test
    void refusesWhatCannotFollow() {
        long child = enrolled();
        assertThrows(
                Conflict.class, () -> desk.moving.register(clerk, child, order(MovementKind.RESUMPTION, YESTERDAY)));
        expectNothingHappened(child);
    }

    @Test
    void aSchoolReceivesNobodyForAnother() {
        long child = enrolled();
        assertEquals("school", refusedFields(clerk, child, to(REGISTRY.westSchool, MovementKind.TRANSFER_IN)));
        assertEquals("school", refusedFields(clerk, child, to(REGISTRY.eastSchool, MovementKind.TRANSFER_IN)));
        expectNothingHappened(child);
    }

    @Test
    void refusesASchoolThatIsClosedNoneOrInAnotherCounty() {
        long child = enrolled();
        assertEquals("school", refusedFields(bureau, child, to(REGISTRY.closedSchool, MovementKind.TRANSFER_IN)));
        assertEquals("school", refusedFields(bureau, child, to(REGISTRY.west, MovementKind.TRANSFER_IN)));
        assertEquals("school", refusedFields(bureau, child, to(REGISTRY.otherSchool, MovementKind.TRANSFER_IN)));
        assertEquals("school", refusedFields(bureau, child, to(REGISTRY.otherSchool, MovementKind.TRANSFER_OUT)));
        expectNothingHappened(child);
    }

    @Test
    void anotherOfficesChildIsNotThere() {
        long child = enrolled();
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertThrows(
                NotFound.class, () -> desk.moving.register(stranger, child, order(MovementKind.SUSPENSION, YESTERDAY)));
        expectNothingHappened(child);
    }

    @Test
    void anInspectorMovesNobody() {
        long child = enrolled();
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        assertThrows(
                Forbidden.class,
                () -> desk.moving.register(inspector, child, order(MovementKind.SUSPENSION, YESTERDAY)));
        expectNothingHappened(child);
    }

    /** The second has read the child before the first moved it. */
    @Test
    void twoMoversAtOnceMoveAChildOnce() {
        long child = enrolled();
        RegistryDesk first = REGISTRY.desk();
        AtomicInteger attempts = new AtomicInteger();
        MovementOrder out = order(MovementKind.TRANSFER_OUT, YESTERDAY);
        assertThrows(
                Conflict.class,
                () -> desk.transactions.run(() -> {
                    desk.students.find(child).orElseThrow().state();
                    if (attempts.incrementAndGet() == 1) {
                        first.moving.register(clerk, child, out);
                    }
                    return desk.moving.register(bureau, child, out);
                }));
        assertEquals(2, attempts.get());
        assertEquals(1, desk.history(child, bureau.scope()).size());
        assertEquals("CHANGE|CHANGE", REGISTRY.told(child));
    }
}
