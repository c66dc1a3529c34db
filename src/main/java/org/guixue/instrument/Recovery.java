package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.BagId;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.evidence.EvidenceRecovery;
import org.guixue.signing.KeySafe;

/**
 * Holds the catalogue against the archive at start: the archive is the truth. Records that the database does not know are
 * catalogued again from what is embedded in them, counters are raised above every number that the archive holds, leases of
 * the process that is gone are dropped. What came before the {@link Checkpoints} was held against it before, and is again by
 * {@link LookingThrough}.
 */
@ApplicationScoped
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());
    private static final int PAGE = 500;

    private final KeySafe safe;
    private final Archive archive;
    private final Instruments instruments;
    private final Recataloguing recataloguing;
    private final EvidenceRecovery evidence;
    private final Iterable<RegisteredActs> acts;
    private final SoundRegisters registers;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private volatile boolean catalogued;

    @Inject
    public Recovery(
            KeySafe safe,
            Archive archive,
            Instruments instruments,
            Recataloguing recataloguing,
            EvidenceRecovery evidence,
            @Any Instance<RegisteredActs> acts,
            SoundRegisters registers,
            Checkpoints checkpoints,
            Clock clock) {
        this(
                safe,
                archive,
                instruments,
                recataloguing,
                evidence,
                (Iterable<RegisteredActs>) acts,
                registers,
                checkpoints,
                clock);
    }

    /** With the rooms whose acts are in registers, without a container. */
    public Recovery(
            KeySafe safe,
            Archive archive,
            Instruments instruments,
            Recataloguing recataloguing,
            EvidenceRecovery evidence,
            Iterable<RegisteredActs> acts,
            SoundRegisters registers,
            Checkpoints checkpoints,
            Clock clock) {
        this.safe = safe;
        this.archive = archive;
        this.instruments = instruments;
        this.recataloguing = recataloguing;
        this.evidence = evidence;
        this.acts = acts;
        this.registers = registers;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    public void recover() {
        int dropped = instruments.dropLeases(clock.instant());
        if (dropped > 0) {
            LOG.info(() -> dropped + " reserved papers wait to be sealed");
        }
        evidence.finish();
        boolean all = true;
        for (BagId bag : archive.bags()) {
            recataloguing.raiseArchival(bag, archive.highestItem(bag));
            all &= catalogue(archive.wholeness().recordsSince(bag));
        }
        catalogued = all;
        keep();
    }

    /** Remembers how far the archive is whole and in the catalogue; nothing while something is wrong with either. */
    public void keep() {
        if (catalogued && registers.sound() && !archive.stopped()) {
            checkpoints.keep(archive.wholeness().checkpoints());
        }
    }

    /** Writes rows for those records that the catalogue lacks; false where one could not be written. */
    boolean catalogue(List<ArchivedRecord> records) {
        boolean all = true;
        for (int first = 0; first < records.size(); first += PAGE) {
            List<ArchivedRecord> page = records.subList(first, Math.min(first + PAGE, records.size()));
            List<String> numbers =
                    page.stream().map(record -> record.number().toString()).toList();
            Set<String> known = new HashSet<>(instruments.numbersAmong(numbers));
            known.addAll(evidence.numbersAmong(numbers));
            for (ArchivedRecord record : page) {
                if (record.accession().isPresent()
                        && !known.contains(record.number().toString())) {
                    all &= catalogue(record.number());
                } else {
                    all &= readBack(record);
                }
            }
        }
        return all;
    }

    /** What was done with a paper that the catalogue has, and is in the register alone. */
    private boolean readBack(ArchivedRecord record) {
        try {
            acts.forEach(room -> room.readBack(record));
            return true;
        } catch (RuntimeException e) {
            LOG.severe(
                    () -> "ALARM: what was done with " + record.number() + " cannot be read back: " + e.getMessage());
            return false;
        }
    }

    private boolean catalogue(ArchivalNumber number) {
        ArchivedRecord record = archive.history(number);
        try {
            if (number.isEvidence()) {
                evidence.catalogue(record);
                LOG.warning(() -> number + " was in the archive and not in the database; catalogued again");
                return true;
            }
            Optional<byte[]> metadata = safe.signatures()
                    .embedded(
                            archive.read(number),
                            RecordJson.FILE,
                            record.accession().orElseThrow().at());
            recataloguing.catalogue(record, metadata.orElseThrow());
            acts.forEach(room -> room.readBack(record));
            LOG.warning(() -> number + " was in the archive and not in the database; catalogued again");
            return true;
        } catch (RuntimeException e) {
            LOG.severe(() -> "ALARM: " + number + " cannot be catalogued again: " + e.getMessage());
            return false;
        }
    }
}
