package org.guixue.deadline.due;

import java.time.LocalDate;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;

/** A county's calendar: which days are worked and when an office teaches. */
public record CountyDays(WorkingDays working, Teaching teaching) {
    private static final int LONGEST_SEARCH_DAYS = 800;

    /** The first and the last day of lessons of a term at an office. */
    public record Lessons(LocalDate from, LocalDate until) {}

    /** When an office teaches. */
    @FunctionalInterface
    public interface Teaching {
        Lessons of(long office, Reporting term);
    }

    Lessons lessons(long office, Reporting term) {
        return teaching.of(office, term);
    }

    private boolean isSchoolDay(long office, LocalDate day) {
        if (!working.isWorkingDay(day)) {
            return false;
        }
        Reporting term = Reporting.of(Reporting.Kind.TERM, day);
        return within(lessons(office, term), day)
                || within(lessons(office, term.previous()), day)
                || within(lessons(office, term.next()), day);
    }

    private static boolean within(Lessons lessons, LocalDate day) {
        return !day.isBefore(lessons.from()) && !day.isAfter(lessons.until());
    }

    /** The n-th day of lessons after a day: a return in June is not watched over the holidays. */
    LocalDate schoolDayAfter(long office, LocalDate day, int count) {
        LocalDate found = day;
        int left = count;
        for (int i = 0; i < LONGEST_SEARCH_DAYS && left > 0; i++) {
            found = found.plusDays(1);
            if (isSchoolDay(office, found)) {
                left--;
            }
        }
        return found;
    }
}
