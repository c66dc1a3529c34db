package org.guixue.reconciliation;

import org.guixue.identity.Mask;
import org.guixue.office.Office;
import org.guixue.person.Student;

/** What is shown of a child of ours beside another register. */
final class ShownChild {
    private ShownChild() {}

    /** Its ID, else its student number, masked; empty where it has neither. */
    static String masked(Student child) {
        String id = child.heldId().text();
        String number = id.isEmpty() ? child.heldNumber().text() : id;
        return number.isEmpty() ? "" : Mask.of(number);
    }

    static String schooling(Student child) {
        return (child.school().map(Office::name).orElse("未入学") + " " + child.grade() + " " + child.schoolClass())
                .strip();
    }
}
