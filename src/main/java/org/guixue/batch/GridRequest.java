package org.guixue.batch;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.form.Form;

/** A posted {@link Grid}: {@code same.<field>}, {@code each.<item>.<field>}, {@code row} for each row and {@code remove} for each to be left out. */
final class GridRequest {
    private final MultivaluedMap<String, String> posted;
    private final List<GridField> fields;

    GridRequest(Form form, Caller caller, MultivaluedMap<String, String> posted) {
        this.fields = GridField.of(form, caller);
        this.posted = posted;
    }

    /** The version of the batch that was shown; one that never was, where none was posted. */
    int seen() {
        String text = text("seen");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** @param kept what stood there before, and stays in columns that were not shown */
    Map<String, Object> same(Map<String, Object> kept) {
        return read("same.", kept);
    }

    /** @param kept what stood on each row of the page before */
    Map<Long, Map<String, Object>> each(Map<Long, Map<String, Object>> kept) {
        Map<Long, Map<String, Object>> each = new LinkedHashMap<>();
        kept.forEach((item, own) -> each.put(item, read("each." + item + ".", own)));
        return each;
    }

    /** Lines that named nobody, as they were written again. */
    Map<Long, String> named() {
        Map<Long, String> named = new LinkedHashMap<>();
        rows().stream().filter(row -> !text("who." + row).isBlank()).forEach(row -> named.put(row, text("who." + row)));
        return named;
    }

    /** The rows that were shown. */
    List<Long> rows() {
        return ids("row");
    }

    Set<Long> removed() {
        return Set.copyOf(ids("remove"));
    }

    private List<Long> ids(String name) {
        return posted.getOrDefault(name, List.of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    private Map<String, Object> read(String prefix, Map<String, Object> kept) {
        Map<String, Object> values = new LinkedHashMap<>(kept);
        for (GridField field : fields) {
            String name = prefix + field.name();
            if (posted.containsKey(name)) {
                String text = text(name).strip();
                if (text.isEmpty()) {
                    values.remove(field.name());
                } else {
                    values.put(field.name(), field.read(text));
                }
            }
        }
        return values;
    }

    private String text(String name) {
        String text = posted.getFirst(name);
        return text == null ? "" : text;
    }
}
