package org.guixue;

/** What the caller has seen is not the newest any more (412); nothing was written. */
public class Stale extends RuntimeException {
    public Stale(String message) {
        super(message);
    }
}
