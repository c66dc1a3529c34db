package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.RegistryDesk;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way: wrong, late and doubled records, cut-offs, what must not be told. */
class CrookedWaysTest extends CaseCourse {
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
    void anEventThatSaysNothingIsRefused() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        assertEquals("words", fields(() -> at.record(school, caseId, EventKind.ENQUIRED)));
        assertEquals("words", fields(() -> at.record(school, caseId, EventKind.REFUSED_BY_SCHOOL)));
        assertEquals("words", fields(() -> at.record(township, caseId, EventKind.ADMONISHED)));
        assertEquals("by", fields(() -> at.record(township, caseId, EventKind.ADMONISHED, "by", "123")));
        assertEquals("number", fields(() -> at.record(township, caseId, EventKind.COURT, "stage", "JUDGED")));
        at.record(township, caseId, EventKind.COURT, "stage", "FILED");
        for (String nobody : List.of("123", "无", "。", "没有人")) {
            assertEquals(
                    "by",
                    fields(() -> at.casework.record(
                            school, caseId, new PersuasionDetails(at.today(), List.of(nobody), "家中", "入户面谈", "再做工作"))),
                    nobody);
        }
    }

    @Test
    void aReturnIsIntoAYearOfCompulsorySchooling() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        for (String grade : List.of("十二年级", "高三", "？")) {
            assertEquals(
                    "grade",
                    fields(() -> at.record(
                            school,
                            caseId,
                            EventKind.RETURNED,
                            "grade",
                            grade,
                            "schoolClass",
                            "2班",
                            "classForm",
                            "随班就读")),
                    grade);
        }
        long unknown = at.casework.open(school, enrolled(), at.today(), "未返校").id();
        assertEquals(
                "placement",
                closed(() -> at.record(
                        school,
                        unknown,
                        EventKind.RETURNED,
                        "grade",
                        "九年级",
                        "schoolClass",
                        "2班",
                        "classForm",
                        "随班就读")));
    }

    @Test
    void anApplicationForOneMatterFoundsNoDecisionOnAnother() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.record(school, caseId, EventKind.APPLIED, "of", "DEFERRAL", "ground", "HEALTH");
        assertEquals(
                "home-tuition",
                closed(() -> at.record(
                        bureau,
                        caseId,
                        EventKind.DECIDED,
                        "of",
                        "HOME_TUITION",
                        "ground",
                        "HEALTH",
                        "granted",
                        "true")));
        at.record(school, caseId, EventKind.APPLIED, "of", "HOME_TUITION", "ground", "HEALTH");
        at.record(bureau, caseId, EventKind.DECIDED, "of", "HOME_TUITION", "ground", "HEALTH", "granted", "true");
    }

    @Test
    void aCaseIsNotHandedToWhoLeadsItAndAChildOnTheRollWasEnrolledOnce() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        assertEquals(
                "to",
                fields(() -> at.record(
                        school, caseId, EventKind.HANDED_OVER, "to", Long.toString(REGISTRY.eastSchool.id()))));
        assertEquals(
                "neverEnrolled",
                fields(() -> at.casework.open(
                        school,
                        enrolled(),
                        at.today(),
                        "从未入学",
                        at.said(EventKind.OPENED, "neverEnrolled", "true").facts())));
        GateClosed closed = assertThrows(GateClosed.class, () -> at.record(school, caseId, EventKind.WATCHED));
        assertFalse(String.valueOf(closed.getMessage()).contains("本单位规定"), "the state of a case is nobody's rule");
    }

    @Test
    void theFilesOfAPersuasionAreKeptAndOfTheChild() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        long own = REGISTRY.proof(child, REGISTRY.eastSchool, true);
        long another = REGISTRY.proof(enrolled(), REGISTRY.eastSchool, true);
        long onItsWay = REGISTRY.proof(child, REGISTRY.eastSchool, false);
        List<Violation> wrong = assertThrows(
                        ValuesRefused.class,
                        () -> at.casework.record(school, caseId, visit(List.of(own, another, onItsWay, 999_999_999L))))
                .violations();
        assertEquals(
                List.of("photos", "photos", "photos"),
                wrong.stream().map(Violation::field).toList());
        assertTrue(wrong.get(2).message().contains("999999999"), wrong.toString());
        Persuasion made = at.casework.record(school, caseId, visit(List.of(own)));
        assertEquals(List.of(own), made.details().photos());
        long event = at.now(caseId).of(EventKind.PERSUADED).get(0).id();
        assertEquals(
                "photos",
                fields(() -> at.correcting.correctPersuasion(school, caseId, event, visit(List.of(another)), "选错了")));
    }

    private PersuasionDetails visit(List<Long> photos) {
        return new PersuasionDetails(
                at.today(),
                List.of("林老师"),
                List.of("学校"),
                "家中",
                "入户面谈",
                "再做工作",
                Optional.of(PersuasionDetails.Met.GUARDIAN),
                "",
                "",
                Optional.empty(),
                "",
                photos);
    }

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
    void whatDidNotHoldOnItsDayIsRefusedAndNothingIsWritten() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        String before = REGISTRY.text("select count(*) from case_event where case_id = " + caseId);
        assertEquals(
                "on",
                fields(() -> at.recording.record(
                        school, caseId, CaseDesk.saidOn(at.today().plusDays(1), EventKind.ENQUIRED, "cause", "外出打工"))));
        assertEquals("state", closed(() -> at.record(school, caseId, EventKind.WATCHED)));
        assertEquals("kind", fields(() -> at.record(school, caseId, EventKind.PERSUADED, "persuasion", "1")));
        assertEquals(
                "basis",
                fields(() -> at.recording.record(
                        school, caseId, CaseDesk.proved(at.said(EventKind.ENQUIRED), paper(child + 1, true)))));
        assertEquals(
                "basis",
                fields(() -> at.recording.record(
                        school, caseId, CaseDesk.proved(at.said(EventKind.ENQUIRED), paper(child, false)))));
        assertEquals("grade schoolClass classForm", fields(() -> at.record(school, caseId, EventKind.RETURNED)));
        assertEquals(before, REGISTRY.text("select count(*) from case_event where case_id = " + caseId));
        assertEquals(StudentState.DROPPED_OUT, state(child));
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
    void aCorrectionPutsNothingInPlaceThatOnlyAnActWrites() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        long enquiry =
                at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出").id();
        CaseEvent order = at.said(EventKind.ORDERED);
        assertEquals(
                "replacement", fields(() -> at.correcting.correct(school, caseId, enquiry, Optional.of(order), "写错")));
    }

    @Test
    void whatIsSaidOfAnIllnessStaysInTheCaseAndOffTheRoll() {
        long child = enrolled();
        at.on("2026-09-10");
        long caseId = at.casework
                .open(
                        school,
                        child,
                        at.today(),
                        "申请休学",
                        at.said(EventKind.OPENED, "as", "APPLICATION").facts())
                .id();
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
