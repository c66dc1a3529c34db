package org.guixue.archive;

/** Another process, or another part of this one, has the archive open. */
public final class ArchiveInUse extends ArchiveException {
    private static final long serialVersionUID = 1;

    ArchiveInUse(String records) {
        super("the archive is open already, here or in another process: " + records);
    }
}
