package org.guixue.archive;

/** The archive holds no record of this number. */
public final class NoSuchRecord extends ArchiveException {
    private static final long serialVersionUID = 1;

    NoSuchRecord(ArchivalNumber number) {
        super("no record in the archive: " + number);
    }
}
