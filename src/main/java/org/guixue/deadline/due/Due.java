package org.guixue.deadline.due;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.calendar.Reporting;
import org.guixue.form.Rule;

/**
 * Something that an office must have done by a day.
 *
 * @param id stable while it is the same: rule, case or office, and the day or period that set it going
 * @param office that must act
 * @param opensOn from when it stands in the list
 * @param done what did it and when; empty while it is open
 * @param holidaysKnown false where the year's holidays are not published and weekends alone were counted
 */
public record Due(
        String id,
        Rule rule,
        long office,
        OptionalLong caseFile,
        OptionalLong student,
        LocalDate opensOn,
        LocalDate dueOn,
        Optional<Done> done,
        boolean holidaysKnown) {
    /** By day, then by rule and subject, so that a list is always in the same order. */
    public static final Comparator<Due> BY_DAY =
            Comparator.comparing(Due::dueOn).thenComparing(Due::id);

    /** What did it. */
    public record Done(String by, LocalDate on) {}

    public boolean open() {
        return done.isEmpty();
    }

    public boolean overdue(LocalDate day) {
        return open() && dueOn.isBefore(day);
    }

    /** By how many days it was done late, or is late by that day; 0 where it is not. */
    public long daysLate(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(dueOn, done.map(Done::on).orElse(day)));
    }

    /** Whether it has waited so long that it shows at the office above, too. */
    public boolean escalated(LocalDate day) {
        return overdue(day)
                && rule.escalate()
                        .filter(up -> !dueOn.plus(up.after()).isAfter(day))
                        .isPresent();
    }

    /** The period of that kind that it is about: its own, or that in which it opens. */
    public Reporting period(Reporting.Kind kind) {
        String named = id.replaceFirst("^.*-o\\d+-", "");
        try {
            Reporting own = Reporting.parse(named);
            return own.kind() == kind ? own : Reporting.of(kind, own.from().isAfter(opensOn) ? own.from() : opensOn);
        } catch (IllegalArgumentException e) {
            return Reporting.of(kind, opensOn);
        }
    }
}
