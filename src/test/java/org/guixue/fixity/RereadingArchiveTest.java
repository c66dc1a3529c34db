package org.guixue.fixity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.archive.Damaged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadingArchiveTest {
    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private FixityRound kept() {
        return shelf.rounds.kept(FixityRound.ARCHIVE);
    }

    /** Steps until a round has ended. */
    private int round(RereadingArchive rereading) {
        Optional<Instant> before = kept().lastEndedAt();
        int steps = 0;
        while (kept().lastEndedAt().equals(before)) {
            shelf.pass(Duration.ofSeconds(1));
            rereading.step();
            steps++;
            assertTrue(steps < 1000, "a round ends");
        }
        return steps;
    }

    @Test
    void readsEveryFileOnceAndRests() {
        for (int item = 1; item <= 5; item++) {
            shelf.keep(item, 100);
        }
        RereadingArchive rereading = shelf.rereading();
        round(rereading);
        assertEquals(5, kept().lastUnits());
        assertTrue(kept().lastBytes() > 500);
        assertEquals(List.of(), shelf.open(FixityRound.ARCHIVE));
        shelf.pass(Duration.ofDays(6));
        rereading.step();
        assertEquals(Optional.empty(), kept().beganAt());
        shelf.pass(Duration.ofDays(1));
        rereading.step();
        assertTrue(kept().beganAt().isPresent());
    }

    @Test
    void namesADamagedFileUntilItIsWholeAgain() throws Exception {
        for (int item = 1; item <= 5; item++) {
            shelf.keep(item, 100);
        }
        byte[] whole = shelf.damage(3);
        RereadingArchive rereading = shelf.rereading();
        round(rereading);
        String place = shelf.records.relativize(shelf.file(3)).toString();
        assertEquals(List.of("ALTERED " + place), shelf.open(FixityRound.ARCHIVE));
        shelf.pass(Duration.ofHours(1));
        rereading.step();
        assertEquals(List.of("ALTERED " + place), shelf.open(FixityRound.ARCHIVE), "looked at again, still damaged");
        Files.write(shelf.file(3), whole);
        shelf.pass(Duration.ofMinutes(11));
        rereading.step();
        assertEquals(List.of(), shelf.open(FixityRound.ARCHIVE));
    }

    @Test
    void namesWhatIsGoneAndWhatNobodyEntered() throws Exception {
        shelf.keep(1, 100);
        shelf.keep(2, 100);
        Files.delete(shelf.file(1));
        Files.write(shelf.file(2).resolveSibling("foreign.pdf"), new byte[] {1});
        round(shelf.rereading());
        List<String> found = shelf.open(FixityRound.ARCHIVE);
        assertEquals(2, found.size(), found.toString());
        assertTrue(found.get(0).startsWith("MISSING SF01/2026/D30/data/0000/"), found.toString());
        assertTrue(found.get(1).endsWith("foreign.pdf"), found.toString());
    }

    @Test
    void namesARegisterThatWasChanged() throws Exception {
        shelf.keep(1, 100);
        shelf.keep(2, 100);
        Path register = shelf.records.resolve("SF01/2026/D30/register.jsonl");
        String whole = Files.readString(register);
        Files.writeString(
                register, whole.replaceFirst("\"actor\":17", "\"actor\":18"), StandardOpenOption.TRUNCATE_EXISTING);
        RereadingArchive rereading = shelf.rereading();
        round(rereading);
        assertFalse(shelf.open(FixityRound.ARCHIVE).isEmpty());
        Files.writeString(register, whole, StandardOpenOption.TRUNCATE_EXISTING);
        shelf.pass(Duration.ofMinutes(11));
        rereading.step();
        assertEquals(List.of(), shelf.open(FixityRound.ARCHIVE));
    }

    @Test
    void readsSlowlyAndGoesOnAfterARestart() {
        for (int item = 1; item <= 6; item++) {
            shelf.keep(item, (int) RereadingArchive.BYTES_A_STEP);
        }
        RereadingArchive rereading = shelf.rereading();
        while (kept().units() < 2) {
            shelf.pass(Duration.ofSeconds(31));
            rereading.step();
        }
        long read = kept().units();
        assertTrue(read < 6, "read " + read);
        int steps = round(shelf.rereading());
        assertEquals(6, kept().lastUnits(), "none twice");
        assertTrue(steps >= 6 - read, "took " + steps);
    }

    @Test
    void whatSomebodyOpenedDamagedIsKeptAndForgottenWhenItIsWhole() throws Exception {
        shelf.keep(1, 100);
        RereadingArchive rereading = shelf.rereading();
        round(rereading);
        byte[] whole = shelf.damage(1);
        Damaged found = assertThrows(Damaged.class, () -> shelf.archive.read(Shelf.number(1)));
        shelf.registers.refused(Shelf.number(1), found);
        shelf.pass(Duration.ofMinutes(11));
        rereading.step();
        assertEquals(1, shelf.open(FixityRound.ARCHIVE).size());
        assertEquals(1, shelf.registers.alarms().size());
        Files.write(shelf.file(1), whole);
        rereading.soon();
        rereading.step();
        assertEquals(List.of(), shelf.open(FixityRound.ARCHIVE));
        assertEquals(List.of(), shelf.registers.alarms());
    }
}
