package org.guixue.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The public holidays of one year and the weekend days that are worked for them, as the State Council's yearly notice says.
 * Immutable.
 *
 * @param daysOff each day off with its holiday's name, weekends within a holiday included
 * @param workedWeekends the Saturdays and Sundays that are working days
 */
public record HolidayYear(int year, Map<LocalDate, String> daysOff, Set<LocalDate> workedWeekends) {
    /** Refuses a day of another year, a worked day that is no weekend, and a day that is both. */
    public HolidayYear {
        daysOff = Collections.unmodifiableMap(new TreeMap<>(daysOff));
        workedWeekends = Collections.unmodifiableSet(new TreeSet<>(workedWeekends));
        for (LocalDate day : daysOff.keySet()) {
            refuseOtherYear(year, day);
        }
        for (LocalDate day : workedWeekends) {
            refuseOtherYear(year, day);
            if (!isWeekend(day)) {
                throw new IllegalArgumentException(ChineseDays.of(day) + "不是星期六或星期日，不能是调休上班日");
            }
            if (daysOff.containsKey(day)) {
                throw new IllegalArgumentException(ChineseDays.of(day) + "既写作放假又写作上班，请核对放假通知");
            }
        }
    }

    private static void refuseOtherYear(int year, LocalDate day) {
        if (day.getYear() != year) {
            throw new IllegalArgumentException(ChineseDays.of(day) + "不在" + year + "年，请写入当年的日历");
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
