package org.guixue;

/**
 * Fired after a request that may have written something, its transactions closed, before its answer leaves: whoever must
 * have caught up by then observes it.
 */
public record Written() {}
