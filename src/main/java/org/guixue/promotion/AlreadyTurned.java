package org.guixue.promotion;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.Standing;

/**
 * Tells of a child whose grade on the roll is that of the new school year already, so that it is not promoted twice: it was
 * entered since July, its grade was raised since, or it came to its school in the new year.
 */
final class AlreadyTurned {
    private final LocalDate prepares;
    private final SchoolYear year;

    AlreadyTurned(SchoolYear year) {
        this.year = year;
        this.prepares = since(year);
    }

    /** From when on people write the grades of the new year. */
    static LocalDate since(SchoolYear year) {
        return LocalDate.of(year.begins(), Month.JULY, 1);
    }

    /** In words; empty for a child that goes on as usual. */
    Optional<String> of(RollChild child, List<Movement> since) {
        for (Movement movement : since) {
            if (raised(movement.from(), movement.to())) {
                return Optional.of("%s已改为%s".formatted(movement.on(), movement.to().grade()));
            }
            if (!movement.on().isBefore(year.from()) && wentElsewhere(movement.from(), movement.to())) {
                return Optional.of("%s到本校，年级按新学年理解".formatted(movement.on()));
            }
        }
        return child.enteredOn().isBefore(prepares)
                ? Optional.empty()
                : Optional.of("%s新进名册，年级按新学年理解".formatted(child.enteredOn()));
    }

    private static boolean raised(Standing from, Standing to) {
        OptionalInt before = SchoolGrade.read(from.grade());
        OptionalInt after = SchoolGrade.read(to.grade());
        return before.isPresent() && after.isPresent() && after.getAsInt() > before.getAsInt();
    }

    private static boolean wentElsewhere(Standing from, Standing to) {
        return to.school().isPresent()
                && !to.school().map(Office::id).equals(from.school().map(Office::id));
    }
}
