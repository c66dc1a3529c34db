package org.guixue.deadline.due;

import static org.guixue.casefile.history.EventKind.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.HolidayYear;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormCatalog;
import org.guixue.form.Rule;
import org.guixue.form.RuleTrigger;
import org.guixue.yearbook.PackagedHolidays;
import org.junit.jupiter.api.Test;

/** The days that casework.md works out, and the crooked ways, with the rules of the packaged counties. */
class DeadlinesTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final long CITY = 1;
    private static final long BUREAU = 2;
    private static final long TOWN = 3;
    private static final long SCHOOL = 4;
    private static final long OTHER_TOWN = 5;
    private static final long OTHER_SCHOOL = 6;
    private static final long CITY_SCHOOL = 7;
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

    private final List<CaseEvent> events = new ArrayList<>();
    private final List<IssuedPaper> papers = new ArrayList<>();
    private final List<FailedDelivery> failed = new ArrayList<>();
    private LocalDate bornOn = LocalDate.of(2014, 5, 1);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant evening(LocalDate on) {
        return Instant.parse(on + "T12:00:00Z");
    }

    private static Seats seats(String jurisdiction) {
        return new Seats(List.of(
                new Seat(CITY, "/1/", OfficeKind.CITY, jurisdiction),
                new Seat(BUREAU, "/1/2/", OfficeKind.COUNTY_BUREAU, jurisdiction),
                new Seat(TOWN, "/1/2/3/", OfficeKind.TOWNSHIP, jurisdiction),
                new Seat(SCHOOL, "/1/2/3/4/", OfficeKind.SCHOOL, jurisdiction),
                new Seat(OTHER_TOWN, "/1/2/5/", OfficeKind.TOWNSHIP, jurisdiction),
                new Seat(OTHER_SCHOOL, "/1/2/5/6/", OfficeKind.SCHOOL, jurisdiction),
                new Seat(CITY_SCHOOL, "/1/7/", OfficeKind.SCHOOL, jurisdiction)));
    }

    private static CountyDays days() {
        List<HolidayYear> years = IntStream.rangeClosed(2019, 2026)
                .mapToObj(PackagedHolidays::of)
                .flatMap(Optional::stream)
                .toList();
        return new CountyDays(new WorkingDays(years), (office, term) -> lessons(term));
    }

    private static CountyDays.Lessons lessons(Reporting term) {
        int year = term.from().getYear();
        return term.name().endsWith("spring")
                ? new CountyDays.Lessons(LocalDate.of(year, 3, 2), LocalDate.of(year, 7, 10))
                : new CountyDays.Lessons(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 20));
    }

    private static Deadlines deadlines(String jurisdiction) {
        return new Deadlines(FORMS::rulesOf, days(), seats(jurisdiction));
    }

    private long happen(String on, EventKind kind, String... facts) {
        return happenLate(on, on, SCHOOL, kind, facts);
    }

    private long happenLate(String on, String recorded, long office, EventKind kind, String... facts) {
        Map<Fact, String> said = new EnumMap<>(Fact.class);
        for (int i = 0; i < facts.length; i += 2) {
            said.put(Fact.valueOf(facts[i]), facts[i + 1]);
        }
        long id = events.size() + 1L;
        events.add(new CaseEvent(
                id, kind, day(on), evening(day(recorded)).plusSeconds(id), office, "", "", new Facts(said), List.of()));
        return id;
    }

    private void out(String on) {
        happen(on, OPENED);
        happen(on, CONFIRMED);
    }

    private IssuedPaper paper(String form, String on) {
        return paper(form, on, "", SCHOOL, OptionalLong.empty());
    }

    private IssuedPaper paper(String form, String on, String period, long issuer, OptionalLong about) {
        IssuedPaper issued = new IssuedPaper(
                papers.size() + 1L,
                form,
                OptionalLong.of(9),
                OptionalLong.of(8),
                about,
                issuer,
                period,
                day(on),
                evening(day(on)).plusSeconds(600),
                Optional.empty(),
                Optional.empty());
        papers.add(issued);
        return issued;
    }

    private void voidLast(String on) {
        IssuedPaper last = papers.remove(papers.size() - 1);
        papers.add(new IssuedPaper(
                last.id(),
                last.form(),
                last.student(),
                last.caseFile(),
                last.about(),
                last.issuer(),
                last.period(),
                last.day(),
                last.issuedAt(),
                Optional.of(evening(day(on))),
                last.receivedOn()));
    }

    private CaseOnFile file() {
        return new CaseOnFile(
                8, 9, bornOn, OptionalLong.of(SCHOOL), OptionalLong.of(TOWN), new CaseHistory(events), papers, failed);
    }

    private List<Due> ofCase(String jurisdiction, String on, String knownBy) {
        return deadlines(jurisdiction)
                .ofCase(file(), day(on), evening(day(knownBy)).plusSeconds(3000), new Horizon(LONG_AGO, day(on)));
    }

    private Optional<Due> caseDue(String jurisdiction, String rule, String on) {
        return ofCase(jurisdiction, on, on).stream()
                .filter(due -> due.rule().id().equals(rule))
                .findFirst();
    }

    private List<Due> ofOffice(String jurisdiction, String rule, String on) {
        Deadlines deadlines = deadlines(jurisdiction);
        return deadlines
                .ofOffices(
                        deadlines.seats().all(),
                        papers,
                        day(on),
                        evening(day(on)).plusSeconds(3000),
                        new Horizon(LONG_AGO, day(on)))
                .stream()
                .filter(due -> due.rule().id().equals(rule) && due.office() == SCHOOL)
                .toList();
    }

    private String dueDay(String jurisdiction, String rule, String on) {
        List<Due> dues = ofOffice(jurisdiction, rule, on);
        return dues.isEmpty() ? "" : dues.get(dues.size() - 1).dueOn().toString();
    }

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

    private static Due last(List<Due> dues) {
        return dues.get(dues.size() - 1);
    }

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

    private static long reportsTo(Seats seats, long office, OfficeKind kind) {
        return seats.reportsTo(seats.find(office).orElseThrow(), kind)
                .orElseThrow()
                .id();
    }
}
