package org.guixue.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * 学年: from 1 September to 31 August (conventions: 学年 starts 1 Sept).
 *
 * @param begins the year in whose September it begins
 */
public record SchoolYear(int begins) {
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** The one that is prepared or going on: from July on the next. */
    public static SchoolYear workedOn(LocalDate day) {
        return day.getMonthValue() >= Month.JULY.getValue() ? new SchoolYear(day.getYear()) : of(day);
    }

    public LocalDate from() {
        return LocalDate.of(begins, Month.SEPTEMBER, 1);
    }

    public LocalDate until() {
        return from().plusYears(1).minusDays(1);
    }

    public SchoolYear next() {
        return new SchoolYear(begins + 1);
    }

    /** As periods name it, 2026-2027. */
    @Override
    public String toString() {
        return begins + "-" + (begins + 1);
    }
}
