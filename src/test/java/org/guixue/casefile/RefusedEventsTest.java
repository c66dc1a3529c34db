package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** What a case does not take, by the field or the rule that stands against it. */
class RefusedEventsTest extends CaseCourse {
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
}
