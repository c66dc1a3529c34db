package org.guixue.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of the sources, with the autumn of 2026 as the State Council's notice of 4 November 2025 has it. */
class CalendarTest {
    private static final WorkingDays DAYS = new WorkingDays(List.of(autumn2026()));

    private static HolidayYear autumn2026() {
        Map<LocalDate, String> off = new TreeMap<>();
        LocalDate.of(2026, 9, 25).datesUntil(LocalDate.of(2026, 9, 28)).forEach(day -> off.put(day, "中秋节"));
        LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).forEach(day -> off.put(day, "国庆节"));
        return new HolidayYear(2026, off, Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, P7D, NONE, 2026-09-08", // S0 一周内 of a term that starts on Tuesday 1 September
        "2026-09-01, P1M, BACK, 2026-09-30", // S0 一个月内: 1 October lies in the holiday
        "2026-09-01, P1M, NEXT, 2026-10-08",
        "2026-09-14, P7D, NEXT, 2026-09-21", // S1 a week from receipt
        "2026-09-18, P7D, NEXT, 2026-09-28", // ends on the Mid-Autumn holiday
        "2026-09-13, P7D, NEXT, 2026-09-20", // a Sunday that is worked
        "2026-01-31, P1M, NONE, 2026-02-28",
        "2028-01-31, P1M, NONE, 2028-02-29",
        "2026-10-08, -P10D, BACK, 2026-09-28", // renewal ten days before
        "2025-08-31, P0D, BACK, 2025-08-29" // S0 8月底前, a Sunday; 2025 has no data here, weekends alone count
    })
    void endsWhereTheLawSays(LocalDate start, Period period, Roll roll, LocalDate last) {
        assertEquals(last, roll.apply(Counting.lastDay(start, period), DAYS));
    }

    @Test
    void exactlyThreeMonthsAreNotLonger() {
        LocalDate away = LocalDate.of(2026, 3, 2);
        assertFalse(Counting.longerThan(away, LocalDate.of(2026, 6, 2), Period.ofMonths(3)));
        assertTrue(Counting.longerThan(away, LocalDate.of(2026, 6, 3), Period.ofMonths(3)));
    }

    @Test
    void whoWasBornOnTheLeapDayGetsOlderOnTheFirstOfMarch() {
        LocalDate born = LocalDate.of(2012, 2, 29);
        assertEquals(13, Counting.age(born, LocalDate.of(2026, 2, 28)));
        assertEquals(14, Counting.age(born, LocalDate.of(2026, 3, 1)));
        assertEquals(16, Counting.age(born, LocalDate.of(2028, 2, 29)));
    }

    @Test
    void saysWhichYearsItKnows() {
        assertTrue(DAYS.knows(2026));
        assertFalse(DAYS.knows(2027));
        assertFalse(DAYS.isWorkingDay(LocalDate.of(2026, 10, 7)));
        assertTrue(DAYS.isWorkingDay(LocalDate.of(2026, 10, 10)));
        assertEquals("国庆节", DAYS.holiday(LocalDate.of(2026, 10, 7)).orElseThrow());
    }

    @Test
    void refusesAHolidayFileWithAWrongDay() {
        LocalDate monday = LocalDate.of(2026, 9, 21);
        assertThrows(IllegalArgumentException.class, () -> new HolidayYear(2026, Map.of(), Set.of(monday)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new HolidayYear(2026, Map.of(LocalDate.of(2027, 1, 1), "元旦"), Set.of()));
        LocalDate sunday = LocalDate.of(2026, 9, 20);
        assertThrows(
                IllegalArgumentException.class, () -> new HolidayYear(2026, Map.of(sunday, "中秋节"), Set.of(sunday)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 2026-11-20, 2026年11月20日",
        "2026-W01, 2025-12-29, 2026-01-04, 2025年12月29日至2026年1月4日",
        "2026-W53, 2026-12-28, 2027-01-03, 2026年12月28日至2027年1月3日",
        "2026-09, 2026-09-01, 2026-09-30, 2026年9月",
        "2026-autumn, 2026-08-01, 2027-01-31, 2026年秋季学期",
        "2026-spring, 2026-02-01, 2026-07-31, 2026年春季学期",
        "2026-Q3, 2026-07-01, 2026-09-30, 2026年第3季度",
        "2026-2027, 2026-09-01, 2027-08-31, 2026-2027学年",
        "2026, 2026-01-01, 2026-12-31, 2026年"
    })
    void readsEachReportingPeriod(String name, LocalDate from, LocalDate until, String label) {
        Reporting period = Reporting.parse(name);
        assertEquals(new Reporting(period.kind(), name, from, until), period);
        assertEquals(label, period.label());
        assertEquals(period, period.next().previous());
        assertEquals(period, Reporting.of(period.kind(), from));
        assertEquals(period, Reporting.of(period.kind(), until));
        assertFalse(period.contains(period.next().from()));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-10-01, 2026-09",
        "MONTH, 2026-10-10, 2026-09",
        "MONTH, 2026-10-11, 2026-10",
        "WEEK, 2026-10-06, 2026-W40",
        "WEEK, 2026-10-07, 2026-W41",
        "TERM, 2026-08-03, 2026-spring",
        "YEAR, 2027-01-05, 2026",
        "DAY, 2026-10-01, 2026-10-01"
    })
    void onTheFirstDaysThePeriodThatHasEndedIsToBeReported(Reporting.Kind kind, LocalDate day, String name) {
        assertEquals(name, Reporting.toReport(kind, day).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13",
                "2026-02-30",
                "2025-W53",
                "2026-W00",
                "2026-2026",
                "2026-2028",
                "2026-summer",
                "2026-H1",
                "26",
                "",
                "2026-9"
            })
    void refusesWhatIsNoPeriod(String text) {
        assertThrows(IllegalArgumentException.class, () -> Reporting.parse(text));
    }

    @Test
    void aSchoolYearTurnsOnTheFirstOfSeptember() {
        assertEquals("2025-2026", SchoolYear.of(LocalDate.of(2026, 8, 31)).toString());
        assertEquals("2026-2027", SchoolYear.of(LocalDate.of(2026, 9, 1)).toString());
    }
}
