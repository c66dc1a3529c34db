package org.guixue.workbook;

import java.util.List;

/**
 * A column that an importer knows.
 *
 * @param field the importer's own name of it
 * @param required whether a table without this column is refused
 * @param names its usual names; the first is the one used in messages. Spaces, line breaks, brackets, *, colons and case do not matter; of a
 *     heading in two rows the upper and the lower text stand together: 监护人1姓名
 */
public record Heading(String field, boolean required, List<String> names) {
    public Heading {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a heading needs a name: " + field);
        }
    }

    public static Heading required(String field, String... names) {
        return new Heading(field, true, List.of(names));
    }

    public static Heading optional(String field, String... names) {
        return new Heading(field, false, List.of(names));
    }

    String title() {
        return names.get(0);
    }
}
