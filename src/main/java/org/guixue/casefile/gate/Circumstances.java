package org.guixue.casefile.gate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.guixue.calendar.Counting;
import org.guixue.form.Jurisdiction;

/**
 * What the conditions look at beside the case itself.
 *
 * @param grade of the child on the roll; empty where it was never enrolled
 * @param certified whether the roll has a disability certificate
 * @param rules the gates in force where the case is led, by id
 * @param schoolDay whether a day is one of the school's calendar
 */
public record Circumstances(
        LocalDate bornOn,
        String grade,
        boolean certified,
        Map<String, Jurisdiction.Gate> rules,
        Predicate<LocalDate> schoolDay) {
    Optional<Jurisdiction.Gate> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    int age(LocalDate on) {
        return Counting.age(bornOn, on);
    }

    /** The days of the school's calendar after the first up to and with the last. */
    long schoolDays(LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1)).skip(1).filter(schoolDay).count();
    }
}
