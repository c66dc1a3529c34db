package org.guixue.yearly;

/** How a piece of yearly work stands, as it is computed. */
public enum WorkState {
    OPEN("要办", "late"),
    /** Begun or looked at, with some left. */
    GOING("在办", "soon"),
    DONE("已完成", "done"),
    /** Its day has not come. */
    NOT_YET("还没到时候", "usual"),
    /** The house does it; nobody has to. */
    BY_ITSELF("系统自动办", "usual");

    private final String label;
    private final String tone;

    WorkState(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    public String label() {
        return label;
    }

    public String tone() {
        return tone;
    }
}
