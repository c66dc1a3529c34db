package org.guixue.office;

/** Asks, as an event, whether there is such a jurisdiction; whoever reads {@code forms/} answers before it returns. */
public final class JurisdictionInQuestion {
    private final String id;
    private boolean known;

    JurisdictionInQuestion(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public void known() {
        known = true;
    }

    boolean isKnown() {
        return known;
    }
}
