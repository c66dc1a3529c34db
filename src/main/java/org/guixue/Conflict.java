package org.guixue;

/** The request contradicts what is already there (409); the message says in Chinese what, and the way out. */
public class Conflict extends RuntimeException {
    public Conflict(String message) {
        super(message);
    }
}
