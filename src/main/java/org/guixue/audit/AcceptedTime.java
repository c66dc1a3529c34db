package org.guixue.audit;

import java.time.Instant;

/**
 * Somebody at the machine let the house go on at an earlier time than that of the last event, which bears a wrong date.
 *
 * @param at when, by the clock that was accepted
 * @param last when the last event says that it happened
 */
public record AcceptedTime(Instant at, Instant last) {
    static final String KIND = "clock";
}
