package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.guixue.yearly.LeftOpen;

/** Has the archive close the bags of earlier years, but none for which a number was given out that has no file yet. */
@ApplicationScoped
public class YearClosing implements LeftOpen {
    private static final Logger LOG = Logger.getLogger(YearClosing.class.getName());

    private final Archive archive;
    private final Instruments instruments;
    private final Evidences evidences;
    private volatile Optional<Closing> latest = Optional.empty();

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
        latest = Optional.of(closing);
        closing.closed().forEach(bag -> LOG.info(() -> "archive: closed " + bag));
        closing.leftOpen().forEach((bag, why) -> LOG.warning(() -> "archive: " + bag + " stays open: " + why));
    }

    @Override
    public Optional<List<String>> leftOpen() {
        return latest.map(
                closing -> closing.leftOpen().keySet().stream().sorted().toList());
    }
}
