package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.BagId;
import org.guixue.signing.KeySafe;

/**
 * Holds the catalogue against the archive at start: the archive is the truth. Records that the database does not know are
 * catalogued again from what is embedded in them, counters are raised above every number that the archive holds, leases of
 * the process that is gone are dropped.
 */
@ApplicationScoped
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    private final KeySafe safe;
    private final Archive archive;
    private final Instruments instruments;
    private final Recataloguing recataloguing;
    private final Clock clock;

    @Inject
    public Recovery(KeySafe safe, Archive archive, Instruments instruments, Recataloguing recataloguing, Clock clock) {
        this.safe = safe;
        this.archive = archive;
        this.instruments = instruments;
        this.recataloguing = recataloguing;
        this.clock = clock;
    }

    public void recover() {
        int dropped = instruments.dropLeases(clock.instant());
        if (dropped > 0) {
            LOG.info(() -> dropped + " reserved papers wait to be sealed");
        }
        for (BagId bag : archive.bags()) {
            recataloguing.raiseArchival(bag, archive.highestItem(bag));
            for (ArchivedRecord record : archive.records(bag)) {
                catalogue(record);
            }
        }
    }

    private void catalogue(ArchivedRecord record) {
        if (record.accession().isEmpty()
                || instruments.withArchivalNumber(record.number().toString()).isPresent()) {
            return;
        }
        try {
            Optional<byte[]> metadata = safe.signatures()
                    .embedded(
                            archive.read(record.number()),
                            RecordJson.FILE,
                            record.accession().orElseThrow().at());
            recataloguing.catalogue(record, metadata.orElseThrow());
            LOG.warning(() -> record.number() + " was in the archive and not in the database; catalogued again");
        } catch (RuntimeException e) {
            LOG.severe(() -> "ALARM: " + record.number() + " cannot be catalogued again: " + e.getMessage());
        }
    }
}
