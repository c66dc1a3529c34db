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
    BLANK(""),
    /** A form with the code of a draft, to be filled by hand: its words stand in the upper margin, not across what is written. */
    TO_FILL("", "待填 · 不具效力（手写填好后交回扫描，录入签发后生效）");

    private final String text;
    private final String head;

    Mark(String text) {
        this(text, "");
    }

    Mark(String text, String head) {
        this.text = text;
        this.head = head;
    }

    /** What stands in the upper margin of every page. */
    String head() {
        return head;
    }

    String text() {
        return text;
    }
}
