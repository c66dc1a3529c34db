package org.guixue;

/** Fired once when the house goes down cleanly, while database and archive are still open: rooms put their last things away. */
public record Stopping() {}
