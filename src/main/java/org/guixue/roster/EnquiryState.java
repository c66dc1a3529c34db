package org.guixue.roster;

/** How far an enquiry about a child on another office's roster is. */
public enum EnquiryState {
    OPEN("等教育局处理"),
    TRANSFERRED("已转入"),
    ANOTHER_CHILD("不是同一人，请核对证件"),
    REFUSED("不予转入");

    private final String label;

    EnquiryState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
