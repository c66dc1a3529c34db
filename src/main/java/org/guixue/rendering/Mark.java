package org.guixue.rendering;

/** What a paper is marked as, on every page. */
public enum Mark {
    /** An issued paper: no mark. */
    NONE(""),
    /** A preview: never numbered, sealed or stored. */
    PREVIEW("预览"),
    /** A copy of a sealed paper, bound into a {@link Volume}. */
    COPY("副本"),
    /** A copy of a paper that was taken back. */
    VOID_COPY("作废"),
    /** A blank form, to be filled by hand: no mark, and no code, for there is no record that it could lead to. */
    BLANK("");

    private final String text;

    Mark(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
