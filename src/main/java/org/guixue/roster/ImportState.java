package org.guixue.roster;

/** Where an import stands: WAITING → READING → READY → CONFIRMED → APPLYING → DONE, unless it ends before. */
public enum ImportState {
    WAITING("排队等候核对"),
    READING("正在核对"),
    READY("等您确认"),
    CONFIRMED("排队等候导入"),
    APPLYING("正在导入"),
    DONE("已导入"),
    UNREADABLE("文件不能导入"),
    INTERRUPTED("已中断，未导入任何数据"),
    FAILED("没有导入成功，未写入任何数据"),
    DISCARDED("已放弃");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the house works at it, or will without being asked. */
    public boolean running() {
        return this == WAITING || this == READING || this == CONFIRMED || this == APPLYING;
    }

    public boolean ended() {
        return !running() && this != READY;
    }
}
