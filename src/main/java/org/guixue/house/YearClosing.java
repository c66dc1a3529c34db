package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.BagId;
import org.guixue.archive.Closing;
import org.guixue.evidence.Evidences;
import org.guixue.instrument.Instruments;

/** Has the archive close the bags of earlier years, but none for which a number was given out that has no file yet. */
@ApplicationScoped
public class YearClosing {
    private static final Logger LOG = Logger.getLogger(YearClosing.class.getName());

    private final Archive archive;
    private final Instruments instruments;
    private final Evidences evidences;

    @Inject
    public YearClosing(Archive archive, Instruments instruments, Evidences evidences) {
        this.archive = archive;
        this.instruments = instruments;
        this.evidences = evidences;
    }

    void close(LocalDate today) {
        Set<BagId> awaited = Stream.concat(instruments.reservedNumbers().stream(), evidences.reservedNumbers().stream())
                .map(ArchivalNumber::parse)
                .map(ArchivalNumber::bag)
                .collect(Collectors.toSet());
        Closing closing = archive.closeEarlierYears(today, awaited);
        closing.closed().forEach(bag -> LOG.info(() -> "archive: closed " + bag));
        closing.leftOpen().forEach((bag, why) -> LOG.warning(() -> "archive: " + bag + " stays open: " + why));
    }
}
