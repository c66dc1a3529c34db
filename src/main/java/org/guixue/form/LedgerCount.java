package org.guixue.form;

import java.util.List;

/**
 * What is counted.
 *
 * @param of a population of {@link LedgerVocabulary}
 * @param where all of them hold for each that counts
 */
public record LedgerCount(String of, List<LedgerCondition> where) {
    public LedgerCount {
        where = List.copyOf(where);
    }
}
