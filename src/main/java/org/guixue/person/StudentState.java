package org.guixue.person;

/** Where a child stands with its schooling. */
public enum StudentState {
    ENROLLED("在校"),
    AT_RISK("疑似辍学"),
    DROPPED_OUT("辍学"),
    RETURNED("已复学");

    private final String label;

    StudentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
