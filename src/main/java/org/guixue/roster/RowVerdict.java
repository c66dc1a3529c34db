package org.guixue.roster;

/** What becomes of a row. */
public enum RowVerdict {
    NEW("新增"),
    CHANGED("变更"),
    SAME("不变"),
    REFUSED("拒绝"),
    /** May be a child on the roster; somebody has to say. */
    UNDECIDED("待决定"),
    PASSED_OVER("跳过");

    private final String label;

    RowVerdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
