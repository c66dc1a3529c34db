package org.guixue.calendar;

import java.time.LocalDate;
import java.time.Period;

/**
 * Periods as 民法典 counts them: the day they start is not counted (第二百零一条); one of months or years ends on the day of the
 * same number, or the month's last where there is none (第二百零二条); 「以上」「以内」「不超过」 include the number (第一千二百五十九条).
 */
public final class Counting {
    private Counting() {}

    /** The last day of a period that starts on {@code start}; before it for a negative period. */
    public static LocalDate lastDay(LocalDate start, Period period) {
        return start.plus(period);
    }

    /** Whether more than this period has passed from one day to the other; exactly the period is not more. */
    public static boolean longerThan(LocalDate from, LocalDate to, Period period) {
        return to.isAfter(lastDay(from, period));
    }

    /** Full years of age on that day; one gets older on one's birthday, who was born on 29 February on 1 March. */
    public static int age(LocalDate bornOn, LocalDate on) {
        int years = on.getYear() - bornOn.getYear();
        boolean before = on.getMonthValue() < bornOn.getMonthValue()
                || (on.getMonthValue() == bornOn.getMonthValue() && on.getDayOfMonth() < bornOn.getDayOfMonth());
        return before ? years - 1 : years;
    }
}
