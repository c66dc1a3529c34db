package org.guixue.archive;

/** What the archive refuses; each cause is a class of its own. */
public abstract class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
