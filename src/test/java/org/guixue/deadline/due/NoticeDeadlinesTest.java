package org.guixue.deadline.due;

import static org.guixue.casefile.history.EventKind.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a notice, its receipt and what follows set going, with the rules of the packaged counties. */
class NoticeDeadlinesTest extends DueTable {
    @Test
    void weekOfTheNoticeEndsOnMondayAndTheReportIsDueOnTuesday() {
        out("2026-09-07");
        happen("2026-09-14", NOTICE_RECEIVED);
        assertEquals(
                "2026-09-21",
                caseDue("shangtianti", "return-week", "2026-09-14")
                        .orElseThrow()
                        .dueOn()
                        .toString());
        assertTrue(caseDue("shangtianti", "after-notice", "2026-09-21").isEmpty());
        Due report = caseDue("shangtianti", "after-notice", "2026-09-22").orElseThrow();
        assertEquals("2026-09-22", report.dueOn().toString());
        assertEquals(SCHOOL, report.office());
        assertTrue(caseDue("shangtianti", "after-notice", "2026-09-23")
                .orElseThrow()
                .overdue(day("2026-09-23")));
    }

    @Test
    void weekThatEndsOnASaturdayEndsOnTheNextWorkingDay() {
        out("2026-09-01");
        happen("2026-09-05", NOTICE_RECEIVED);
        assertEquals(
                "2026-09-14",
                caseDue("shangtianti", "return-week", "2026-09-06")
                        .orElseThrow()
                        .dueOn()
                        .toString());
        events.clear();
        out("2026-09-07");
        happen("2026-09-12", NOTICE_RECEIVED);
        assertEquals(
                "2026-09-20",
                caseDue("shangtianti", "return-week", "2026-09-14")
                        .orElseThrow()
                        .dueOn()
                        .toString(),
                "20 September is worked for the October holiday");
    }

    @Test
    void laterNoticeDoesNotRestartTheWeekUnlessTheFirstIsCorrected() {
        out("2026-09-07");
        long first = happen("2026-09-14", NOTICE_RECEIVED);
        happen("2026-09-17", NOTICE_RECEIVED);
        assertEquals(
                "2026-09-21",
                caseDue("shangtianti", "return-week", "2026-09-18")
                        .orElseThrow()
                        .dueOn()
                        .toString());
        happen("2026-09-18", CORRECTED, "CORRECTS", Long.toString(first));
        assertEquals(
                "2026-09-24",
                caseDue("shangtianti", "return-week", "2026-09-18")
                        .orElseThrow()
                        .dueOn()
                        .toString());
    }

    @Test
    void returnOrAGrantedSuspensionStopsTheWeek() {
        out("2026-09-07");
        happen("2026-09-14", NOTICE_RECEIVED);
        happen("2026-09-16", RETURNED, "GRADE", "七年级", "SCHOOL_CLASS", "1班", "CLASS_FORM", "随班就读");
        assertTrue(caseDue("shangtianti", "return-week", "2026-09-17").isEmpty());
        assertTrue(caseDue("shangtianti", "after-notice", "2026-09-23").isEmpty());
        events.remove(events.size() - 1);
        happen("2026-09-16", DECIDED, "OF", "SUSPENSION", "GROUND", "HEALTH", "GRANTED", "true", "UNTIL", "2027-01-20");
        assertTrue(caseDue("shangtianti", "after-notice", "2026-09-23").isEmpty());
    }

    @Test
    void reportIsDoneByItsEventAndALateOneIsLate() {
        out("2026-09-07");
        happen("2026-09-14", NOTICE_RECEIVED);
        happen("2026-09-25", REPORTED_UP);
        Due report = caseDue("shangtianti", "after-notice", "2026-09-26").orElseThrow();
        assertEquals(Optional.of(new Due.Done("REPORTED_UP", day("2026-09-25"))), report.done());
        assertEquals(3, report.daysLate(day("2026-09-26")));
        assertTrue(
                caseDue("shangtianti", "order-after-report", "2026-09-26")
                        .filter(due -> due.office() == BUREAU && due.dueOn().equals(day("2026-09-30")))
                        .isPresent(),
                "2 October is in the holiday: the day before");
    }

