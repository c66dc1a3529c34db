package org.guixue.form;

import java.util.List;

/**
 * A figure over all rows.
 *
 * @param name under which the sheet binds it
 * @param kind what is done
 * @param of the column that is added; part and whole, both totals, of a percentage
 * @param where which rows count; facts of the row's own population
 */
public record LedgerTotal(String name, String label, Kind kind, List<String> of, List<LedgerCondition> where) {
    public LedgerTotal {
        of = List.copyOf(of);
        where = List.copyOf(where);
    }

    /** What is done. */
    public enum Kind {
        COUNT,
        SUM,
        PERCENT
    }
}
