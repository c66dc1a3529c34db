package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.MovementKind;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** Cases through a school year: each gate refused before and passed after, the roll alike. */
class SchoolYearTest extends CaseCourse {
    @Test
    void aChildThatStaysAwayComesBackIsWatchedAndStruckOff() {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        assertEquals(StudentState.DROPPED_OUT, state(child));
        persuade(caseId, "2026-09-09", true, "");
        assertEquals(1, at.now(caseId).jointPersuasions());
        returned(caseId, "2026-09-18", grade);
        assertEquals(StudentState.RETURNED, state(child));
        assertEquals("2班", desk.child(child).schoolClass());
        assertEquals(List.of(MovementKind.SUSPICION, MovementKind.DROPOUT, MovementKind.RESUMPTION), movements(child));

        assertEquals(
                "watch", closed(() -> at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED")));
        for (String day : List.of("2026-09-21", "2026-09-28", "2026-10-12")) {
            at.on(day);
            at.record(school, caseId, EventKind.WATCHED);
        }
        at.on("2026-10-03");
        assertEquals(
                "watch",
                closed(() -> at.recording.record(
                        school, caseId, CaseDesk.saidOn(LocalDate.of(2026, 10, 3), EventKind.WATCHED, "late", "漏记"))));
        at.on("2026-11-06");
        assertEquals(
                "watch", closed(() -> at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED")));
        at.record(school, caseId, EventKind.WATCHED);
        at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED");
        assertThrows(Forbidden.class, () -> at.record(school, caseId, EventKind.STRUCK_OFF, "end", "RETURNED"));
        assertEquals("strike-off", closed(() -> at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "DIED")));
        at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "RETURNED");
        assertEquals(CaseState.STRUCK_OFF, at.found(caseId).state());
        assertEquals(StudentState.RETURNED, state(child));
        assertEquals(List.of(), desk.read(() -> at.reader.flawed(at.found(caseId), at.cases.history(caseId))));
    }

    @Test
    void exactlyThreeMonthsIsTheSameGradeAndADayMoreTheNext() {
        long first = enrolled();
        String grade = desk.child(first).grade();
        long early = away(first, "2026-09-01", "2026-09-07");
        at.on("2026-12-01");
        assertEquals("placement", closed(() -> returned(early, "2026-12-01", next(grade))));
        returned(early, "2026-12-01", grade);
        long second = enrolled();
        String own = desk.child(second).grade();
        long late = away(second, "2026-09-01", "2026-09-07");
        assertEquals("placement", closed(() -> returned(late, "2026-12-02", own)));
        at.record(
                school,
                late,
                EventKind.RETURNED,
                "grade",
                own,
                "schoolClass",
                "1班",
                "classForm",
                "单独编班",
                "reason",
                "家长和学校商定，先在原年级补课");
        assertEquals(own, desk.child(second).grade());
    }

    @Test
    void aSchoolRefusesAndTheBureauPlaces() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.record(township, caseId, EventKind.REFUSED_BY_SCHOOL, "school", Long.toString(REGISTRY.eastSchool.id()));
        assertThrows(
                Forbidden.class,
                () -> at.record(
                        school,
                        caseId,
                        EventKind.PLACED,
                        "school",
                        Long.toString(REGISTRY.westSchool.id()),
                        "grade",
                        "一年级"));
        at.on("2026-09-14");
        at.record(
                bureau,
                caseId,
                EventKind.PLACED,
                "school",
                Long.toString(REGISTRY.westSchool.id()),
                "grade",
                desk.child(child).grade(),
                "schoolClass",
                "1班");
        assertEquals(
                REGISTRY.westSchool.id(),
                desk.child(child).school().orElseThrow().id());
        assertEquals(CaseState.RETURNED, at.found(caseId).state());
    }

    @Test
    void theSchoolThatAChildReturnsToWatchesItAndLeadsTheCase() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        Caller receiving = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        String schoolClass = desk.child(child).schoolClass();
        at.on("2026-09-14");
        assertThrows(NotFound.class, () -> at.record(receiving, caseId, EventKind.ENQUIRED, "cause", "外出"));
        at.record(
                bureau,
                caseId,
                EventKind.RETURNED,
                "school",
                Long.toString(REGISTRY.westSchool.id()),
                "grade",
                desk.child(child).grade(),
                "schoolClass",
                "9班",
                "classForm",
                "随班就读");
        assertEquals(REGISTRY.westSchool.id(), at.found(caseId).leadOffice().orElseThrow());
        at.on("2026-09-15");
        at.record(receiving, caseId, EventKind.WATCHED);
        long wrong = at.now(caseId).of(EventKind.RETURNED).get(0).id();
        at.correcting.correct(bureau, caseId, wrong, Optional.empty(), "没有到那里就读");
        assertEquals(REGISTRY.eastSchool.id(), at.found(caseId).leadOffice().orElseThrow(), "as before");
        assertEquals(StudentState.DROPPED_OUT, state(child));
        assertEquals(schoolClass, desk.child(child).schoolClass(), "the class of a return that never was stayed");
        assertEquals(
                REGISTRY.eastSchool.id(),
                desk.child(child).school().orElseThrow().id());
    }