    @Test
    void voidPaperFulfilsNothing() {
        out("2026-09-07");
        happen("2026-09-14", NOTICE_RECEIVED);
        paper("national/persuasion-failure-report", "2026-09-22");
        assertFalse(caseDue("shangtianti", "after-notice", "2026-09-23")
                .orElseThrow()
                .open());
        voidLast("2026-09-24");
        assertTrue(caseDue("shangtianti", "after-notice", "2026-09-24")
                .orElseThrow()
                .open());
        assertFalse(
                caseDue("shangtianti", "after-notice", "2026-09-23")
                        .orElseThrow()
                        .open(),
                "as it was known then");
    }

    @Test
    void failedDeliveryMakesTheNextTask() {
        out("2026-09-07");
        failed.add(new FailedDelivery(9, 1, day("2026-09-14"), evening(day("2026-09-14"))));
        Due again = caseDue("national", "redelivery", "2026-09-15").orElseThrow();
        assertEquals("2026-09-17", again.dueOn().toString());
        assertTrue(caseDue("shangtianti", "return-week", "2026-09-15").isEmpty());
        happen("2026-09-16", NOTICE_RECEIVED);
        assertTrue(caseDue("national", "redelivery", "2026-09-16").isEmpty());
    }

    @Test
    void tasksFollowTheLeadOfficeOnceItIsAccepted() {
        out("2026-09-07");
        happen("2026-09-14", NOTICE_RECEIVED);
        happen("2026-09-16", HANDED_OVER, "TO", Long.toString(OTHER_TOWN));
        assertEquals(
                SCHOOL,
                caseDue("shangtianti", "return-week", "2026-09-17")
                        .orElseThrow()
                        .office());
        assertEquals(
                OTHER_TOWN,
                caseDue("national", "accept-handover", "2026-09-17")
                        .orElseThrow()
                        .office());
        happenLate("2026-09-18", "2026-09-18", OTHER_TOWN, ACCEPTED);
        Due report = caseDue("shangtianti", "after-notice", "2026-09-22").orElseThrow();
        assertEquals(OTHER_TOWN, report.office());
        assertEquals("2026-09-22", report.dueOn().toString(), "the clock goes on");
        assertTrue(caseDue("national", "accept-handover", "2026-09-22").isEmpty());
    }

    @Test
    void formIsStaleAfterEachPersuasion() {
        out("2026-09-07");
        paper("jiangxi/dropout-registration", "2026-09-08");
        assertTrue(
                caseDue("jiangxi", "one-child-one-form-renewed", "2026-09-09").isEmpty());
        happen("2026-09-10", PERSUADED, "PERSUASION", "1");
        happen("2026-09-12", PERSUADED, "PERSUASION", "2");
        assertEquals(
                "2026-09-17",
                caseDue("jiangxi", "one-child-one-form-renewed", "2026-09-13")
                        .orElseThrow()
                        .dueOn()
                        .toString());
        paper("jiangxi/dropout-registration", "2026-09-14");
        assertTrue(
                caseDue("jiangxi", "one-child-one-form-renewed", "2026-09-15").isEmpty());
    }

    @Test
    void eventRecordedLateIsNotKnownBefore() {
        happen("2026-09-01", OPENED);
        happenLate("2026-09-03", "2026-09-12", SCHOOL, CONFIRMED);
        Set<String> then = ofCase("national", "2026-09-10", "2026-09-10").stream()
                .map(due -> due.rule().id())
                .collect(Collectors.toSet());
        Set<String> now = ofCase("national", "2026-09-10", "2026-09-12").stream()
                .map(due -> due.rule().id())
                .collect(Collectors.toSet());
        assertTrue(then.contains("settle-suspicion") && !now.contains("settle-suspicion"), then + " " + now);
        assertTrue(now.contains("first-persuasion"));
    }

    @Test
    void longOpenCaseAlwaysHasATask() {
        out("2026-03-02");
        happen("2026-03-20", PERSUADED, "PERSUASION", "1");
        Due again = caseDue("national", "keep-persuading", "2026-09-20").orElseThrow();
        assertEquals("2026-04-17", again.dueOn().toString(), "19 April is a Sunday");
        assertTrue(again.overdue(day("2026-09-20")) && again.escalated(day("2026-09-20")));
    }
}
