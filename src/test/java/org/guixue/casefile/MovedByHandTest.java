package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.Conflict;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** 休学 and 复学 that come as ordinary movements of the roll open and end a case for an application. */
class MovedByHandTest extends CaseCourse {
    private void move(long child, MovementKind kind, String day, String evidence) {
        at.on(day);
        at.moving.register(
                school, child, new MovementOrder(kind, at.today(), OptionalLong.empty(), "", "", "", evidence));
    }

    private long caseOf(long child) {
        return desk.read(() -> at.cases.ofChild(child).orElseThrow().id());
    }

    private List<EventKind> kinds(long caseId) {
        return desk.read(() -> at.cases.history(caseId)).recorded().stream()
                .map(CaseEvent::kind)
                .toList();
    }

    @Test
    void anOrdinarySuspensionOpensAnApplicationAndTheReturnEndsIt() {
        long child = enrolled();
        move(child, MovementKind.SUSPENSION, "2026-10-08", "县人民医院诊断证明，休学申请表");
        long caseId = caseOf(child);
        Situation suspended = at.now(caseId);
        assertEquals(CaseState.SUSPENDED, suspended.state());
        assertTrue(suspended.isApplication());
        assertTrue(suspended.of(EventKind.DECIDED).get(0).isSensitive());
        assertEquals(StudentState.SUSPENDED, desk.child(child).state());
        assertEquals(List.of(), desk.read(() -> at.reader.flawed(at.found(caseId), at.cases.history(caseId))));

        move(child, MovementKind.RESUMPTION, "2027-02-24", "康复证明，复学申请表");
        assertEquals(CaseState.CLEARED, at.now(caseId).state());
        assertEquals(CaseState.CLEARED, at.found(caseId).state());
        assertEquals(StudentState.ENROLLED, desk.child(child).state());
        assertEquals(
                List.of(EventKind.OPENED, EventKind.DECIDED, EventKind.RETURNED, EventKind.CLEARED), kinds(caseId));
        assertEquals(
                List.of(MovementKind.SUSPENSION, MovementKind.RESUMPTION),
                movements(child),
                "what the case has learnt from the roll writes nothing into it");

        move(child, MovementKind.SUSPENSION, "2027-03-08", "休学申请表");
        assertEquals(caseId, caseOf(child));
        assertEquals(2, at.now(caseId).spell());
        assertFalse(at.now(caseId).of(EventKind.DECIDED).get(0).isSensitive());
    }

    @Test
    void anAbsenceAfterAnApplicationIsTheFirstAndHasItsOwnReason() {
        long child = enrolled();
        move(child, MovementKind.SUSPENSION, "2026-02-24", "休学申请表");
        move(child, MovementKind.RESUMPTION, "2026-08-31", "复学申请表");
        long caseId = away(child, "2026-09-04", "2026-09-07");
        assertEquals(caseOf(child), caseId);
        assertEquals("随父母外出", at.found(caseId).reason());
        assertEquals(2, at.now(caseId).spell());
        assertEquals(1, desk.read(() -> at.cases.history(caseId)).absences(Instant.MAX), "an application is none");
    }

    @Test
    void aChildThatIsPersuadedIsNotSuspendedOnTheRollAlone() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        String said = String.valueOf(
                assertThrows(Conflict.class, () -> move(child, MovementKind.SUSPENSION, "2026-09-08", "休学申请表"))
                        .getMessage());
        assertTrue(said.contains("作出决定"), said);
        assertEquals(StudentState.DROPPED_OUT, state(child));
        assertEquals(CaseState.OUT, at.now(caseId).state());
    }

    @Test
    void aReturnedDropoutIsWatchedAndNotCleared() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        move(child, MovementKind.RESUMPTION, "2026-09-14", "家长送回");
        assertEquals(CaseState.RETURNED, at.now(caseId).state());
        assertEquals("state", closed(() -> at.record(school, caseId, EventKind.CLEARED, "words", "已回校")));
        move(child, MovementKind.SUSPENSION, "2026-09-21", "县医院诊断证明");
        assertEquals(CaseState.RETURNED, at.now(caseId).state());
        assertEquals(1, at.now(caseId).of(EventKind.ENQUIRED).size(), "the case tells of it");
    }

    @Test
    void anApplicationThatWasGrantedInTheCaseEndsWithTheReturnToo() {
        long child = enrolled();
        move(child, MovementKind.SUSPENSION, "2026-10-08", "休学申请表");
        long caseId = caseOf(child);
        String grade = desk.child(child).grade();
        at.on("2027-02-24");
        at.record(school, caseId, EventKind.RETURNED, "grade", grade, "schoolClass", "2班", "classForm", "随班就读");
        assertEquals(StudentState.ENROLLED, state(child));
        at.record(school, caseId, EventKind.CLEARED, "words", "休学期满复学，申请办结");
        assertEquals(CaseState.CLEARED, at.now(caseId).state());
    }

    @Test
    void aReturnOfBeforeALaterMovementSaysWhichDayTheCaseHas() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.on("2026-09-16");
        at.moving.register(
                school,
                child,
                new MovementOrder(
                        MovementKind.CLASS_CHANGE,
                        at.today().minusDays(1),
                        OptionalLong.empty(),
                        "",
                        "4班",
                        "",
                        "分班名单"));
        at.recording.record(
                school,
                caseId,
                CaseDesk.saidOn(
                        at.today().minusDays(2),
                        EventKind.RETURNED,
                        "grade",
                        desk.child(child).grade(),
                        "schoolClass",
                        "4班",
                        "classForm",
                        "随班就读"));
        List<Movement> moved = desk.read(() -> desk.movements.of(child, school.scope()));
        Movement back = moved.get(moved.size() - 1);
        assertEquals(MovementKind.RESUMPTION, back.kind());
        assertEquals(at.today().minusDays(1), back.on());
        assertTrue(back.detailFor(false).contains("2026-09-14"), back.detailFor(false));
    }
}
