package org.guixue.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of one instrument between a posted page and the form. Posted names are <code>name</code> or
 * <code>table[0].column</code>; empty inputs and empty rows are left out.
 */
public final class FormValues {
    private static final Pattern CELL =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\[(\\d{1,4})]\\.([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern ROW = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\[(\\d{1,4})]");

    private FormValues() {}

    /** Names that are no field of the form (tokens, buttons) are passed over. */
    public static Map<String, Object> posted(Form form, Map<String, List<String>> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.type() == FieldType.TABLE) {
                List<Map<String, Object>> rows = postedRows(field, parameters);
                if (!rows.isEmpty()) {
                    values.put(field.name(), rows);
                }
            } else {
                put(values, field, parameters.getOrDefault(field.name(), List.of()));
            }
        }
        return FormCheck.normalise(form, values);
    }

    /** The same values with an empty row more at the table's end, for the button addRow. */
    public static Map<String, Object> withRow(Map<String, Object> values, String table) {
        List<Map<String, Object>> rows = new ArrayList<>(rows(values.get(table)));
        rows.add(new LinkedHashMap<>());
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(table, rows);
        return changed;
    }

    /** The same values without the row that the button removeRow names, such as {@code visits[0]}. */
    public static Map<String, Object> withoutRow(Map<String, Object> values, String row) {
        Matcher matcher = ROW.matcher(row);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (matcher.matches()) {
            List<Map<String, Object>> rows = new ArrayList<>(rows(values.get(matcher.group(1))));
            int index = Integer.parseInt(matcher.group(2));
            if (index < rows.size()) {
                rows.remove(index);
                changed.put(matcher.group(1), rows);
            }
        }
        return changed;
    }

    private static List<Map<String, Object>> postedRows(Field table, Map<String, List<String>> parameters) {
        Map<Integer, Map<String, Object>> rows = new TreeMap<>();
        parameters.forEach((name, texts) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches() && cell.group(1).equals(table.name())) {
                table.column(cell.group(3)).ifPresent(column -> {
                    Map<String, Object> row =
                            rows.computeIfAbsent(Integer.valueOf(cell.group(2)), index -> new LinkedHashMap<>());
                    put(row, column, texts);
                });
            }
        });
        return rows.values().stream().filter(row -> !row.isEmpty()).toList();
    }

    private static void put(Map<String, Object> values, Field field, List<String> texts) {
        List<String> filled = texts.stream().filter(text -> !text.isBlank()).toList();
        if (filled.isEmpty()) {
            return;
        }
        boolean many = field.type() == FieldType.FLAGS || field.type() == FieldType.PHOTOS;
        values.put(field.name(), many ? filled : filled.get(0));
    }

    /** A table's rows; anything else is no row. */
    static List<Map<String, Object>> rows(@Nullable Object value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                Map<String, Object> row = new LinkedHashMap<>();
                if (element instanceof Map<?, ?> map) {
                    map.forEach((key, cell) -> {
                        if (cell != null) {
                            row.put(String.valueOf(key), cell);
                        }
                    });
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** One text or many. */
    static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null || value.toString().isEmpty() ? List.of() : List.of(value.toString());
    }
}
