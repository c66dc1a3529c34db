package org.guixue.archive;

import static org.guixue.archive.Bags.FACTS;
import static org.guixue.archive.Bags.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearEndTest {
    private static final RegisterHead AUDIT = new RegisterHead(Archive.AUDIT, 0, RegisterHead.NONE);
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2027, 1, 2);
    private static final BagId OLD = number(1).bag();

    @TempDir
    private Path folder;

    @Test
    void closesOnTheSecondDayThatItSeesOfALaterYear() throws Exception {
        try (Archive archive = in(2026)) {
            archive.accession(number(1), Bags.bytes("one"), FACTS);
            archive.writeHeads(LocalDate.of(2026, 12, 31), AUDIT);
            assertEquals(List.of(), close(archive, LocalDate.of(2026, 12, 31)));
            archive.writeHeads(FIRST, AUDIT);
            assertEquals(List.of(), close(archive, FIRST), "heads of the day itself are not enough");
            archive.accession(number(2), Bags.bytes("numbered before midnight"), FACTS);
            assertEquals(List.of(OLD.name()), close(archive, SECOND));
            assertThrows(BagClosed.class, () -> archive.accession(number(3), Bags.bytes("three"), FACTS));
        }
        Bags.assertValid(records());
        assertTrue(Files.exists(records().resolve(OLD.name()).resolve("tagmanifest-sha256.txt")));
        assertTrue(Files.readString(records().resolve(OLD.name()).resolve("bag-info.txt"))
                .contains("Payload-Oxum: "));
    }

    @Test
    void leavesThisYearsBagsOpenAndClosesEventsWithTheirOwnYear() throws Exception {
        ArchivalNumber young = new ArchivalNumber("SF01", "WS", 2027, Retention.D30, 1);
        try (Archive archive = in(2027)) {
            archive.accession(number(1), Bags.bytes("one"), FACTS);
            archive.accession(young, Bags.bytes("young"), FACTS);
            archive.writeHeads(FIRST, AUDIT);
            assertEquals(List.of(OLD.name()), close(archive, SECOND));
            assertEquals(
                    "SF01/events/2027",
                    archive.append(number(1), Event.of(Act.VOID, 4, "LATE")).register());
            assertEquals(List.of(), close(archive, SECOND));
            archive.writeHeads(LocalDate.of(2028, 1, 5), AUDIT);
            assertEquals(List.of(young.bag().name(), "SF01/events/2027"), close(archive, LocalDate.of(2028, 1, 6)));
        }
        Bags.assertValid(records());
        try (Archive archive = in(2028)) {
            archive.append(number(1), Event.of(Act.HOLD, 4, "COURT"));
            assertEquals(
                    List.of(),
                    archive.check(List.of()).stream()
                            .filter(f -> f.kind().isDamage())
                            .toList());
        }
    }

    @Test
    void waitsForAPaperThatHasItsNumberAndNoFile() {
        try (Archive archive = in(2026)) {
            archive.accession(number(1), Bags.bytes("one"), FACTS);
            archive.writeHeads(FIRST, AUDIT);
            Closing waiting = archive.closeEarlierYears(SECOND, Set.of(OLD));
            assertEquals(List.of(), waiting.closed());
            assertEquals(Set.of(OLD.name()), waiting.leftOpen().keySet());
            archive.accession(number(2), Bags.bytes("two"), FACTS);
            assertEquals(List.of(OLD.name()), close(archive, SECOND));
        }
    }

    @Test
    void aBagThatDoesNotFitStaysOpenAndHindersNoOther() throws IOException {
        BagId sound = new BagId("SF02", 2026, Retention.D10);
        try (Archive archive = in(2026)) {
            archive.accession(number(1), Bags.bytes("one"), FACTS);
            archive.accession(new ArchivalNumber("SF02", "WS", 2026, Retention.D10, 1), Bags.bytes("other"), FACTS);
            Files.writeString(records().resolve(OLD.name()).resolve("data/0000/stray.txt"), "stray");
            archive.writeHeads(FIRST, AUDIT);
            Closing closing = archive.closeEarlierYears(SECOND, Set.of());
            assertEquals(List.of(sound.name()), closing.closed());
            assertTrue(closing.leftOpen().get(OLD.name()).contains("stray.txt"), closing.toString());
            archive.accession(number(2), Bags.bytes("two"), FACTS);
        }
    }

    private static List<String> close(Archive archive, LocalDate today) {
        return archive.closeEarlierYears(today, Set.of()).closed();
    }

    private Archive in(int year) {
        return Archive.open(records(), Clock.fixed(Instant.parse(year + "-11-22T01:02:03Z"), ZoneOffset.UTC));
    }

    private Path records() {
        return folder.resolve("records");
    }
}
