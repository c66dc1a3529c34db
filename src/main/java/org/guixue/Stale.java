package org.guixue;

/** What the caller has seen is not the newest any more (412); nothing was written. */
public class Stale extends Refused {
    public Stale(String message) {
        super(Reason.STALE, message);
    }
}
