package org.guixue.form;

import java.util.Arrays;
import java.util.Optional;

/** What an instrument of a form is about; the code is how form.json, requests and answers call it. */
public enum SubjectKind {
    STUDENT("student"),
    CASE("case"),
    OFFICE("office"),
    TERM("term"),
    /** An office for a period: what a ledger reports. */
    PERIOD("period");

    private final String code;

    SubjectKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether a child is chosen for it. */
    public boolean child() {
        return this == STUDENT || this == CASE;
    }

    static Optional<SubjectKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
