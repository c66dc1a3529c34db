package org.guixue.scan;

/** How far a pile is. */
public enum PileState {
    READING("正在识别"),
    WAITING("有待认页"),
    SETTLED("已办完");

    private final String label;

    PileState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
