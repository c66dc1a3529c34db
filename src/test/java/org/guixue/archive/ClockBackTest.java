package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockBackTest {
    private final Instant wrong = Bags.CLOCK.instant().plus(Duration.ofDays(30));

    @TempDir
    Path records;

    private void accession(int item, Instant at, boolean accepted) {
        try (Archive archive = Archive.open(records, Clock.fixed(at, Bags.CLOCK.getZone()))) {
            if (accepted) {
                archive.clockAccepted(Bags.CLOCK.instant(), wrong);
            }
            archive.accession(Bags.number(item), Bags.bytes(Bags.number(item)), Bags.FACTS);
        }
    }

    private List<Finding.Kind> found() {
        return new Fixity(records).all(List.of()).stream().map(Finding::kind).toList();
    }

    @Test
    void aLineBeforeTheOneAboveItIsOdd() {
        accession(1, wrong, false);
        accession(2, Bags.CLOCK.instant(), false);
        assertEquals(List.of(Finding.Kind.OUT_OF_TIME), found());
    }

    @Test
    void fitsWhereItSaysThatTheClockWasAccepted() {
        accession(1, wrong, false);
        accession(2, Bags.CLOCK.instant(), true);
        accession(3, Bags.CLOCK.instant().plusSeconds(60), true);
        accession(4, wrong.plusSeconds(60), true);
        assertEquals(List.of(), found());
    }

    @Test
    void aFewMinutesAreNoStepBack() {
        accession(1, Bags.CLOCK.instant(), false);
        accession(2, Bags.CLOCK.instant().minusSeconds(100), false);
        assertEquals(List.of(), found());
    }
}
