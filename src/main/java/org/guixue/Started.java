package org.guixue;

/**
 * Fired once, synchronously, when the schema is up to date and before the server reports ready.
 *
 * <p>A room that has something to load, recover or catch up with observes it: {@code void recover(@Observes @Priority(n)
 * Started started)}. Lower priorities run first: 1000 keys and forms, 2000 archive recovery, 3000 catalogue, 4000 index,
 * 5000 demo data. No transaction is open. An exception stops the start.
 */
public record Started(Home home) {}
