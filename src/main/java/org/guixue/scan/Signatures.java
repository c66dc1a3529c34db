package org.guixue.scan;

/** Whether the people who had to sign have signed, as somebody saw it on the paper. Never assumed. */
public enum Signatures {
    UNSEEN("还没有核对"),
    COMPLETE("签字齐全"),
    MISSING("缺签字");

    private final String label;

    Signatures(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
