package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.MovementKind;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** A wrong record is corrected with a reason, and what rested on it is told. */
class CorrectedCasesTest extends CaseCourse {
    @Test
    void aWrongReturnIsCorrectedAfterWatchAndStrikeOff() {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        returned(caseId, "2026-09-18", grade);
        for (String day : List.of("2026-09-21", "2026-09-28", "2026-10-12", "2026-11-06")) {
            at.on(day);
            at.record(school, caseId, EventKind.WATCHED);
        }
        at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED");
        at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "RETURNED");
        long wrong = at.now(caseId).of(EventKind.RETURNED).get(0).id();

        assertEquals("reason", fields(() -> at.correcting.correct(school, caseId, wrong, Optional.empty(), " ")));
        at.correcting.correct(school, caseId, wrong, Optional.empty(), "该生没有到校，名册误登");
        assertEquals(CaseState.OUT, at.found(caseId).state());
        assertEquals(StudentState.DROPPED_OUT, state(child));
        assertEquals(
                MovementKind.CORRECTION, movements(child).get(movements(child).size() - 1));
        List<CaseEvent> flawed = desk.read(() -> at.reader.flawed(at.found(caseId), at.cases.history(caseId)));
        assertEquals(6, flawed.size(), "four confirmations, the proposal, the strike-off");
        assertThrows(Conflict.class, () -> at.correcting.correct(school, caseId, wrong, Optional.empty(), "再更正一次"));
    }

    @Test
    void anEventIsCorrectedInPlace() {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        returned(caseId, "2026-09-18", grade);
        long wrong = at.now(caseId).of(EventKind.RETURNED).get(0).id();
        CaseEvent right = CaseDesk.saidOn(
                LocalDate.of(2026, 9, 17),
                EventKind.RETURNED,
                "grade",
                grade,
                "schoolClass",
                "3班",
                "classForm",
                "随班就读");
        at.correcting.correct(school, caseId, wrong, Optional.of(right), "日期和班级写错");
        assertEquals(LocalDate.of(2026, 9, 17), at.now(caseId).since());
        assertEquals("3班", desk.child(child).schoolClass());
        long townships =
                at.record(township, caseId, EventKind.RELAPSED, "cause", "又离校").id();
        assertThrows(Forbidden.class, () -> at.correcting.correct(school, caseId, townships, Optional.empty(), "误登"));
    }

    @Test
    void aCaseWasOpenedWhenItsPresentAbsenceBeganAndTheFirstStaysReadable() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        returned(caseId, "2026-09-14", desk.child(child).grade());
        assertEquals(LocalDate.of(2026, 9, 7), at.found(caseId).openedOn());
        at.on("2026-10-12");
        long relapse =
                at.record(school, caseId, EventKind.RELAPSED, "cause", "又离校").id();
        assertEquals(LocalDate.of(2026, 10, 12), at.found(caseId).openedOn());
        assertEquals(LocalDate.of(2026, 9, 7), at.found(caseId).firstOpenedOn());
        assertEquals(
                LocalDate.of(2026, 9, 7),
                ShownCase.spells(desk.read(() -> at.cases.history(caseId)), Instant.MAX)
                        .get(0)
                        .from());
        at.correcting.correct(school, caseId, relapse, Optional.empty(), "认错了人");
        assertEquals(LocalDate.of(2026, 9, 7), at.found(caseId).openedOn());
        assertEquals("2026-09-07", REGISTRY.text("select first_opened_on from case_file where id = " + caseId));
    }

    @Test
    void anOlderHomesCaseIsReadAsOpenedWhenItsPresentAbsenceBegan() throws Exception {
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V30__case_spells.sql"));
        String update = migration.substring(migration.lastIndexOf("update")).replace(";", "");
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        returned(caseId, "2026-09-14", desk.child(child).grade());
        at.on("2026-10-12");
        long relapse =
                at.record(school, caseId, EventKind.RELAPSED, "cause", "又离校").id();
        String asOf = "update case_file set opened_on = first_opened_on where id = " + caseId;
        String opened = "select opened_on from case_file where id = " + caseId;
        REGISTRY.execute(asOf, update);
        assertEquals("2026-10-12", REGISTRY.text(opened));
        at.correcting.correct(school, caseId, relapse, Optional.empty(), "认错了人");
        REGISTRY.execute(asOf, update);
        assertEquals("2026-09-07", REGISTRY.text(opened));
    }

    @Test
    void aPersuasionIsCorrectedAndCountsNoMore() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        persuade(caseId, "2026-09-09", true, "");
        long event = at.now(caseId).of(EventKind.PERSUADED).get(0).id();
        PersuasionDetails alone = new PersuasionDetails(at.today(), List.of("林老师"), "家中", "电话联系", "没有打通");
        at.correcting.correctPersuasion(school, caseId, event, alone, "实际是电话联系");
        assertEquals(0, at.now(caseId).jointPersuasions());
        assertEquals(List.of("没有打通"), desk.read(() -> at.cases.find(caseId).orElseThrow().persuasions().stream()
                .map(Persuasion::result)
                .toList()));
    }

    @Test
    void aCorrectionPutsNothingInPlaceThatOnlyAnActWrites() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        long enquiry =
                at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出").id();
        CaseEvent order = at.said(EventKind.ORDERED);
        assertEquals(
                "replacement", fields(() -> at.correcting.correct(school, caseId, enquiry, Optional.of(order), "写错")));
    }
}
