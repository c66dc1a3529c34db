package org.guixue.person;

import java.util.List;

/**
 * Many children at once, as {@link StudentChanged} says of one.
 *
 * @param entered whether they are new on the roster, so that nothing speaks of them yet
 */
public record StudentsChanged(List<Long> students, boolean entered) {
    public StudentsChanged {
        students = List.copyOf(students);
    }
}
