package org.guixue.archive;

/** The disk is full. Nothing partial was left; the same call works once space is freed. */
public final class NoSpace extends ArchiveException {
    private static final long serialVersionUID = 1;

    NoSpace(String message) {
        super(message);
    }

    NoSpace(String message, Throwable cause) {
        super(message, cause);
    }
}
