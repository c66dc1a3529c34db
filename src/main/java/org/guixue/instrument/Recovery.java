package org.guixue.instrument;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.guixue.Started;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.BagId;

/**
 * Holds the catalogue against the archive at start: the archive is the truth. Records that the database does not know are
 * catalogued again from what is embedded in them, counters are raised above every number that the archive holds, leases of
 * the process that is gone are dropped.
 */
@ApplicationScoped
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    @Inject
    private Premises premises;

    @Inject
    private Instruments instruments;

    @Inject
    private Recataloguing recataloguing;

    @Inject
    private Clock clock;

    void recover(@Observes @Priority(3000) Started started) {
        int dropped = instruments.dropLeases(clock.instant());
        if (dropped > 0) {
            LOG.info(() -> dropped + " reserved papers wait to be sealed");
        }
        for (BagId bag : premises.archive().bags()) {
            recataloguing.raiseArchival(bag, premises.archive().highestItem(bag));
            for (ArchivedRecord record : premises.archive().records(bag)) {
                catalogue(record);
            }
        }
    }

    private void catalogue(ArchivedRecord record) {
        if (record.accession().isEmpty()
                || instruments.withArchivalNumber(record.number().toString()).isPresent()) {
            return;
        }
        Optional<byte[]> metadata =
                premises.signatures().embedded(premises.archive().read(record.number()), RecordJson.FILE);
        try {
            recataloguing.catalogue(record, metadata.orElseThrow());
            LOG.warning(() -> record.number() + " was in the archive and not in the database; catalogued again");
        } catch (RuntimeException e) {
            LOG.severe(() -> "ALARM: " + record.number() + " cannot be catalogued again: " + e.getMessage());
        }
    }
}
