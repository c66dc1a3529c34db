package org.guixue.workbook;

/** What becomes of a row of a workbook that somebody sent. */
public enum PlannedVerdict {
    ADDED("新增"),
    CHANGED("更改"),
    UNCHANGED("不变"),
    REFUSED("不收");

    private final String label;

    PlannedVerdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
