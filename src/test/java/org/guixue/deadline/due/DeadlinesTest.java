package org.guixue.deadline.due;

import static org.guixue.casefile.history.EventKind.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.form.Rule;
import org.guixue.form.RuleTrigger;
import org.junit.jupiter.api.Test;

/** The days that casework.md works out for offices and calendars, with the rules of the packaged counties. */
class DeadlinesTest extends DueTable {
    @Test
    void eventsAndStatesOfRulesAreThoseOfCases() {
        List<Rule> all = FORMS.jurisdictions().stream()
                .flatMap(each -> each.rules().stream())
                .toList();
        all.stream().flatMap(rule -> rule.during().stream()).forEach(CaseState::valueOf);
        all.stream()
                .map(Rule::trigger)
                .filter(trigger -> trigger.kind() == RuleTrigger.Kind.EVENT)
                .forEach(trigger -> EventKind.valueOf(trigger.detail()));
        all.stream()
                .flatMap(rule -> rule.doneBy().stream())
                .filter(proof -> proof.kind() == Rule.Proof.Kind.EVENT)
                .forEach(proof -> EventKind.valueOf(proof.name()));
        assertEquals(List.of(), FORMS.faults());
    }

    @Test
    void countsInTheFirstWeekOfTheTerm() {
        assertEquals("2026-09-08", dueDay("haikou", "term-count", "2026-09-01"));
        assertTrue(ofOffice("haikou", "term-count", "2026-08-31").stream()
                .noneMatch(due -> due.dueOn().equals(day("2026-09-08"))));
    }

    @Test
    void reportsWithinAMonthOfTheTermBeforeTheHolidayThatItEndsIn() {
        assertEquals("2026-09-30", dueDay("haikou", "term-report", "2026-09-10"));
    }

    @Test
    void signsByTheLastWorkingDayOfAugust() {
        assertEquals("2025-08-29", dueDay("haikou", "duty-agreement", "2025-08-20"));
        assertEquals("2026-08-31", dueDay("haikou", "duty-agreement", "2026-08-20"));
        paper("national/duty-agreement", "2026-08-25", "", BUREAU, OptionalLong.of(SCHOOL));
        Due signed = last(ofOffice("haikou", "duty-agreement", "2026-08-31"));
        assertEquals(Optional.of(day("2026-08-25")), signed.done().map(Due.Done::on));
    }

    @Test
    void sendsTheCampaignsReportInTheMonthOfTheTerm() {
        assertEquals("2026-09-30", dueDay("ganxian", "term-campaign-report", "2026-09-02"));
        assertEquals("2026-03-31", dueDay("ganxian", "term-campaign-report", "2026-03-02"));
        paper("ganxian/campaign-report", "2026-10-09", "2026-autumn", SCHOOL, OptionalLong.empty());
        Due late = last(ofOffice("ganxian", "term-campaign-report", "2026-10-10"));
        assertEquals(9, late.daysLate(day("2026-10-10")));
        assertFalse(late.open());
    }

    @Test
    void monthlyReportsEndBeforeAMonthsLastWeekend() {
        assertEquals("2026-10-30", dueDay("xixiangtang", "monthly-report", "2026-10-05"));
        assertEquals("2026-02-28", dueDay("xixiangtang", "monthly-report", "2026-02-05"), "a Saturday that is worked");
        paper("xixiangtang/monthly-progress-report", "2026-10-03");
        List<Due> both = ofOffice("xixiangtang", "monthly-report", "2026-10-05");
        Due september = both.get(both.size() - 2);
        assertEquals(3, september.daysLate(day("2026-10-05")), "in the first days of the month it is the last one's");
        assertFalse(september.open());
        assertTrue(last(both).open());
    }

    @Test
    void yearWithoutHolidaysTakesWeekendsAndSaysSo() {
        Due known = last(ofOffice("xixiangtang", "monthly-report", "2026-09-05"));
        assertTrue(known.holidaysKnown());
        Due unknown = last(ofOffice("xixiangtang", "monthly-report", "2027-10-05"));
        assertFalse(unknown.holidaysKnown());
        assertEquals("2027-10-29", unknown.dueOn().toString());
    }

    @Test
    void monthsEndOnTheDayOfTheSameNumberOrTheLast() {
        happen("2026-01-31", OPENED);
        happen("2026-01-31", CONFIRMED);
        happen("2026-01-31", ELSEWHERE, "WHEREABOUTS", "外省");
        assertEquals(
                "2026-02-28",
                caseDue("national", "verify-elsewhere", "2026-02-01")
                        .orElseThrow()
                        .dueOn()
                        .toString());
    }

    @Test
    void noTitleSaysADiagnosis() {
        List<String> titles = FORMS.jurisdictions().stream()
                .flatMap(each -> each.rules().stream())
                .map(rule -> rule.title() + rule.must())
                .filter(title -> Arrays.asList("残疾", "疾病", "健康", "因病").stream().anyMatch(title::contains))
                .filter(title -> !title.contains("重度残疾儿童少年送教上门工作台账"))
                .toList();
        assertEquals(List.of(), titles);
    }

    @Test
    void citySchoolReportsToTheCity() {
        Seats seats = seats("haikou");
        assertEquals(
                CITY,
                seats.reportsTo(seats.find(CITY_SCHOOL).orElseThrow(), OfficeKind.COUNTY_BUREAU)
                        .orElseThrow()
                        .id());
        assertEquals(
                BUREAU,
                seats.reportsTo(seats.find(SCHOOL).orElseThrow(), OfficeKind.COUNTY_BUREAU)
                        .orElseThrow()
                        .id());
    }

    @Test
    void aSchoolWithALineOfItsOwnReportsAlongIt() {
        Seats seats = new Seats(List.of(
                new Seat(1, "/1/", OfficeKind.PROVINCE, "haikou"),
                new Seat(2, "/1/2/", OfficeKind.CITY, "haikou"),
                new Seat(3, "/1/2/3/", OfficeKind.COUNTY_BUREAU, "haikou"),
                new Seat(4, "/1/2/3/4/", OfficeKind.TOWNSHIP, "haikou"),
                new Seat(5, "/1/2/3/4/5/", OfficeKind.SCHOOL, "haikou", OptionalLong.of(2)),
                new Seat(6, "/1/2/3/4/6/", OfficeKind.SCHOOL, "haikou", OptionalLong.of(3))));
        assertEquals(2, reportsTo(seats, 5, OfficeKind.COUNTY_BUREAU));
        assertEquals(2, reportsTo(seats, 5, OfficeKind.TOWNSHIP));
        assertEquals(1, reportsTo(seats, 5, OfficeKind.PROVINCE));
        assertEquals(3, reportsTo(seats, 6, OfficeKind.TOWNSHIP));
        assertEquals(2, reportsTo(seats, 6, OfficeKind.CITY));
        assertEquals(
                3,
                seats.over(seats.find(5).orElseThrow(), OfficeKind.COUNTY_BUREAU)
                        .orElseThrow()
                        .id());
    }
}
