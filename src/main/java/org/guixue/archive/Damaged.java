package org.guixue.archive;

/** What lies on disk is not what was put there; it is neither served nor written to. */
public final class Damaged extends ArchiveException {
    private static final long serialVersionUID = 1;

    Damaged(String message) {
        super(message);
    }
}
