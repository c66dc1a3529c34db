package org.guixue;

/** The request contradicts what is already there (409); the message says in Chinese what, and the way out. */
public class Conflict extends Refused {
    public Conflict(String message) {
        super(Reason.CONFLICT, message);
    }

    public Conflict(String message, Throwable cause) {
        super(Reason.CONFLICT, message, cause);
    }
}
