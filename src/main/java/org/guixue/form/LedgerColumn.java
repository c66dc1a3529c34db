package org.guixue.form;

import java.util.List;
import java.util.Optional;

/**
 * One column of a ledger.
 *
 * @param name under which the sheet binds it
 * @param width in millimetres on paper
 * @param kind where its value comes from
 * @param fact of {@link Kind#FACT}
 * @param count of {@link Kind#COUNT}: what of the group is counted
 * @param of of {@link Kind#SUM} and {@link Kind#PERCENT}: the columns that are added, or part and whole
 */
public record LedgerColumn(
        String name,
        String label,
        int width,
        Kind kind,
        Optional<String> fact,
        Optional<LedgerCount> count,
        List<String> of,
        FieldType type) {
    public LedgerColumn {
        of = List.copyOf(of);
    }

    /** Where its value comes from. */
    public enum Kind {
        FACT,
        /** The group that the row stands for. */
        GROUP,
        COUNT,
        SUM,
        PERCENT,
        /** Left to be written by hand. */
        BLANK
    }

    /** Whether it is a figure that adds up over rows. */
    public boolean adds() {
        return kind == Kind.COUNT || kind == Kind.SUM;
    }
}
