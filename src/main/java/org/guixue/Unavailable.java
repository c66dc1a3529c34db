package org.guixue;

/** The house cannot do this now (503); the message says in Chinese why and that nothing was lost. */
public class Unavailable extends Refused {
    public Unavailable(String message) {
        super(Reason.UNAVAILABLE, message);
    }
}
