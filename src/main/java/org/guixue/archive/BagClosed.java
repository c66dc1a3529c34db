package org.guixue.archive;

/** The bag's year is closed: it takes no more records. */
public final class BagClosed extends ArchiveException {
    private static final long serialVersionUID = 1;

    BagClosed(String bag) {
        super("the bag is closed: " + bag);
    }
}
