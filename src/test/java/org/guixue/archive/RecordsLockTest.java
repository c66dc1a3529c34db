package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsLockTest {
    @TempDir
    Path folder;

    @Test
    void keepsASecondProcessOutEvenAfterASecondOpeningHereWasRefused() throws Exception {
        Path records = folder.resolve("records");
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            assertThrows(ArchiveInUse.class, () -> Archive.open(records, Bags.CLOCK));
            Path output = folder.resolve("output");
            Process other = Bags.java(output, List.of(), CrashChild.class, records.toString(), "0", "1");
            assertTrue(other.waitFor(30, TimeUnit.SECONDS));
            assertTrue(Files.readString(output).contains("ArchiveInUse"), Files.readString(output));
            archive.accession(Bags.number(1), Bags.bytes("one"), Bags.FACTS);
            assertEquals(1, archive.records(Bags.number(1).bag()).size());
        }
    }

    @Test
    void anInterruptedThreadDoesNotStopTheArchive() {
        try (Archive archive = Archive.open(folder.resolve("records"), Bags.CLOCK)) {
            Thread.currentThread().interrupt();
            archive.accession(Bags.number(1), Bags.bytes("one"), Bags.FACTS);
            assertTrue(Thread.interrupted(), "the interrupt is still there");
            assertEquals(List.of(), archive.check(List.of()));
        }
    }
}
