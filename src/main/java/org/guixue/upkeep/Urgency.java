package org.guixue.upkeep;

/** Whether somebody has to do something; each has a word and a sign beside its colour. */
public enum Urgency {
    FINE("正常", "✓", "done"),
    WATCH("需要留意", "!", "soon"),
    ACT("需要处理", "×", "late");

    private final String label;
    private final String sign;
    private final String tone;

    Urgency(String label, String sign, String tone) {
        this.label = label;
        this.sign = sign;
        this.tone = tone;
    }

    public String label() {
        return label;
    }

    public String sign() {
        return sign;
    }

    public String tone() {
        return tone;
    }
}
