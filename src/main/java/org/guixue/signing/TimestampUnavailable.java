package org.guixue.signing;

/** The timestamp authority did not answer, or not rightly: sealing may be tried again later. */
public final class TimestampUnavailable extends RuntimeException {
    TimestampUnavailable(String message) {
        super(message);
    }

    TimestampUnavailable(String message, Exception cause) {
        super(message, cause);
    }
}
