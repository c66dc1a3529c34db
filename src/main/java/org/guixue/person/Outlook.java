package org.guixue.person;

import java.util.List;

/**
 * What a child would become: never stored, see {@link Roster#outlook}.
 *
 * @param child how it would stand on the roster; without an id
 * @param history what would be noted beside it; empty for a new child
 * @param changed whether anything would change; true for a new child
 */
public record Outlook(Student child, List<Movement> history, boolean changed) {
    public Outlook {
        history = List.copyOf(history);
    }
}
