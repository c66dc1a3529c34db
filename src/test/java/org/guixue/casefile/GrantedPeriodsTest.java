package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.guixue.Forbidden;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.MovementKind;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** Deferrals and suspensions: what each asks for, when it is over, and what a second one asks for. */
class GrantedPeriodsTest extends CaseCourse {
    @Test
    void aRefusalIsDeferredAfterThreeJointPersuasionsEvidenceTheChildsOwnWordsAndTheCountysConsent() {
        long child = enrolled();
        long caseId = away(child, "2026-09-01", "2026-09-07");
        at.on("2026-10-20");
        String[] decision = {"of", "DEFERRAL", "ground", "REFUSAL", "granted", "true", "until", "2027-01-20"};
        assertEquals(4, missing(() -> at.record(bureau, caseId, EventKind.DECIDED, decision)));
        persuade(caseId, "2026-10-21", true, "");
        persuade(caseId, "2026-10-22", true, "");
        persuade(caseId, "2026-10-23", false, "我不想读书");
        at.on("2026-10-24");
        assertEquals(3, missing(() -> at.record(bureau, caseId, EventKind.DECIDED, decision)));
        persuade(caseId, "2026-10-26", true, "");
        assertEquals(2, missing(() -> at.record(bureau, caseId, EventKind.DECIDED, decision)));
        at.record(bureau, caseId, EventKind.OPINION, "by", "县控辍保学领导小组", "number", "示控保〔2026〕3号");
        CaseEvent hindering = deferral(child, "2027-01-20", "HINDERS");
        assertEquals(1, missing(() -> at.recording.record(bureau, caseId, hindering)));
        CaseEvent dutiful = deferral(child, "2027-01-20", "DUTIFUL");
        assertThrows(Forbidden.class, () -> at.recording.record(school, caseId, dutiful));
        at.recording.record(bureau, caseId, dutiful);
        assertEquals(CaseState.DEFERRED, at.found(caseId).state());
        assertEquals(StudentState.SUSPENDED, state(child));
        persuade(caseId, "2026-11-02", true, "");
        CaseEvent again = deferral(child, "2027-06-30", "DUTIFUL");
        assertEquals(1, missing(() -> at.recording.record(bureau, caseId, again)), "the group consents each time");

        at.on("2027-01-21");
        at.recording.endPeriods();
        assertEquals(CaseState.OUT, at.found(caseId).state());
        assertEquals(StudentState.DROPPED_OUT, state(child));
    }

    @Test
    void anApplicationOfAChildThatNeverDroppedOutCountsNoDropout() {
        long child = enrolled();
        long caseId = applying(child, "2026-09-10");
        assertEquals(StudentState.ENROLLED, state(child));
        String[] decision = {"of", "SUSPENSION", "ground", "HEALTH", "granted", "true", "until", "2027-01-20"};
        assertEquals("deferral-health", closed(() -> at.record(township, caseId, EventKind.DECIDED, decision)));
        at.record(school, caseId, EventKind.APPLIED, "of", "SUSPENSION", "ground", "HEALTH", "by", "监护人");
        assertEquals(1, missing(() -> at.record(township, caseId, EventKind.DECIDED, decision)));
        String[] threeYears = {"of", "SUSPENSION", "ground", "HEALTH", "granted", "true", "until", "2029-09-10"};
        assertEquals(
                1,
                missing(() -> at.recording.record(
                        township,
                        caseId,
                        CaseDesk.proved(at.said(EventKind.DECIDED, threeYears), paper(child, true)))));
        at.recording.record(
                township, caseId, CaseDesk.proved(at.said(EventKind.DECIDED, decision), paper(child, true)));
        assertEquals(CaseState.SUSPENDED, at.found(caseId).state());
        assertEquals(List.of(MovementKind.SUSPENSION), movements(child));
        at.on("2027-01-21");
        at.recording.endPeriods();
        assertEquals(CaseState.SUSPECTED, at.found(caseId).state());
    }

    @Test
    void aSecondPeriodIsAppliedForAnew() {
        long child = enrolled();
        long caseId = applying(child, "2026-09-10");
        grantForHealth(caseId, child, "2027-01-20");
        at.on("2027-01-08");
        String[] longer = {"of", "SUSPENSION", "ground", "HEALTH", "granted", "true", "until", "2027-07-01"};
        assertEquals(2, missing(() -> at.record(township, caseId, EventKind.DECIDED, longer)), "application and proof");
        grantForHealth(caseId, child, "2027-07-01");
        assertEquals(LocalDate.of(2027, 7, 1), at.now(caseId).decidedUntil().orElseThrow());
    }

    /** Of a child that refuses, with a paper about it. */
    private CaseEvent deferral(long child, String until, String guardian) {
        String[] said = {"of", "DEFERRAL", "ground", "REFUSAL", "granted", "true", "until", until, "guardian", guardian
        };
        return CaseDesk.proved(at.said(EventKind.DECIDED, said), paper(child, true));
    }

    private void grantForHealth(long caseId, long child, String until) {
        CaseEvent applied = at.said(EventKind.APPLIED, "of", "SUSPENSION", "ground", "HEALTH", "by", "监护人");
        at.recording.record(school, caseId, CaseDesk.proved(applied, paper(child, true)));
        at.record(
                township,
                caseId,
                EventKind.DECIDED,
                "of",
                "SUSPENSION",
                "ground",
                "HEALTH",
                "granted",
                "true",
                "until",
                until);
    }
}
