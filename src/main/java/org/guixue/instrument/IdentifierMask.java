package org.guixue.instrument;

import org.guixue.form.Field;
import org.guixue.form.FieldType;

/** Resident IDs and student numbers as they are shown to whoever gave no reason: 3607**********1234. */
public final class IdentifierMask {
    private IdentifierMask() {}

    public static boolean hides(Field field) {
        return field.type() == FieldType.NATIONAL_ID || field.type() == FieldType.STUDENT_NUMBER;
    }

    public static String of(String id) {
        int head = id.length() == 19 ? 5 : 4;
        return id.length() < 18
                ? "*".repeat(id.length())
                : id.substring(0, head) + "**********" + id.substring(head + 10);
    }
}
