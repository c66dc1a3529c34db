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
    private static final int LONGEST_TYPED = 500;
    private static final int SHORTEST_TYPED = 40;
    private static final int CHARS_A_MILLIMETRE = 5;

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
        /** Typed by who fills the ledger, before it is submitted. */
        TYPED,
        /** Left to be written by hand on paper. */
        BLANK
    }

    public boolean typed() {
        return kind == Kind.TYPED;
    }

    /** So many characters at most may be typed into one of its cells, so that a row fits on a page. */
    public int longestTyped() {
        return Math.min(LONGEST_TYPED, Math.max(SHORTEST_TYPED, width * CHARS_A_MILLIMETRE));
    }

    /** Whether it is a figure that adds up over rows. */
    public boolean adds() {
        return kind == Kind.COUNT || kind == Kind.SUM;
    }
}
