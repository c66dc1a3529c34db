package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.InventedChild;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** Children whom no register knows well: twins without IDs, one never enrolled, one that did not come to its new school. */
class LittleKnownChildrenTest extends CaseCourse {
    @Test
    void twinsWithoutIdsStayTwoChildrenWithACaseEach() {
        InventedChild twin = REGISTRY.invent(REGISTRY.eastSchool).withoutId().withNumber("");
        long elder = desk.roster.enter(school, twin.named("孙大双").details()).id();
        long younger = desk.roster.enter(school, twin.named("孙小双").details()).id();
        assertNotEquals(elder, younger);
        long caseOfElder = away(elder, "2026-09-04", "2026-09-07");
        long caseOfYounger = away(younger, "2026-09-04", "2026-09-07");
        assertNotEquals(caseOfElder, caseOfYounger);
        CaseEvent proved = CaseDesk.proved(at.said(EventKind.ENQUIRED, "cause", "外出"), paper(elder, true));
        assertEquals("basis", fields(() -> at.recording.record(school, caseOfYounger, proved)));
        returned(caseOfElder, "2026-09-18", desk.child(elder).grade());
        assertEquals(CaseState.OUT, at.found(caseOfYounger).state());
        assertEquals(StudentState.DROPPED_OUT, state(younger));
    }

    @Test
    void aTownshipOpensACaseForAChildThatWasNeverEnrolledAndTheBureauFindsItASchool() {
        InventedChild child =
                REGISTRY.invent(REGISTRY.eastSchool).withoutSchool().in("", "");
        long id = desk.roster.enter(township, child.details()).id();
        at.on("2026-09-07");
        long caseId = at.casework
                .open(
                        township,
                        id,
                        at.today(),
                        "入户摸排发现",
                        at.said(EventKind.OPENED, "neverEnrolled", "true").facts())
                .id();
        at.record(township, caseId, EventKind.CONFIRMED);
        assertEquals(REGISTRY.east.id(), at.found(caseId).leadOffice().orElseThrow());
        at.on("2026-09-14");
        at.record(
                bureau,
                caseId,
                EventKind.PLACED,
                "school",
                Long.toString(REGISTRY.eastSchool.id()),
                "grade",
                "一年级",
                "schoolClass",
                "1班");
        assertEquals(StudentState.RETURNED, state(id));
        assertEquals("一年级", desk.child(id).grade());
        assertEquals(REGISTRY.eastSchool.id(), at.found(caseId).leadOffice().orElseThrow());
    }

    @Test
    void aNoShowAfterPrimarySchoolComesIntoTheGradeThatAwaitsIt() {
        InventedChild child = REGISTRY.invent(REGISTRY.eastSchool).in("七年级", "1班");
        long id = desk.roster.enter(school, child.details()).id();
        long caseId = away(id, "2026-07-03", "2026-09-01");
        at.on("2026-09-21");
        assertEquals("placement", closed(() -> returned(caseId, "2026-09-21", "九年级")));
        returned(caseId, "2026-09-21", "七年级");
        assertEquals("七年级", desk.child(id).grade());
    }
}
