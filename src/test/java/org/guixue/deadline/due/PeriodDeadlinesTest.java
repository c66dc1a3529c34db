package org.guixue.deadline.due;

import static org.guixue.casefile.history.EventKind.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Deferrals, suspensions, watches, placements and birthdays, with the rules of the packaged counties. */
class PeriodDeadlinesTest extends DueTable {
    @Test
    void renewsTenDaysBeforeTheEnd() {
        happen("2026-09-01", OPENED, "AS", "APPLICATION");
        happen("2026-09-03", DECIDED, "OF", "DEFERRAL", "GROUND", "HEALTH", "GRANTED", "true", "UNTIL", "2026-11-30");
        assertTrue(caseDue("shifan", "renewal", "2026-11-09").isEmpty());
        Due renewal = caseDue("shifan", "renewal", "2026-11-11").orElseThrow();
        assertEquals("2026-11-20", renewal.dueOn().toString());
        assertEquals(
                "申请期满",
                caseDue("shifan", "period-over", "2026-11-21")
                        .orElseThrow()
                        .rule()
                        .title());
        assertTrue(caseDue("shifan", "settle-suspicion", "2026-12-01").isPresent(), "the period is over");
    }

    @Test
    void whoWasSuspendedOnApplicationAndIsBackIsNotWatched() {
        happen("2026-09-01", OPENED, "AS", "APPLICATION");
        happen("2026-09-03", DECIDED, "OF", "SUSPENSION", "GROUND", "HEALTH", "GRANTED", "true", "UNTIL", "2026-11-30");
        happen("2026-11-02", RETURNED);
        assertTrue(caseDue("national", "watch", "2026-11-03").isEmpty());
        events.clear();
        happen("2026-09-01", OPENED, "AS", "APPLICATION");
        happen(
                "2026-09-03",
                DECIDED,
                "OF",
                "SUSPENSION",
                "GROUND",
                "REFUSAL",
                "GRANTED",
                "true",
                "UNTIL",
                "2026-11-30");
        happen("2026-11-02", RETURNED);
        assertTrue(caseDue("national", "watch", "2026-11-03").isPresent(), "who refused was out");
    }

    @Test
    void persuadesEachRefuserOnceAroundEachTermStart() {
        out("2026-03-02");
        happen(
                "2026-04-01",
                DECIDED,
                "OF",
                "SUSPENSION",
                "GROUND",
                "REFUSAL",
                "GRANTED",
                "true",
                "UNTIL",
                "2027-02-28");
        assertTrue(caseDue("ganxian", "refusers-persuaded", "2026-08-17").isEmpty());
        Due around = caseDue("ganxian", "refusers-persuaded", "2026-08-18").orElseThrow();
        assertEquals("2026-09-30", around.dueOn().toString());
        happen("2026-08-28", PERSUADED, "PERSUASION", "1");
        assertFalse(caseDue("ganxian", "refusers-persuaded", "2026-09-02")
                .orElseThrow()
                .open());
        assertTrue(
                caseDue("ganxian", "one-child-one-form-refusal", "2026-09-02").isPresent());
    }

    @Test
    void whatWasDueWhileADeferralRanIsNotLateWhenItIsOver() {
        out("2026-03-02");
        happen("2026-04-01", DECIDED, "OF", "DEFERRAL", "GROUND", "REFUSAL", "GRANTED", "true", "UNTIL", "2026-06-30");
        happen("2026-04-10", PERSUADED, "PERSUASION", "1");
        assertTrue(caseDue("shifan", "keep-persuading", "2026-05-30").isEmpty());
        assertTrue(caseDue("shifan", "keep-persuading", "2026-07-01").isEmpty(), "nobody was to persuade by 8 May");
        assertEquals(
                "2026-07-03",
                caseDue("shifan", "first-persuasion", "2026-07-01")
                        .orElseThrow()
                        .dueOn()
                        .toString());
    }

    @Test
    void sixteenthBirthdayShowsEightWeeksBefore() {
        bornOn = day("2010-11-20");
        out("2026-09-07");
        assertTrue(caseDue("national", "sixteen", "2026-09-24").isEmpty());
        Due birthday = caseDue("national", "sixteen", "2026-09-25").orElseThrow();
        assertEquals("2026-11-20", birthday.dueOn().toString());
        happen("2026-10-10", PERSUADED, "PERSUASION", "1");
        assertTrue(caseDue("national", "sixteen", "2026-10-11").orElseThrow().open(), "it must be a joint one");
        happen("2026-10-12", PERSUADED, "PERSUASION", "2", "JOINT", "true");
        assertFalse(caseDue("national", "sixteen", "2026-10-13").orElseThrow().open());
    }

    @Test
    void vocationalPlacementIsFollowedMonthlyAndAfterStrikingOffUntilSixteen() {
        bornOn = day("2011-02-01");
        out("2026-09-01");
        happen("2026-09-10", VOCATIONAL);
        assertEquals(
                "2026-10-10",
                caseDue("national", "vocational-tracking", "2026-09-11")
                        .orElseThrow()
                        .dueOn()
                        .toString());
        happen("2026-10-08", WATCHED);
        assertTrue(caseDue("national", "vocational-tracking", "2026-10-10").isEmpty(), "the next opens the day after");
        assertEquals(
                "2026-11-10",
                caseDue("national", "vocational-tracking", "2026-10-12")
                        .orElseThrow()
                        .dueOn()
                        .toString());
        happen("2026-10-20", STRIKE_OFF_PROPOSED, "END", "VOCATIONAL");
        happen("2026-10-22", STRUCK_OFF, "END", "VOCATIONAL");
        assertTrue(caseDue("national", "vocational-tracking", "2026-11-20")
                .orElseThrow()
                .overdue(day("2026-11-20")));
        assertTrue(caseDue("national", "vocational-tracking", "2027-02-01").isEmpty());
    }

    @Test
    void watchCountsDaysOfLessonsInFourStages() {
        out("2026-06-01");
        happen("2026-07-01", RETURNED, "GRADE", "七年级", "SCHOOL_CLASS", "1班", "CLASS_FORM", "随班就读");
        Due first = caseDue("national", "watch", "2026-07-02").orElseThrow();
        assertEquals("2026-09-01", first.dueOn().toString(), "seven days are left in July, the eighth is in September");
        happen("2026-07-08", WATCHED);
        Due second = caseDue("national", "watch", "2026-09-02").orElseThrow();
        assertTrue(second.id().endsWith("-2"), second.id());
        assertEquals("2026-09-10", second.dueOn().toString());
    }

    @Test
    void fiveDaysOfAbsenceAreDaysOfLessons() {
        happen("2026-09-01", OPENED, "LAST_DAY_ATTENDED", "2026-07-10");
        Due due = caseDue("shifan", "absent-five-days", "2026-09-01").orElseThrow();
        assertEquals("2026-09-07", due.dueOn().toString(), "nobody is absent in the summer");
        assertFalse(due.overdue(day("2026-09-01")));
    }
}
