package org.guixue;

/** More than is taken (413); the message says in Chinese which limit and the way out. */
public class TooLarge extends Refused {
    public TooLarge(String message) {
        super(Reason.TOO_LARGE, message);
    }
}
