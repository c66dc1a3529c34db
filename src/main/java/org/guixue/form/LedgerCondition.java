package org.guixue.form;

import java.util.List;

/**
 * What must hold of a fact: {@code ["case.state", "in", ["OUT", "DEFERRED"]]}.
 *
 * @param values one, or several for {@link Operator#IN}; {@code {office}}, {@code {period-start}} and {@code {period-end}}
 *     stand for what is reported
 */
public record LedgerCondition(String fact, Operator operator, List<String> values) {
    public LedgerCondition {
        values = List.copyOf(values);
    }

    /** How it is compared. */
    public enum Operator {
        IS("="),
        IS_NOT("!="),
        IN("in"),
        /** The office lies at or below that one. */
        UNDER("under"),
        BEFORE("before"),
        AFTER("after"),
        /** The day lies in the reported period. */
        WITHIN("within"),
        /** The list or text contains it; with {@code true} or {@code false}: there is any, or none. */
        HAS("has");

        private final String spelling;

        Operator(String spelling) {
            this.spelling = spelling;
        }

        public String spelling() {
            return spelling;
        }
    }
}
