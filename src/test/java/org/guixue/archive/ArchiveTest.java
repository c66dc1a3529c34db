package org.guixue.archive;

import static org.guixue.archive.Bags.CLOCK;
import static org.guixue.archive.Bags.FACTS;
import static org.guixue.archive.Bags.bytes;
import static org.guixue.archive.Bags.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guixue.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final BagId BAG = number(1).bag();

    @TempDir
    Path records;

    private Archive open() {
        return Archive.open(records, CLOCK);
    }

    @Test
    void keepsARecordAtItsPlaceWithManifestAndRegisterLine() throws Exception {
        try (Archive archive = open()) {
            Accessioned accessioned = archive.accession(number(1), bytes(number(1)), FACTS);

            Path expected = records.resolve("SF01/2026/D30/data/0000/SF01-WS.2026-D30-0001.pdf");
            assertEquals(expected.toRealPath(), accessioned.path());
            assertArrayEquals(bytes(number(1)), Files.readAllBytes(expected));
            assertEquals(Sha256.of(bytes(number(1))), accessioned.sha256());
            assertEquals(1, accessioned.register().length());
            assertEquals(
                    "{\"n\":1,\"previous\":\"" + "0".repeat(64)
                            + "\",\"at\":\"2026-11-22T01:02:03.004Z\",\"act\":\"accession\","
                            + "\"number\":\"SF01-WS.2026-D30-0001\",\"actor\":17,\"facts\":{\"certificate\":\""
                            + FACTS.certificate()
                            + "\",\"file\":\"data/0000/SF01-WS.2026-D30-0001.pdf\",\"sha256\":\""
                            + accessioned.sha256() + "\"}}\n",
                    Files.readString(records.resolve("SF01/2026/D30/register.jsonl")));
            assertEquals(
                    Sha256.of(Files.readString(records.resolve("SF01/2026/D30/register.jsonl"))),
                    accessioned.register().head());
            assertArrayEquals(bytes(number(1)), archive.read(number(1)));
            assertEquals(Optional.of(number(1)), archive.find(accessioned.sha256()));
            assertEquals(Optional.empty(), archive.find(Sha256.of("stranger")));
            assertEquals(List.of(), archive.check(List.of()));
        }
        Bags.assertValid(records);
    }

    @Test
    void remembersEverythingWhenItIsOpenedAgain() throws Exception {
        List<RegisterHead> heads;
        try (Archive archive = open()) {
            for (int item = 1; item <= 5; item++) {
                archive.accession(number(item), bytes(number(item)), FACTS);
            }
            archive.append(number(2), Event.of(Act.VOID, 4, "WRONG_CHILD"));
            archive.append(number(7), Event.of(Act.CANCELLATION, 4, "NO_KEY"));
            heads = archive.registerHeads();
        }
        try (Archive archive = open()) {
            assertEquals(List.of(), archive.recovery().findings());
            assertEquals(heads, archive.registerHeads());
            assertEquals(List.of(), archive.compare(heads));
            assertEquals(List.of(BAG), archive.bags());
            assertEquals(7, archive.highestItem(BAG));
            List<ArchivedRecord> all = archive.records(BAG);
            assertEquals(6, all.size());
            assertEquals(ArchivedRecord.State.ACCESSIONED, all.get(0).state());
            assertEquals(ArchivedRecord.State.VOID, all.get(1).state());
            assertEquals(ArchivedRecord.State.CANCELLED, all.get(5).state());
            assertEquals(Optional.empty(), all.get(5).sha256());
        }
        Bags.assertValid(records);
    }

    @Test
    void takesTheSameBytesTwiceAndRefusesOthers() throws Exception {
        try (Archive archive = open()) {
            Accessioned first = archive.accession(number(1), bytes("one"), FACTS);
            assertEquals(first, archive.accession(number(1), bytes("one"), FACTS));
            assertThrows(Occupied.class, () -> archive.accession(number(1), bytes("other"), FACTS));
            assertArrayEquals(bytes("one"), archive.read(number(1)));
            assertFalse(archive.stopped());
        }
        Bags.assertValid(records);
    }

    @Test
    void refusesAPlantedFileAndQuarantinesItOnRequest() throws Exception {
        try (Archive archive = open()) {
            archive.accession(number(1), bytes("one"), FACTS);
            Files.write(archive.pathOf(number(2)), bytes("planted"));
            assertThrows(Occupied.class, () -> archive.accession(number(2), bytes("two"), FACTS));
            assertArrayEquals(bytes("planted"), archive.lying(number(2)).orElseThrow());
            assertThrows(NoSuchRecord.class, () -> archive.read(number(2)));
            assertThrows(Occupied.class, () -> archive.quarantine(number(1)));

            assertArrayEquals(bytes("planted"), Files.readAllBytes(archive.quarantine(number(2))));
            archive.accession(number(2), bytes("two"), FACTS);
            assertArrayEquals(bytes("two"), archive.read(number(2)));
            assertEquals(List.of(), archive.check(List.of()));
        }
        Bags.assertValid(records);
    }

    @Test
    void adoptsAFileThatACrashLeftWithoutItsLines() throws Exception {
        try (Archive archive = open()) {
            archive.accession(number(1), bytes("one"), FACTS);
            Files.write(archive.pathOf(number(2)), bytes("two"));
        }
        try (Archive archive = open()) {
            assertEquals(List.of(number(2).path()), archive.recovery().awaiting());
            assertEquals(List.of(), archive.recovery().damage());
            Bags.assertValid(records);
            assertEquals(2, archive.highestItem(BAG));
            assertThrows(NoSuchRecord.class, () -> archive.read(number(2)));
            assertEquals(Optional.empty(), archive.find(Sha256.of(bytes("two"))));
            assertThrows(Occupied.class, () -> archive.accession(number(2), bytes("again"), FACTS));

            assertEquals(
                    2,
                    archive.accession(number(2), bytes("two"), FACTS).register().length());
            assertArrayEquals(bytes("two"), archive.read(number(2)));
            assertEquals(List.of(), archive.check(List.of()));
        }
        Bags.assertValid(records);
    }

    @Test
    void filesScansBesideTheRecord() throws Exception {
        try (Archive archive = open()) {
            archive.accession(number(1), bytes("one"), FACTS);
            Event scan = new Event(Act.SCAN, 9, Map.of());
            archive.scan(number(1), bytes("scan 1"), scan);
            Accessioned second = archive.scan(number(1), bytes("scan 2"), scan);
            assertTrue(second.path().endsWith("data/0000/SF01-WS.2026-D30-0001.scan-2.pdf"));
            assertArrayEquals(bytes("scan 1"), archive.readScan(number(1), 1));
            assertThrows(NoSuchRecord.class, () -> archive.readScan(number(1), 3));
            assertThrows(NoSuchRecord.class, () -> archive.scan(number(2), bytes("scan"), scan));
            assertEquals(
                    ArchivedRecord.State.RETURNED, archive.history(number(1)).state());
            assertEquals(Optional.empty(), archive.find(second.sha256()));
        }
        Bags.assertValid(records);
    }

    @Test
    void aClosedYearTakesNoRecordsAndItsEventsGoToTheEventsBag() throws Exception {
        Clock nextYear = Clock.offset(CLOCK, Duration.ofDays(100));
        try (Archive archive = Archive.open(records, nextYear)) {
            archive.accession(number(1), bytes("one"), FACTS);
            archive.scan(number(1), bytes("scan 1"), new Event(Act.SCAN, 9, Map.of()));
            archive.writeHeads(LocalDate.of(2027, 3, 1), new RegisterHead(Archive.AUDIT, 0, RegisterHead.NONE));
            assertEquals(
                    List.of(BAG.name()),
                    archive.closeEarlierYears(LocalDate.of(2027, 3, 2), Set.of())
                            .closed());
            assertEquals(
                    List.of(),
                    archive.closeEarlierYears(LocalDate.of(2027, 3, 2), Set.of())
                            .closed());
            assertThrows(BagClosed.class, () -> archive.accession(number(2), bytes("two"), FACTS));
            assertEquals(
                    "SF01/events/2027",
                    archive.append(number(1), Event.of(Act.VOID, 4, "LATE")).register());
            Accessioned scan = archive.scan(number(1), bytes("scan 2"), new Event(Act.SCAN, 9, Map.of()));
            assertTrue(scan.path().endsWith("events/2027/data/0000/SF01-WS.2026-D30-0001.scan-2.pdf"));
        }
        Bags.assertValid(records);
        try (Archive archive = Archive.open(records, nextYear)) {
            assertEquals(List.of(), archive.recovery().findings());
            assertThrows(BagClosed.class, () -> archive.accession(number(2), bytes("two"), FACTS));
            assertEquals(ArchivedRecord.State.VOID, archive.history(number(1)).state());
            assertEquals(2, archive.records(BAG).get(0).scans().size());
            assertArrayEquals(bytes("scan 2"), archive.readScan(number(1), 2));
            assertEquals(List.of(), archive.check(List.of()));
        }
    }

    @Test
    void endsAClosingThatWasKilledBetweenItsTwoSteps() throws Exception {
        try (Archive archive = open()) {
            archive.accession(number(1), bytes("one"), FACTS);
            archive.writeHeads(LocalDate.of(2027, 3, 1), new RegisterHead(Archive.AUDIT, 0, RegisterHead.NONE));
            archive.closeEarlierYears(LocalDate.of(2027, 3, 2), Set.of());
        }
        Path tags = records.resolve(BAG.name()).resolve("tagmanifest-sha256.txt");
        byte[] whole = Files.readAllBytes(tags);
        Files.delete(tags);
        try (Archive archive = open()) {
            assertEquals(
                    Finding.Kind.COMPLETED, archive.recovery().findings().get(0).kind());
            assertThrows(BagClosed.class, () -> archive.accession(number(2), bytes("two"), FACTS));
        }
        assertArrayEquals(whole, Files.readAllBytes(tags));
        Bags.assertValid(records);
    }

    @Test
    void keepsASecondOpeningOut() {
        try (Archive archive = open()) {
            assertThrows(ArchiveInUse.class, this::open);
            archive.accession(number(1), bytes("one"), FACTS);
        }
        open().close();
    }

    @Test
    void writesAHeadFileADayAndAnotherWhereItHasComeFurther() throws Exception {
        RegisterHead audit = new RegisterHead(Archive.AUDIT, 3, Sha256.of("audit"));
        try (Archive archive = open()) {
            archive.accession(number(1), bytes("one"), FACTS);
            Path first = archive.writeHeads(LocalDate.of(2026, 11, 22), audit);
            byte[] before = Files.readAllBytes(first);
            archive.accession(number(2), bytes("two"), FACTS);
            assertEquals(
                    "2026-11-22.2.json",
                    archive.writeHeads(LocalDate.of(2026, 11, 22), audit)
                            .getFileName()
                            .toString());
            assertArrayEquals(before, Files.readAllBytes(first));
            assertEquals(
                    "2026-11-22.2.json",
                    archive.writeHeads(LocalDate.of(2026, 11, 22), audit)
                            .getFileName()
                            .toString(),
                    "nothing has changed since");
            archive.writeHeads(LocalDate.of(2026, 11, 23), audit);
            assertEquals(3, archive.headsOf(Archive.AUDIT).size());
            assertEquals(2, archive.headsOf(BAG.name()).get(1).length());
            assertEquals(List.of(), archive.check(List.of()));
        }
    }

    @Test
    void refusesNamesInARegister() {
        assertThrows(IllegalArgumentException.class, () -> Event.of(Act.VOID, 4, "王小明"));
        assertThrows(IllegalArgumentException.class, () -> Event.of(Act.VOID, 4, "Wang Xiaoming"));
    }

    @Test
    void eightThreadsFillTwoBags() throws Exception {
        int each = 25;
        try (Archive archive = open()) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Callable<Accessioned>> work = IntStream.rangeClosed(1, 8 * each)
                    .mapToObj(i -> new ArchivalNumber(
                            "SF01", "WS", 2026, i % 2 == 0 ? Retention.D10 : Retention.Y, (i + 1) / 2))
                    .map(number -> (Callable<Accessioned>) () -> archive.accession(number, bytes(number), FACTS))
                    .toList();
            for (Future<Accessioned> done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();
            assertEquals(
                    List.of(4L * each, 4L * each),
                    archive.registerHeads().stream().map(RegisterHead::length).toList());
            assertEquals(List.of(), archive.check(List.of()));
        }
        Bags.assertValid(records);
    }
}
