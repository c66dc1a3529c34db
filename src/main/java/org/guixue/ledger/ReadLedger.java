package org.guixue.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;

/**
 * A ledger as it is now for an office and a period.
 *
 * @param content what it would say if it were submitted now; of an office that others submit to, the sum of what they submitted
 *     and its own
 * @param submitted what the office submitted, the oldest first
 * @param differences what has changed since the last of them
 * @param contributors the offices that submit to this one
 * @param missing those of them that have not
 * @param left how many cells were typed whose rows are not in it now
 * @param today the day on which it was read
 * @param sum whether others submit to this office
 */
record ReadLedger(
        Ledger ledger,
        Reported asked,
        Content content,
        List<Instrument> submitted,
        List<Difference> differences,
        List<Office> contributors,
        List<Office> missing,
        boolean sum,
        int left,
        LocalDate today) {
    OwnLedger own() {
        return new OwnLedger(ledger, asked.office(), asked.period());
    }

    Optional<Instrument> latest() {
        return submitted.isEmpty() ? Optional.empty() : Optional.of(submitted.get(submitted.size() - 1));
    }
}
