package org.guixue.form;

import java.util.List;
import java.util.Optional;

/**
 * Which rows a ledger has.
 *
 * @param of what is counted or listed, a population of {@link LedgerVocabulary}
 * @param where all of them hold for each
 * @param per the fact by which they are grouped, a row a group; empty for a row each
 * @param order facts by which the rows stand, the first first
 */
public record LedgerRows(String of, List<LedgerCondition> where, Optional<String> per, List<String> order) {
    public LedgerRows {
        where = List.copyOf(where);
        order = List.copyOf(order);
    }
}
