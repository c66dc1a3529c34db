package org.guixue.yearly;

import java.time.LocalDate;
import java.time.Month;

/** When yearly work shows. */
public enum Season {
    /** December and January: one calendar year ends, another begins. */
    YEAR_END("岁末年初", "12月—1月"),
    /** July to September: one school year ends, another begins. */
    SCHOOL_YEAR("学年交替", "7月—9月");

    private final String label;
    private final String months;

    Season(String label, String months) {
        this.label = label;
        this.months = months;
    }

    public String label() {
        return label;
    }

    public String months() {
        return months;
    }

    public boolean includes(LocalDate day) {
        Month month = day.getMonth();
        return this == YEAR_END
                ? month == Month.DECEMBER || month == Month.JANUARY
                : month == Month.JULY || month == Month.AUGUST || month == Month.SEPTEMBER;
    }

    /**
     * The year that it is about on a day: the calendar year that ends (in January the one that has ended), or the one in whose
     * September a school year begins or began last.
     */
    public int yearOn(LocalDate day) {
        return this == YEAR_END && day.getMonth() == Month.JANUARY ? day.getYear() - 1 : day.getYear();
    }

    /** The first day on which that year's work is due. */
    public LocalDate begins(int year) {
        return LocalDate.of(year, this == YEAR_END ? Month.DECEMBER : Month.JULY, 1);
    }
}
