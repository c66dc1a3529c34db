package org.guixue.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one thing stands. No names of people.
 *
 * @param name for a monitor, such as {@code disk.home}; never changes
 * @param title in Chinese, as are figure and todo
 * @param figure how it stands, with numbers
 * @param todo the next step; empty where nothing is to be done
 * @param command a line to type on the machine; empty where there is none
 * @param link a page of ours where it is done; empty where there is none
 * @param values the same in numbers and words for a monitor
 * @param details further lines, some only
 */
public record Signal(
        String name,
        Urgency urgency,
        String title,
        String figure,
        String todo,
        String command,
        String link,
        Optional<Instant> since,
        Map<String, Object> values,
        List<String> details) {
    public Signal {
        values = Map.copyOf(values);
        details = List.copyOf(details);
    }

    static Signal fine(String name, String title, String figure) {
        return of(name, Urgency.FINE, title, figure, "");
    }

    public static Signal of(String name, Urgency urgency, String title, String figure, String todo) {
        return new Signal(name, urgency, title, figure, todo, "", "", Optional.empty(), Map.of(), List.of());
    }

    public Signal since(Instant when) {
        return since(Optional.of(when));
    }

    Signal since(Optional<Instant> when) {
        return new Signal(name, urgency, title, figure, todo, command, link, when, values, details);
    }

    public Signal at(String page) {
        return new Signal(name, urgency, title, figure, todo, command, page, since, values, details);
    }

    public Signal typing(String line) {
        return new Signal(name, urgency, title, figure, todo, line, link, since, values, details);
    }

    public Signal with(String key, Object value) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(key, value);
        return new Signal(name, urgency, title, figure, todo, command, link, since, more, details);
    }

    Signal naming(List<String> lines) {
        return new Signal(name, urgency, title, figure, todo, command, link, since, values, lines);
    }
}
