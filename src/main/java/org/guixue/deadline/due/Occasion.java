package org.guixue.deadline.due;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.guixue.calendar.Counting;
import org.guixue.form.Rule;
import org.guixue.form.RuleSpan;

/**
 * One time that a rule is set going.
 *
 * @param base the trigger's day
 * @param begins the first day of the period that it belongs to
 * @param ends the last day of that period
 * @param period its name; for a case the day
 */
record Occasion(LocalDate base, LocalDate begins, LocalDate ends, String period) {
    private static final int DAYS_SHOWN_BEFORE = 14;

    static Occasion on(LocalDate day) {
        return new Occasion(day, day, day, day.toString());
    }

    LocalDate anchor(Rule rule) {
        return rule.offset().map(base::plus).orElse(base);
    }

    /** The last day, rolled as the rule says. */
    LocalDate dueOn(Rule rule, RuleSpan span, int times, long office, CountyDays days) {
        LocalDate anchor = anchor(rule);
        LocalDate last =
                switch (span.kind()) {
                    case PERIOD -> Counting.lastDay(anchor, span.period().multipliedBy(times));
                    case MONTH_END -> anchor.with(TemporalAdjusters.lastDayOfMonth());
                    case PERIOD_END -> ends;
                    case DAY -> {
                        LocalDate day = span.day().atYear(anchor.getYear());
                        yield day.isBefore(anchor) ? span.day().atYear(anchor.getYear() + 1) : day;
                    }
                    case SCHOOL_DAYS -> days.schoolDayAfter(office, anchor, span.schoolDays() * times);
                };
        return rule.roll().apply(last, days.working());
    }

    /** From when it stands in the list. */
    LocalDate opensOn(Rule rule, LocalDate dueOn) {
        LocalDate anchor = anchor(rule);
        LocalDate opens = rule.window()
                .flatMap(Rule.Window::from)
                .map(base::plus)
                .orElseGet(() -> begins.isBefore(anchor) && rule.offset().isEmpty()
                        ? begins
                        : dueOn.isAfter(anchor) ? anchor : dueOn.minusDays(DAYS_SHOWN_BEFORE));
        return opens.isAfter(dueOn) ? dueOn : opens;
    }

    /** After which day nothing counts any more. */
    LocalDate closesOn(Rule rule) {
        return rule.window().flatMap(Rule.Window::until).map(base::plus).orElse(LocalDate.MAX);
    }
}
