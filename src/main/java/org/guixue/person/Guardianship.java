package org.guixue.person;

/**
 * Whether somebody of a child's family is its guardian, as the national roster asks of each (成员是否监护人): a notice that
 * is served on somebody who is not has no effect.
 */
public enum Guardianship {
    YES("是"),
    NO("否"),
    UNSAID("");

    private final String word;

    Guardianship(String word) {
        this.word = word;
    }

    public static Guardianship of(String word) {
        return word.equals(YES.word) ? YES : word.equals(NO.word) ? NO : UNSAID;
    }

    /** 是, 否, or nothing where nobody said. */
    public String word() {
        return word;
    }
}
