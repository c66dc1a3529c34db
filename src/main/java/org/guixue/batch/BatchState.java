package org.guixue.batch;

/** Where a batch stands. */
public enum BatchState {
    PREPARED("准备中"),
    SUBMITTED("待审批"),
    RUNNING("正在签发"),
    DONE("已完成"),
    CANCELLED("已取消");

    private final String label;

    BatchState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
