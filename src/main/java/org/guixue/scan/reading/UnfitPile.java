package org.guixue.scan.reading;

/** A file that is no pile of sheets that can be read. The message is a Chinese sentence: what is wrong with it, and the way out. */
public final class UnfitPile extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        EMPTY,
        /** Something else than PDF, JPEG, PNG or TIFF. */
        OTHER_KIND,
        /** It opens with a password only. */
        ENCRYPTED,
        /** Not all of it is there, or it cannot be made sense of. */
        DAMAGED,
        TOO_MANY_PAGES,
        /** More pixels or bytes than are taken. */
        TOO_LARGE
    }

    private final Reason reason;

    UnfitPile(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
