package org.guixue.sheet;

/** Where a draft stands between its first letter and its number. */
public enum DraftState {
    /** Open: its owner fills it in. */
    DRAFT("草稿"),
    /** Handed in for approval; nothing in it changes until it is approved, sent back or withdrawn. */
    SUBMITTED("已提交，等待审批"),
    /** Open again: an approver sent it back and said why. */
    RETURNED("已退回"),
    ISSUED("已签发");

    private final String label;

    DraftState(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    /** Whether its owner may change it. */
    public boolean open() {
        return this == DRAFT || this == RETURNED;
    }
}
