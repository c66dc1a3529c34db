package org.guixue.archive;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened to a record, as its register keeps it: an act, the id of the account that did it, and facts that are ids,
 * digests, dates and reason codes.
 *
 * <p>A register outlives every right to be forgotten, so a name can not get in: values are printable ASCII without
 * spaces, at most 200 characters.
 */
public record Event(Act act, long actor, Map<String, String> facts) {
    public Event {
        facts.forEach((name, value) -> {
            if (!name.matches("[a-z][A-Za-z0-9]{0,29}") || !value.matches("[\\x21-\\x7e]{1,200}")) {
                throw new IllegalArgumentException(
                        "expected an id, a date or a code in ASCII without spaces, found: " + name + " = " + value);
            }
        });
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** An act with its reason code, such as {@code WRONG_CHILD}. */
    public static Event of(Act act, long actor, String reason) {
        return new Event(act, actor, Map.of("reason", reason));
    }

    void expect(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + expected + ", found: " + this);
        }
    }

    Event with(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Event(act, actor, more);
    }
}