    @Test
    void aSchoolProposesAVocationalPlaceAndTheBureauDecides() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        ValuesRefused nameless =
                assertThrows(ValuesRefused.class, () -> at.record(bureau, caseId, EventKind.VOCATIONAL));
        assertEquals("by", nameless.violations().get(0).field(), "a ledger had a placement at no school");
        at.record(school, caseId, EventKind.VOCATIONAL, "by", "县职业中学");
        assertEquals(CaseState.OUT, at.found(caseId).state());
        at.record(bureau, caseId, EventKind.VOCATIONAL, "by", "县职业中学");
        assertEquals(CaseState.VOCATIONAL, at.found(caseId).state());
        assertEquals(StudentState.TRANSFERRED, state(child));
        at.on("2026-10-12");
        at.record(school, caseId, EventKind.RELAPSED, "cause", "又离校");
        assertEquals(2, at.now(caseId).spell());
        assertEquals(StudentState.DROPPED_OUT, state(child));
    }

    @Test
    void sixteenIsAGroundOfItsOwnAfterTheBirthdayAndAPersuasion() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        LocalDate birthday = desk.child(child).bornOn().plusYears(16);
        assertEquals(
                "strike-off", closed(() -> at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "SIXTEEN")));
        persuade(caseId, birthday.toString(), true, "");
        at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "SIXTEEN");
        at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "SIXTEEN");
        assertEquals(CaseState.STRUCK_OFF, at.found(caseId).state());
    }

    @Test
    void aCaseIsHandedOverAndAcceptedByTheOther() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.record(school, caseId, EventKind.HANDED_OVER, "to", Long.toString(REGISTRY.east.id()));
        assertThrows(Forbidden.class, () -> at.record(school, caseId, EventKind.ACCEPTED));
        at.record(township, caseId, EventKind.ACCEPTED);
        assertEquals(REGISTRY.east.id(), at.found(caseId).leadOffice().orElseThrow());
        assertThrows(Forbidden.class, () -> at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出"));
    }

    @Test
    void whoACaseIsHandedOverToSeesTheChildWhereverItLives() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        Caller west = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.west);
        assertThrows(NotFound.class, () -> at.record(west, caseId, EventKind.ACCEPTED));
        at.record(school, caseId, EventKind.HANDED_OVER, "to", Long.toString(REGISTRY.west.id()));
        at.record(west, caseId, EventKind.ACCEPTED);
        at.record(west, caseId, EventKind.ENQUIRED, "whereabouts", "西河镇外婆家");
        assertEquals(
                1,
                desk.read(() -> at.cases.open(west.scope(), 1000)).stream()
                        .filter(each -> each.id() == caseId)
                        .count());
    }

    private static String next(String grade) {
        String figures = "一二三四五六七八九";
        return figures.charAt(figures.indexOf(grade.charAt(0)) + 1) + "年级";
    }
}
