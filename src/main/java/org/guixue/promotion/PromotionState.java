package org.guixue.promotion;

/** How far a school's turn of the year is. */
public enum PromotionState {
    /** Looked through and decided; also after it was taken back. */
    PREPARING("准备中", "soon"),
    /** To be carried out as it was seen. */
    ORDERED("正在办理", "soon"),
    /** Every child's movement is written. */
    DONE("已办理", "done");

    private final String label;
    private final String tone;

    PromotionState(String label, String tone) {
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
