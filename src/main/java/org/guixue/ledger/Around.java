package org.guixue.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.guixue.person.Standing;
import org.guixue.person.Student;

/**
 * What lies around the children of one reading, by child; what takes a query of its own is read when somebody asks for it.
 *
 * @param day the reporting day
 * @param then who has moved since that day, as they stood on it
 * @param before who has moved since the period began, as they stood on the day before it
 * @param aid what was given in the period, in words
 * @param elsewhere the school outside the county to which the child went
 */
record Around(
        LocalDate day,
        Map<Long, Standing> then,
        Map<Long, Standing> before,
        Supplier<Map<Long, String>> aid,
        Supplier<Map<Long, String>> elsewhere) {
    Standing standing(Student child) {
        return Optional.ofNullable(then.get(child.id())).orElseGet(() -> Standing.of(child));
    }

    Standing standingBefore(Student child) {
        return Optional.ofNullable(before.get(child.id())).orElseGet(() -> Standing.of(child));
    }

    String aid(Student child) {
        return aid.get().getOrDefault(child.id(), "");
    }

    String elsewhere(Student child) {
        return elsewhere.get().getOrDefault(child.id(), "");
    }
}
