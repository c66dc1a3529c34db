package org.guixue.instrument;

/** The life of an instrument once it has its number; before that it is a draft. */
public enum InstrumentState {
    RESERVED("签发中"),
    ISSUED("已签发"),
    DELIVERED("已送达"),
    RETURNED("已回收"),
    VOID("已作废");

    private final String label;

    InstrumentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Which colour its badge has; the label beside it says the same. */
    public String tone() {
        return switch (this) {
            case RESERVED -> "soon";
            case ISSUED -> "usual";
            case DELIVERED, RETURNED -> "done";
            case VOID -> "void";
        };
    }
}
