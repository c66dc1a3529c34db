package org.guixue.promotion;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;

/**
 * Tells of a child whose grade on the roll is that of the new school year already, so that it is not promoted twice: it was
 * entered since July, its grade was raised since, or it came to its school in the new year.
 */
final class AlreadyTurned {
    private final LocalDate prepares;
    private final Office school;
    private final SchoolYear year;

    AlreadyTurned(Office school, SchoolYear year) {
        this.school = school;
        this.year = year;
        this.prepares = since(year);
    }

    /** From when on people write the grades of the new year. */
    static LocalDate since(SchoolYear year) {
        return LocalDate.of(year.begins(), Month.JULY, 1);
    }

    /**
     * In words; empty for a child that goes on as usual. What was done and taken back since counts for nothing.
     *
     * @param since what happened to it since July, the oldest first
     */
    Optional<String> of(RollChild child, List<MovedBefore> since) {
        Optional<MovedBefore> raised = since.stream()
                .filter(movement -> raised(movement.fromGrade(), child))
                .findFirst();
        if (raised.isPresent()) {
            return Optional.of("%s已改为%s".formatted(raised.get().on(), child.grade()));
        }
        Optional<MovedBefore> came = since.stream()
                .filter(movement -> !movement.on().isBefore(year.from()))
                .findFirst()
                .filter(movement -> !movement.fromSchool().equals(OptionalLong.of(school.id())));
        if (came.isPresent()) {
            return Optional.of("%s到本校，年级按新学年理解".formatted(came.get().on()));
        }
        return child.enteredOn().isBefore(prepares)
                ? Optional.empty()
                : Optional.of("%s新进名册，年级按新学年理解".formatted(child.enteredOn()));
    }

    private static boolean raised(String from, RollChild child) {
        OptionalInt before = SchoolGrade.read(from);
        OptionalInt now = SchoolGrade.read(child.grade());
        return before.isPresent() && now.isPresent() && now.getAsInt() > before.getAsInt();
    }
}
