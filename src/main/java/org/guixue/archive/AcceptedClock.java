package org.guixue.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When somebody let the house go on at an earlier time, and how late the events are that bear the wrong date. Lines between
 * the two say so.
 */
record AcceptedClock(Instant at, Instant last) {
    static final AcceptedClock NEVER = new AcceptedClock(Instant.MAX, Instant.MIN);

    /** The fact in a register line. */
    static final String FACT = "clock";

    Event mark(Event event, Instant now) {
        return now.isAfter(last)
                ? event
                : event.with(FACT, at.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
