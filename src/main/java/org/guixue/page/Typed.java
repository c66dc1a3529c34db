package org.guixue.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.workbook.DateText;

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

    /**
     * Says at each field what is written there now, where that is something else than what was typed: both can be seen, and what
     * was typed stays.
     *
     * @param coded fields whose values nobody can read
     */
    public Typed beside(Typed written, String... coded) {
        written.values.keySet().stream()
                .filter(name -> values.containsKey(name) && !name.equals("version"))
                .filter(name -> !written.value(name).equals(value(name)))
                .forEach(name -> messages.put(
                        name, otherwise(written.value(name), List.of(coded).contains(name))));
        return this;
    }

    private static String otherwise(String now, boolean coded) {
        if (now.isEmpty()) {
            return "现在保存的是空的";
        }
        return coded ? "现在保存的与这里选的不同" : "现在保存的是“%s”".formatted(now);
    }

    /** The first value, without blanks at its ends; empty where there is none. */
    public String value(String name) {
        return all(name).stream().findFirst().map(String::strip).orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The day that was typed, in any of the shapes of {@link DateText}; empty where nothing was.
     *
     * @throws ValuesRefused where it is no day
     */
    public Optional<LocalDate> day(String name) {
        String text = value(name);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(DateText.day(text).orElseThrow(() -> new ValuesRefused(name, "日期应写作2026-03-15，请改正")));
    }

    /** @throws ValuesRefused where nothing was typed, with that sentence, or no day */
    public LocalDate day(String name, String whenMissing) {
        return day(name).orElseThrow(() -> new ValuesRefused(name, whenMissing));
    }

    /** Names apart by 、 commas, semicolons or lines; a space or · may belong to a name. */
    public List<String> names(String name) {
        return Arrays.stream(value(name).split("[、，,;；\\r\\n]+"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
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
