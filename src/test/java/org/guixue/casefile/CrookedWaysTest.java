package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way: late and doubled records, cut-offs, what must not be told. */
class CrookedWaysTest extends CaseCourse {
    @Test
    void aVisitIsRecordedAWeekLateWithAReasonAndKnownOnlyFromThen() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.on("2026-09-10");
        at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出打工");
        at.on("2026-09-16");
        CaseEvent late = CaseDesk.saidOn(LocalDate.of(2026, 9, 9), EventKind.ENQUIRED, "whereabouts", "广东");
        assertEquals("late", fields(() -> at.recording.record(school, caseId, late)));
        at.recording.record(
                school,
                caseId,
                CaseDesk.saidOn(LocalDate.of(2026, 9, 9), EventKind.ENQUIRED, "whereabouts", "广东", "late", "入户的老师刚回校"));
        assertEquals(Optional.of("广东"), at.now(caseId).whereabouts());
    }

    @Test
    void aReturnThatIsRegisteredOnTheRollReturnsTheCaseToo() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.on("2026-09-20");
        at.moving.register(
                school,
                child,
                new MovementOrder(MovementKind.RESUMPTION, at.today(), OptionalLong.empty(), "", "4班", "", "返校签到表"));
        assertEquals(CaseState.RETURNED, at.found(caseId).state());
        assertEquals("4班", desk.child(child).schoolClass());
        at.on("2026-10-20");
        at.moving.register(
                school,
                child,
                new MovementOrder(MovementKind.DROPOUT, at.today(), OptionalLong.empty(), "", "", "", "点名册"));
        assertEquals(CaseState.OUT, at.found(caseId).state());
        assertEquals(2, at.now(caseId).spell());
    }

    /** The last step fails as a kill would: the case, the roll and the trail stand as before. */
    @Test
    void whatIsCutOffAtItsLastStepHasWrittenNothing() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        String events = REGISTRY.text("select count(*) from case_event where case_id = " + caseId);
        String told = REGISTRY.told(child);
        RegistryDesk other = REGISTRY.desk();
        CaseDesk failing = new CaseDesk(other, LocalDate.of(2026, 9, 14), (changed, entered) -> {
            throw new IllegalStateException("cut off");
        });
        assertThrows(
                IllegalStateException.class,
                () -> failing.record(
                        school,
                        caseId,
                        EventKind.RETURNED,
                        "grade",
                        "一年级",
                        "schoolClass",
                        "9班",
                        "classForm",
                        "随班就读",
                        "reason",
                        "另有安排"));
        assertEquals(events, REGISTRY.text("select count(*) from case_event where case_id = " + caseId));
        assertEquals("OUT", REGISTRY.text("select state from case_file where id = " + caseId));
        assertEquals("DROPPED_OUT", REGISTRY.text("select state from student where id = " + child));
        assertEquals("2", REGISTRY.text("select count(*) from student_movement where student_id = " + child));
        assertEquals(told, REGISTRY.told(child));
    }

    @Test
    void ofTwoWhoRecordAReturnAtOnceOneIsTold() throws Exception {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        CaseDesk other = new CaseDesk(REGISTRY.desk(), at.today());
        String[] said = {"grade", grade, "schoolClass", "2班", "classForm", "随班就读"};
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> returns(other, caseId, said));
        boolean first = returns(at, caseId, said);
        assertTrue(first != second.get(1, TimeUnit.MINUTES), "one return");
        assertEquals("RETURNED", REGISTRY.text("select state from case_file where id = " + caseId));
        assertEquals(
                "1", REGISTRY.text("select count(*) from case_event where kind = 'RETURNED' and case_id = " + caseId));
    }

    @Test
    void whatIsSaidOfAnIllnessStaysInTheCaseAndOffTheRoll() {
        long child = enrolled();
        long caseId = applying(child, "2026-09-10");
        at.record(school, caseId, EventKind.APPLIED, "of", "SUSPENSION", "ground", "HEALTH", "by", "监护人");
        CaseEvent granted = at.said(
                EventKind.DECIDED,
                "of",
                "SUSPENSION",
                "ground",
                "HEALTH",
                "granted",
                "true",
                "until",
                "2027-01-20",
                "words",
                "肺炎");
        at.recording.record(township, caseId, CaseDesk.proved(granted, paper(child, true)));
        Movement suspension = desk.history(child, school.scope()).get(0);
        assertEquals(MovementKind.SUSPENSION, suspension.kind());
        assertFalse(suspension.evidenceFor(true).contains("肺炎"));
    }

    private boolean returns(CaseDesk with, long caseId, String... said) {
        try {
            with.record(school, caseId, EventKind.RETURNED, said);
            return true;
        } catch (GateClosed e) {
            return false;
        }
    }
}
