package org.guixue.person;

import java.util.Optional;
import org.guixue.office.Office;

/** Where a child stands at one moment: its state, school, grade and class. */
public record Standing(StudentState state, Optional<Office> school, String grade, String schoolClass) {
    static Standing of(Student child) {
        return new Standing(child.state(), child.school(), child.grade(), child.schoolClass());
    }

    boolean isSameAs(Standing other) {
        return state == other.state
                && school.map(Office::id).equals(other.school.map(Office::id))
                && grade.equals(other.grade)
                && schoolClass.equals(other.schoolClass);
    }
}
