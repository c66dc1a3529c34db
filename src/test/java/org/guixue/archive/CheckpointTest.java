package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening an archive of thousands of records after a checkpoint. */
class CheckpointTest {
    private static final int MANY = 3000;
    private static final BagId BAG = Bags.number(1).bag();

    @TempDir
    Path folder;

    private Path records;
    private Path register;
    private List<Checkpoint> found = List.of();

    @BeforeEach
    void generate() throws IOException {
        records = folder.resolve("records");
        register = records.resolve(BAG.name()).resolve(Register.NAME);
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            archive.accession(Bags.number(1), Bags.bytes(Bags.number(1)), Bags.FACTS);
        }
        addGenerated();
        letSettle();
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            assertEquals(List.of(), archive.recovery().findings());
            assertEquals(MANY, archive.wholeness().recordsSince(BAG).size());
            found = readBack(archive.wholeness().checkpoints());
        }
    }

    @Test
    void readsOnlyWhatCameAfterIt() throws IOException {
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            issue(archive, MANY + 1);
        }
        scribbleOver(register);
        scribbleOver(records.resolve(BAG.name()).resolve(Manifest.NAME));
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            assertEquals(List.of(), archive.recovery().findings(), "what lies before was not read");
            assertEquals(List.of(), archive.compare(heads()));
            assertEquals(
                    List.of(Bags.number(MANY + 1)),
                    archive.wholeness().recordsSince(BAG).stream()
                            .map(ArchivedRecord::number)
                            .toList());
            assertEquals(MANY + 1, archive.highestItem(BAG));
            assertEquals(MANY + 1, archive.registerHeads().get(0).length());
            assertFalse(archive.check(List.of()).isEmpty(), "a look at the whole finds it");
        }
    }

    @Test
    void goesOnFromItLineByLine() throws IOException {
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            issue(archive, MANY + 1);
            archive.append(Bags.number(7), Event.of(Act.VOID, 4, "X"));
            issue(archive, MANY + 2);
            found = readBack(archive.wholeness().checkpoints());
            issue(archive, MANY + 3);
        }
        assertEquals(MANY + 3, found.get(0).lines());
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            assertEquals(List.of(), archive.recovery().findings());
            assertEquals(1, archive.wholeness().recordsSince(BAG).size());
            assertEquals(List.of(), archive.check(List.of()));
        }
    }

    @Test
    void aRegisterThatIsShorterThanItIsAnAlarm() throws IOException {
        List<String> lines = Files.readAllLines(register);
        Files.writeString(register, String.join("\n", lines.subList(0, MANY - 1)) + "\n");
        assertAlarm(Finding.Kind.REGISTER_SHORTER);
    }

    @Test
    void aRegisterThatWasWrittenAnewIsAnAlarm() throws IOException {
        List<String> lines = Files.readAllLines(register);
        RegisterLine last = RegisterLine.parse(lines.get(MANY - 1));
        RegisterLine other = new RegisterLine(
                last.n(),
                last.previous(),
                last.at(),
                last.number(),
                last.event().with("reason", "FORGED"));
        lines.set(MANY - 1, other.text());
        Files.writeString(register, String.join("\n", lines) + "\n");
        assertAlarm(Finding.Kind.REGISTER_DIFFERS);
    }

    @Test
    void aBagThatIsGoneIsAnAlarm() throws IOException {
        Files.move(records.resolve(BAG.name()), folder.resolve("taken"));
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            assertEquals(
                    List.of(Finding.Kind.MISSING),
                    archive.compare(List.of()).stream().map(Finding::kind).toList());
        }
    }

    @Test
    void aFileThatWasTakenAwayIsNamed() throws IOException {
        Files.delete(records.resolve(Bags.number(1234).path()));
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            assertTrue(archive.recovery().damage().stream()
                    .anyMatch(finding -> finding.kind() == Finding.Kind.MISSING
                            && finding.where().equals(Bags.number(1234).path())));
            assertEquals(List.of(), archive.wholeness().checkpoints(), "it is not whole");
        }
    }

    @Test
    void aFileThatWasPublishedBeforeAKillWaitsAsEver() throws IOException {
        ArchivalNumber next = Bags.number(MANY + 1);
        Files.createDirectories(records.resolve(next.path()).getParent());
        Files.write(records.resolve(next.path()), Bags.bytes(next));
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            assertEquals(List.of(next.path()), archive.recovery().awaiting());
            assertEquals(MANY + 1, archive.highestItem(BAG));
            archive.accession(next, Bags.bytes(next), Bags.FACTS);
            assertEquals(List.of(), archive.check(List.of()));
        }
    }

    private void assertAlarm(Finding.Kind kind) {
        try (Archive archive = Archive.open(records, Bags.CLOCK, found)) {
            assertTrue(archive.compare(List.of()).stream().anyMatch(finding -> finding.kind() == kind));
            assertEquals(List.of(), archive.wholeness().checkpoints(), "nothing vouches for it any more");
        }
    }

    private List<RegisterHead> heads() {
        return found.stream().map(Checkpoint::known).toList();
    }

    private static List<Checkpoint> readBack(List<Checkpoint> checkpoints) {
        return checkpoints.stream().map(Checkpoint::json).map(Checkpoint::parse).toList();
    }

    private static void issue(Archive archive, int item) {
        archive.accession(Bags.number(item), Bags.bytes(Bags.number(item)), Bags.FACTS);
    }

    /** The same length with other bytes, but for the last line. */
    private static void scribbleOver(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 0; i < MANY - 1; i++) {
            lines.set(i, "?".repeat(lines.get(i).length()));
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** As accessions write them, without forcing each. */
    private void addGenerated() throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder manifest = new StringBuilder();
        RegisterHead head = Register.walk(BAG.name(), register, (line, at) -> {}, odd -> {});
        Sha256 previous = head.head();
        for (int item = 2; item <= MANY; item++) {
            ArchivalNumber number = Bags.number(item);
            byte[] bytes = Bags.bytes(number);
            Path file = records.resolve(number.path());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Sha256 digest = Sha256.of(bytes);
            Event event = new Event(
                            Act.ACCESSION,
                            17,
                            java.util.Map.of(
                                    "certificate", Bags.FACTS.certificate().hex()))
                    .with("file", number.payload())
                    .with("sha256", digest.hex());
            RegisterLine line = new RegisterLine(item, previous, Bags.CLOCK.instant(), number, event);
            lines.append(line.text()).append('\n');
            manifest.append(Manifest.line(number.payload(), digest)).append('\n');
            previous = line.digest();
        }
        append(register, lines);
        append(records.resolve(BAG.name()).resolve(Manifest.NAME), manifest);
    }

    private static void append(Path file, StringBuilder text) throws IOException {
        Files.write(file, text.toString().getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
    }

    /** As an archive that nobody has written to for a while. */
    private void letSettle() throws IOException {
        for (Path shelf : Disk.list(records.resolve(BAG.name()).resolve("data"))) {
            if (Files.isDirectory(shelf)) {
                Files.setLastModifiedTime(shelf, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
    }
}
