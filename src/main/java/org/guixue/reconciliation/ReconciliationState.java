package org.guixue.reconciliation;

/** How far a comparison is. */
public enum ReconciliationState {
    READING("正在读取"),
    MATCHING("正在比对"),
    /** Its differences are being settled. */
    OPEN("待核对"),
    ISSUED("已出具比对表"),
    /** The file turned out to be damaged further down. */
    UNREADABLE("读不下去");

    private final String label;

    ReconciliationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the house is still at it. */
    public boolean running() {
        return this == READING || this == MATCHING;
    }
}
