package org.guixue.casefile;

/** The life of a case; it stays open while persuasion continues. */
public enum CaseState {
    OPEN("劝返中"),
    CLOSED("已销号");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
