package org.guixue.reconciliation;

/** How a row of a list and our roll stand to each other. */
public enum FindingKind {
    /** More than one may be meant, or something speaks against the one. */
    UNDECIDED("undecided", "待认定"),
    ONLY_THERE("onlyThere", "仅对方有"),
    ONLY_HERE("onlyHere", "仅本系统有"),
    /** A field of a child whom both have. */
    DIFFERENT("different", "信息不符");

    private final String code;
    private final String label;

    FindingKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As JSON and addresses call it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
