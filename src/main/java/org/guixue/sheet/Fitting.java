package org.guixue.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.form.Field;
import org.guixue.form.FieldType;

/** Makes what the records know fit what a field takes; what cannot be made to fit is left to who fills the paper in. */
final class Fitting {
    private Fitting() {}

    static Optional<Object> fit(Field field, Object known) {
        Object value = plain(field, known);
        boolean empty = value.equals("") || (value instanceof List<?> rows && rows.isEmpty());
        boolean noChoice = field.type() == FieldType.CHOICE && !field.choices().contains(value);
        return empty || noChoice ? Optional.empty() : Optional.of(value);
    }

    private static Object plain(Field field, Object known) {
        if (known instanceof Efforts efforts) {
            return efforts.within(field.max());
        }
        if (known instanceof CaseCourse course) {
            return course.within(field.max());
        }
        if (known instanceof LocalDate day) {
            return field.type() == FieldType.MONTH ? YearMonth.from(day).toString() : day.toString();
        }
        if (known instanceof List<?> rows && field.type() == FieldType.TABLE) {
            return rows.stream()
                    .map(row -> columns(field, (Map<?, ?>) row))
                    .filter(row -> !row.isEmpty())
                    .toList();
        }
        return known;
    }

    private static Map<String, Object> columns(Field table, Map<?, ?> row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Field column : table.fields()) {
            Optional.ofNullable(row.get(column.name()))
                    .flatMap(value -> fit(column, value))
                    .ifPresent(value -> columns.put(column.name(), value));
        }
        return columns;
    }
}
