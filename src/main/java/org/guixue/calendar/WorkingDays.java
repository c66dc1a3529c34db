package org.guixue.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which days are worked. A year without data counts weekends alone, and {@link #knows} says so. Immutable.
 *
 * <p>Source: 全国年节及纪念日放假办法 and the State Council's notice of each year.
 */
public final class WorkingDays {
    private final Map<Integer, HolidayYear> years;

    public WorkingDays(Collection<HolidayYear> years) {
        this.years = years.stream().collect(Collectors.toUnmodifiableMap(HolidayYear::year, year -> year));
    }

    /** Whether the holidays of that year were published and entered. */
    public boolean knows(int year) {
        return years.containsKey(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        HolidayYear year = years.get(day.getYear());
        if (year == null) {
            return !HolidayYear.isWeekend(day);
        }
        return year.workedWeekends().contains(day)
                || (!HolidayYear.isWeekend(day) && !year.daysOff().containsKey(day));
    }

    /** The holiday that this day belongs to. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(years.get(day.getYear()))
                .map(year -> year.daysOff().get(day));
    }

    /** This day, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** This day, or the last working day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
