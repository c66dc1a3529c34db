package org.guixue;

/** More than is taken (413); the message says in Chinese which limit and the way out. */
public class TooLarge extends RuntimeException {
    public TooLarge(String message) {
        super(message);
    }
}
