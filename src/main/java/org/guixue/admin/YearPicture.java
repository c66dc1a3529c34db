package org.guixue.admin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guixue.calendar.WorkingDays;

/** A year as twelve small months, weeks from Monday, each day with what it is. */
final class YearPicture {
    private YearPicture() {}

    /**
     * One day.
     *
     * @param number 0 for the empty places before and after the month
     * @param kind {@code off}, {@code worked}, {@code weekend} or empty, with {@code first} where a term begins or ends
     * @param says what a holiday it is, empty for others
     */
    public record Day(int number, String kind, String says) {
        static final Day NONE = new Day(0, "", "");
    }

    /** One month. */
    public record Month(String name, List<List<Day>> weeks) {}

    static List<Month> of(int year, WorkingDays days, List<LocalDate> marks) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> month(YearMonth.of(year, month), days, marks))
                .toList();
    }

    private static Month month(YearMonth month, WorkingDays days, List<LocalDate> marks) {
        List<Day> all = new ArrayList<>();
        int before = month.atDay(1).getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        IntStream.range(0, before).forEach(i -> all.add(Day.NONE));
        IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .forEach(day -> all.add(day(day, days, marks.contains(day))));
        while (all.size() % 7 > 0) {
            all.add(Day.NONE);
        }
        List<List<Day>> weeks = IntStream.range(0, all.size() / 7)
                .mapToObj(week -> List.copyOf(all.subList(week * 7, week * 7 + 7)))
                .toList();
        return new Month(month.getMonthValue() + "月", weeks);
    }

    private static Day day(LocalDate day, WorkingDays days, boolean marked) {
        boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        boolean worked = days.isWorkingDay(day);
        Optional<String> holiday = days.holiday(day);
        String kind = holiday.isPresent() ? "off" : worked && weekend ? "worked" : weekend ? "weekend" : "";
        String says = holiday.orElse(worked && weekend ? "调休上班" : "");
        return new Day(day.getDayOfMonth(), marked ? kind + " first" : kind, says);
    }
}
