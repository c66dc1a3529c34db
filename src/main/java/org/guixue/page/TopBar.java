package org.guixue.page;

import org.guixue.access.Caller;

/** What the bar above every page says of a caller; the room that knows offices and what is due answers. */
@FunctionalInterface
public interface TopBar {
    /**
     * @param office the name of the office that the caller works for
     * @param due how many things are due for the caller
     * @param founding whether the caller leads a new county through its first steps
     */
    record Line(String office, int due, boolean founding) {}

    Line of(Caller caller);
}
