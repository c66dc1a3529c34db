package org.guixue.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.ValuesRefused;
import org.guixue.Violation;

/**
 * A plain form as it was typed and what is wrong with it, so that nothing is lost when it is shown again. Templates read
 * it as {@code typed}; the fragments of {@code page/fields.html} show each error at its field.
 */
public final class Typed {
    private final Map<String, List<String>> values;
    private final Map<String, String> messages = new LinkedHashMap<>();

    private Typed(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Typed blank() {
        return new Typed(new LinkedHashMap<>());
    }

    public static Typed of(MultivaluedMap<String, String> posted) {
        return new Typed(new LinkedHashMap<>(posted));
    }

    public Typed with(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    public Typed with(String name, List<String> all) {
        values.put(name, List.copyOf(all));
        return this;
    }

    public Typed refused(ValuesRefused refusal) {
        refusal.violations().forEach(violation -> messages.putIfAbsent(violation.field(), violation.message()));
        return this;
    }

    /** The first value, without blanks at its ends; empty where there is none. */
    public String value(String name) {
        return all(name).stream().findFirst().map(String::strip).orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    public boolean wrong(String name) {
        return messages.containsKey(name);
    }

    public String message(String name) {
        return messages.getOrDefault(name, "");
    }

    public List<Violation> violations() {
        return messages.entrySet().stream()
                .map(each -> new Violation(each.getKey(), each.getValue()))
                .toList();
    }
}
