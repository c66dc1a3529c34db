package org.guixue.form;

import java.time.MonthDay;
import java.time.Period;
import java.util.regex.Pattern;

/**
 * By when, from a trigger's day.
 *
 * @param period of a {@link Kind#PERIOD}, else zero
 * @param schoolDays of {@link Kind#SCHOOL_DAYS}, else 0
 * @param day of a {@link Kind#DAY}, else 1 January
 */
public record RuleSpan(Kind kind, Period period, int schoolDays, MonthDay day) {
    private static final Pattern PERIOD = Pattern.compile("P\\d{1,3}[DWMY]");
    private static final Pattern SCHOOL_DAYS = Pattern.compile("school-days:[1-9]\\d{0,2}");
    private static final Pattern DAY = Pattern.compile("--(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    /** How it is counted. */
    public enum Kind {
        /** As 民法典 201 and 202 count: the first day is not counted. */
        PERIOD,
        /** The end of the trigger's month. */
        MONTH_END,
        /** The end of the week, month, quarter, year, term or holidays that the trigger begins. */
        PERIOD_END,
        /** The first such day of a year at or after the trigger's day. */
        DAY,
        /** That many days of lessons: working days of a term. */
        SCHOOL_DAYS
    }

    /**
     * As it is written: {@code P7D}, {@code month-end}, {@code period-end}, {@code --06-30}, {@code school-days:8}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static RuleSpan parse(String text) {
        if (PERIOD.matcher(text).matches()) {
            return new RuleSpan(Kind.PERIOD, Period.parse(text), 0, NEW_YEAR);
        }
        if (DAY.matcher(text).matches()) {
            return new RuleSpan(Kind.DAY, Period.ZERO, 0, MonthDay.parse(text));
        }
        if (SCHOOL_DAYS.matcher(text).matches()) {
            return new RuleSpan(
                    Kind.SCHOOL_DAYS, Period.ZERO, Integer.parseInt(text.substring("school-days:".length())), NEW_YEAR);
        }
        return switch (text) {
            case "month-end" -> new RuleSpan(Kind.MONTH_END, Period.ZERO, 0, NEW_YEAR);
            case "period-end" -> new RuleSpan(Kind.PERIOD_END, Period.ZERO, 0, NEW_YEAR);
            default -> throw new IllegalArgumentException("expected a period, found: " + text);
        };
    }

    /** As it was written. */
    @Override
    public String toString() {
        return switch (kind) {
            case PERIOD -> period.toString();
            case MONTH_END -> "month-end";
            case PERIOD_END -> "period-end";
            case DAY -> day.toString();
            case SCHOOL_DAYS -> "school-days:" + schoolDays;
        };
    }
}
