package org.guixue.archive;

/** A file of other bytes lies where this record should lie; nothing was written. */
public final class Occupied extends ArchiveException {
    private static final long serialVersionUID = 1;

    Occupied(String path) {
        super("another file lies at " + path);
    }
}
