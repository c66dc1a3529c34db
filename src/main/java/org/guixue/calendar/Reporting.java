package org.guixue.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period that something is reported for: {@code 2026-11-20}, {@code 2026-W36} (ISO), {@code 2026-09}, {@code 2026-autumn},
 * {@code 2026-Q3}, {@code 2026-2027} (school year), {@code 2026}. The autumn term's reports belong to August
 * to January, the spring term's to February to July, whatever the days of its lessons are.
 *
 * @param name its one spelling
 * @param from its first day
 * @param until its last day
 */
public record Reporting(Kind kind, String name, LocalDate from, LocalDate until) {
    /** How long such a period is. */
    public enum Kind {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        TERM,
        SCHOOL_YEAR,
        YEAR
    }

    private static final int FIRST_DAYS = 10;
    private static final int FIRST_DAYS_OF_A_WEEK = 2;

    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4})(?:-(?:(\\d{2})-(\\d{2})|W(\\d{2})|(\\d{2})|(spring|autumn)|(\\d{4})|Q([1-4])))?");

    /** Refuses what is no period, naming the spellings. */
    public static Reporting parse(String text) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) {
            throw refused(text);
        }
        int year = Integer.parseInt(m.group(1));
        try {
            if (m.group(2) != null) {
                return of(Kind.DAY, LocalDate.parse(text));
            }
            if (m.group(4) != null) {
                return week(text, year, Integer.parseInt(m.group(4)));
            }
            if (m.group(5) != null) {
                return of(Kind.MONTH, YearMonth.parse(text).atDay(1));
            }
            if (m.group(6) != null) {
                return of(
                        Kind.TERM, LocalDate.of(year, m.group(6).equals("spring") ? Month.FEBRUARY : Month.AUGUST, 1));
            }
            if (m.group(7) != null) {
                if (Integer.parseInt(m.group(7)) != year + 1) {
                    throw refused(text);
                }
                return of(Kind.SCHOOL_YEAR, new SchoolYear(year).from());
            }
            if (m.group(8) != null) {
                return of(Kind.QUARTER, LocalDate.of(year, Integer.parseInt(m.group(8)) * 3, 1));
            }
            return of(Kind.YEAR, LocalDate.of(year, Month.JANUARY, 1));
        } catch (DateTimeException e) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "“" + text + "”不是期间，请写成 2026-11-20、2026-W36、2026-09、2026-Q3、2026-autumn、2026-spring、2026-2027 或 2026");
    }

    private static Reporting week(String text, int year, int number) {
        LocalDate monday = LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(number - 1L);
        Reporting week = of(Kind.WEEK, monday);
        if (!week.name.equals(text)) {
            throw refused(text);
        }
        return week;
    }

    /** The period of that kind in which the day lies. */
    public static Reporting of(Kind kind, LocalDate day) {
        int year = day.getYear();
        return switch (kind) {
            case DAY -> new Reporting(kind, day.toString(), day, day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Reporting(
                        kind,
                        "%d-W%02d"
                                .formatted(
                                        day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        monday,
                        monday.plusDays(6));
            }
            case MONTH ->
                new Reporting(
                        kind,
                        YearMonth.from(day).toString(),
                        day.withDayOfMonth(1),
                        day.with(TemporalAdjusters.lastDayOfMonth()));
            case QUARTER -> {
                int quarter = (day.getMonthValue() + 2) / 3;
                LocalDate from = LocalDate.of(year, quarter * 3 - 2, 1);
                yield new Reporting(
                        kind, year + "-Q" + quarter, from, from.plusMonths(3).minusDays(1));
            }
            case TERM -> term(day);
            case SCHOOL_YEAR -> {
                SchoolYear school = SchoolYear.of(day);
                yield new Reporting(kind, school.toString(), school.from(), school.until());
            }
            case YEAR ->
                new Reporting(kind, String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        };
    }

    private static Reporting term(LocalDate day) {
        int month = day.getMonthValue();
        boolean spring = month >= 2 && month <= 7;
        LocalDate from = spring
                ? LocalDate.of(day.getYear(), 2, 1)
                : LocalDate.of(month == 1 ? day.getYear() - 1 : day.getYear(), 8, 1);
        return new Reporting(
                Kind.TERM,
                from.getYear() + (spring ? "-spring" : "-autumn"),
                from,
                from.plusMonths(6).minusDays(1));
    }

    /** The one of that kind to report on that day: in the first days of one, that which has just ended. */
    public static Reporting toReport(Kind kind, LocalDate day) {
        Reporting lasting = of(kind, day);
        int first = kind == Kind.DAY ? 0 : kind == Kind.WEEK ? FIRST_DAYS_OF_A_WEEK : FIRST_DAYS;
        return day.isBefore(lasting.from.plusDays(first)) ? lasting.previous() : lasting;
    }

    public Reporting next() {
        return of(kind, until.plusDays(1));
    }

    public Reporting previous() {
        return of(kind, from.minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** As papers name it, 2026年秋季学期. */
    public String label() {
        int year = from.getYear();
        return switch (kind) {
            case DAY -> ChineseDays.of(from);
            case WEEK -> ChineseDays.of(from) + "至" + ChineseDays.of(until);
            case MONTH -> year + "年" + from.getMonthValue() + "月";
            case QUARTER -> year + "年第" + (from.getMonthValue() + 2) / 3 + "季度";
            case TERM -> year + (from.getMonthValue() == 2 ? "年春季学期" : "年秋季学期");
            case SCHOOL_YEAR -> name + "学年";
            case YEAR -> year + "年";
        };
    }
}
