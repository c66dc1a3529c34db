package org.guixue;

/** The caller's role does not include this act (403); the message says in Chinese who may do it. */
public class Forbidden extends Refused {
    public Forbidden(String message) {
        super(Reason.FORBIDDEN, message);
    }
}
