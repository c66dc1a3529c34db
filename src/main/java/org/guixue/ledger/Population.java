package org.guixue.ledger;

import java.util.List;

/** What may be listed and counted, under its name in {@code form.LedgerVocabulary}. */
public interface Population {
    String name();

    /** All that the office may see, on the reporting day; whose report each belongs in is said by {@link Reportable#reporter}. */
    List<? extends Reportable> of(Reported asked);
}
