package org.guixue.deadline.due;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.calendar.Reporting;
import org.guixue.form.RuleTrigger;

/** The times that a calendar sets a rule going at an office, some time before and after a day. */
final class Occasions {
    private static final int MONTHS_BEFORE = 14;
    private static final int MONTHS_AFTER = 8;

    private final CountyDays days;

    Occasions(CountyDays days) {
        this.days = days;
    }

    List<Occasion> around(RuleTrigger trigger, long office, LocalDate day) {
        return switch (trigger.kind()) {
            case DAY -> named(trigger.detail(), day);
            case YEAR -> each(Reporting.Kind.YEAR, day, false);
            case SCHOOL_YEAR -> each(Reporting.Kind.SCHOOL_YEAR, day, false);
            case QUARTER -> quarters(day);
            case MONTH -> each(Reporting.Kind.MONTH, day, false);
            case MONTH_END -> each(Reporting.Kind.MONTH, day, true);
            case WEEK -> each(Reporting.Kind.WEEK, day, false);
            case TERM_START, TERM_END, HOLIDAY_START -> terms(trigger, office, day);
            default -> List.of();
        };
    }

    private static List<Occasion> named(String text, LocalDate day) {
        if (!text.startsWith("--")) {
            return parsed(text).map(Occasion::on).stream().toList();
        }
        MonthDay each = MonthDay.parse(text);
        List<Occasion> occasions = new ArrayList<>();
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            LocalDate on = each.atYear(year);
            occasions.add(new Occasion(on, on, on, String.valueOf(year)));
        }
        return occasions;
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Occasion> each(Reporting.Kind kind, LocalDate day, boolean atEnd) {
        List<Occasion> occasions = new ArrayList<>();
        Reporting period = Reporting.of(kind, day.minusMonths(MONTHS_BEFORE));
        for (; period.from().isBefore(day.plusMonths(MONTHS_AFTER)); period = period.next()) {
            occasions.add(
                    new Occasion(atEnd ? period.until() : period.from(), period.from(), period.until(), period.name()));
        }
        return occasions;
    }

    private static List<Occasion> quarters(LocalDate day) {
        List<Occasion> occasions = new ArrayList<>();
        LocalDate from = LocalDate.of(day.getYear() - 1, 1, 1);
        for (; from.isBefore(day.plusMonths(MONTHS_AFTER)); from = from.plusMonths(3)) {
            occasions.add(new Occasion(
                    from,
                    from,
                    from.plusMonths(3).minusDays(1),
                    from.getYear() + "-Q" + (from.getMonthValue() / 3 + 1)));
        }
        return occasions;
    }

    private List<Occasion> terms(RuleTrigger trigger, long office, LocalDate day) {
        List<Occasion> occasions = new ArrayList<>();
        Reporting term = Reporting.of(Reporting.Kind.TERM, day.minusMonths(MONTHS_BEFORE));
        for (; term.from().isBefore(day.plusMonths(MONTHS_AFTER)); term = term.next()) {
            if (!trigger.detail().isEmpty() && !term.name().endsWith(trigger.detail())) {
                continue;
            }
            CountyDays.Lessons lessons = days.lessons(office, term);
            occasions.add(
                    switch (trigger.kind()) {
                        case TERM_START -> new Occasion(lessons.from(), lessons.from(), lessons.until(), term.name());
                        case TERM_END -> new Occasion(lessons.until(), lessons.until(), lessons.until(), term.name());
                        default -> {
                            LocalDate first = lessons.until().plusDays(1);
                            yield new Occasion(
                                    first,
                                    first,
                                    days.lessons(office, term.next()).from().minusDays(1),
                                    term.name());
                        }
                    });
        }
        return occasions;
    }
}
