package org.guixue.scan;

/** What became of one sheet of a pile. */
public enum SheetState {
    /** Its picture was taken; not looked at beside the others yet. */
    READ,
    /** Whose it is, is known; not filed yet. */
    MATCHED,
    /** Filled by hand: it lies at the draft that it is to be typed into, until that is issued. */
    AT_DRAFT,
    /** In the tray until somebody settles it. */
    WAITING,
    FILED,
    /** Somebody said why it is kept nowhere. */
    DISCARDED
}
