package org.guixue.form;

import java.util.List;
import java.util.Optional;

/**
 * One field of a form, as form.json declares it.
 *
 * @param max characters for text, pictures for photos, rows for a table, the largest value for a number; the type's default
 *     where form.json is silent
 * @param from path of the record that prefills it, such as {@code student.name}; empty where only the clerk knows
 * @param choices the permitted values of a choice or of flags; empty for other types
 * @param notAfter another date field, {@code issuedOn} or {@code today}: this date may not lie after it
 * @param equalsCount a table: this number must equal the count of its rows
 * @param sensitive health and disability: shown only to accounts that hold the grant. What copies a child's health or
 *     disability from the record is sensitive whatever form.json says, and so is a table with a sensitive column
 * @param fields the columns of a table; empty for other types
 */
public record Field(
        String name,
        String label,
        FieldType type,
        boolean required,
        int max,
        Optional<String> from,
        List<String> choices,
        Optional<String> notAfter,
        Optional<String> equalsCount,
        boolean sensitive,
        List<Field> fields) {
    public Field {
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
        sensitive = sensitive
                || fields.stream().anyMatch(Field::sensitive)
                || from.filter(path -> path.matches("student\\.(health|disab).*"))
                        .isPresent();
    }

    /** The same field, shown only to holders of the grant. */
    Field madeSensitive() {
        return new Field(name, label, type, required, max, from, choices, notAfter, equalsCount, true, fields);
    }

    /** A table's column. */
    public Optional<Field> column(String column) {
        return fields.stream().filter(field -> field.name().equals(column)).findFirst();
    }
}
