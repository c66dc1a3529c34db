package org.guixue.person;

import java.util.Optional;
import org.guixue.office.Office;

/** Where a child stands at one moment: its state, school, grade and class. */
public record Standing(StudentState state, Optional<Office> school, String grade, String schoolClass) {
    public static Standing of(Student child) {
        return new Standing(child.state(), child.school(), child.grade(), child.schoolClass());
    }

    /** Whether the child came here from another school, or back onto this roster. */
    boolean isReachedByTransfer(Standing before) {
        boolean elsewhere = school.isPresent()
                && !school.map(Office::id).equals(before.school.map(Office::id))
                && before.state != StudentState.NOT_ENROLLED;
        return elsewhere && MovementKind.TRANSFER_IN.mayFollow(before.state);
    }

    boolean isSameAs(Standing other) {
        return state == other.state
                && school.map(Office::id).equals(other.school.map(Office::id))
                && grade.equals(other.grade)
                && schoolClass.equals(other.schoolClass);
    }
}
