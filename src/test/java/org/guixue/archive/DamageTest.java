package org.guixue.archive;

import static org.guixue.archive.Bags.FACTS;
import static org.guixue.archive.Bags.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.guixue.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flips, cuts, swaps and deletes in hundreds of places; each must be found and named. */
class DamageTest {
    @TempDir
    Path folder;

    private Path records;
    private List<RegisterHead> known;

    @BeforeEach
    void fill() {
        records = folder.resolve("records");
        Clock nextYear = Clock.offset(Bags.CLOCK, Duration.ofDays(60));
        RegisterHead audit = new RegisterHead(Archive.AUDIT, 3, Sha256.of("audit"));
        try (Archive archive = Archive.open(records, nextYear)) {
            for (int item = 1; item <= 12; item++) {
                archive.accession(number(item), Bags.bytes(number(item)), FACTS);
                ArchivalNumber open = new ArchivalNumber("SF02", "WS", 2027, Retention.D10, item);
                archive.accession(open, Bags.bytes(open), FACTS);
                archive.append(open, Event.of(Act.DELIVERY, 5, "POST"));
            }
            archive.scan(number(3), Bags.bytes("scan"), new Event(Act.SCAN, 5, Map.of()));
            archive.writeHeads(LocalDate.of(2027, 1, 20), audit);
            archive.closeEarlierYears(LocalDate.of(2027, 1, 21), Set.of());
            archive.append(number(4), Event.of(Act.VOID, 5, "WRONG_CHILD"));
            archive.writeHeads(LocalDate.of(2027, 1, 21), audit);
            archive.writeHeads(LocalDate.of(2027, 1, 22), audit);
            known = archive.registerHeads();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(records)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith(".lock") && !path.endsWith("records/README.md"))
                    // the last head file is held by none after it
                    .filter(path -> !path.endsWith("2027-01-22.json"))
                    .sorted()
                    .toList();
        }
    }

    private List<Finding> damage() {
        return new Fixity(records)
                .all(known).stream()
                        .filter(finding -> finding.kind().isDamage())
                        .toList();
    }

    @Test
    void findsAndNamesEachDamage() throws Exception {
        assertEquals(List.of(), damage());
        long seed = System.nanoTime();
        System.out.println("DamageTest seed " + seed);
        Random random = new Random(seed);
        List<Path> files = files();
        for (int i = 0; i < 400; i++) {
            Path file = files.get(i < files.size() ? i : random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            Path aside = folder.resolve("aside");
            String what;
            switch (random.nextInt(4)) {
                case 0 -> {
                    byte[] flipped = before.clone();
                    int place = random.nextInt(before.length);
                    flipped[place] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, flipped);
                    what = "flip at " + place;
                }
                case 1 -> {
                    int length = random.nextInt(before.length);
                    Files.write(file, Arrays.copyOf(before, length));
                    what = "cut to " + length;
                }
                case 2 -> {
                    Files.delete(file);
                    what = "delete";
                }
                default -> {
                    Path other = files.get(random.nextInt(files.size()));
                    byte[] others = Files.readAllBytes(other);
                    Files.copy(other, aside, StandardCopyOption.REPLACE_EXISTING);
                    if (Arrays.equals(before, others)) {
                        continue;
                    }
                    Files.write(file, others);
                    what = "replace by " + other;
                }
            }
            List<Finding> damage = damage();
            String name = records.relativize(file).toString();
            assertFalse(damage.isEmpty(), what + " of " + name + " not found");
            assertTrue(
                    damage.stream().anyMatch(finding -> named(finding, name)),
                    what + " of " + name + " is not named by " + damage);
            assertTrue(headsAlone(damage) || VerifyArchive.run(records, silent()) == 1, what);
            Files.write(file, before);
        }
        assertEquals(List.of(), damage());
    }

    /** The file itself, or, for a manifest or a register, the bag or a file of the bag; a head file or the one after. */
    private static boolean named(Finding finding, String name) {
        if (finding.where().equals(name)
                || finding.where().equals(Path.of(name).getParent().toString())) {
            return true;
        }
        if (name.startsWith("heads/")) {
            return finding.kind() == Finding.Kind.HEADS_ALTERED
                    || finding.kind() == Finding.Kind.REGISTER_DIFFERS
                    || finding.kind() == Finding.Kind.REGISTER_SHORTER;
        }
        String bag = name.substring(0, name.lastIndexOf('/'));
        return !name.contains("/data/") && finding.where().startsWith(bag + "/");
    }

    /** What only the heads of the database know: the end of a register that grew after the last daily file. */
    private static boolean headsAlone(List<Finding> damage) {
        return damage.stream()
                .allMatch(finding -> finding.kind() == Finding.Kind.REGISTER_SHORTER
                        || finding.kind() == Finding.Kind.REGISTER_DIFFERS);
    }

    private static PrintStream silent() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Cut to what an open bag says, it was once taken for a closing that had not come to its end. */
    @Test
    void findsEveryCutOfAClosedBagsInfo() throws Exception {
        Path bag = records.resolve("SF01/2026/D30");
        byte[] whole = Files.readAllBytes(bag.resolve("bag-info.txt"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(bag.resolve("bag-info.txt"), Arrays.copyOf(whole, length));
            assertTrue(
                    BagCheck.of("SF01/2026/D30", bag, List.of()).findings().stream()
                            .anyMatch(finding -> finding.kind().isDamage()),
                    "cut to " + length);
        }
        Files.write(bag.resolve("bag-info.txt"), whole);
        assertEquals(List.of(), damage());
    }

    @Test
    void findsTwoSwappedFilesAndTwoSwappedLines() throws Exception {
        Path bag = records.resolve("SF02/2027/D10");
        Path one = bag.resolve("data/0000/SF02-WS.2027-D10-0001.pdf");
        Path two = bag.resolve("data/0000/SF02-WS.2027-D10-0002.pdf");
        byte[] first = Files.readAllBytes(one);
        byte[] second = Files.readAllBytes(two);
        Files.write(one, second);
        Files.write(two, first);
        assertEquals(2, damage().size());
        Files.write(one, first);
        Files.write(two, second);
        assertEquals(List.of(), damage());

        Path register = bag.resolve("register.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(register));
        Collections.swap(lines, 4, 5);
        Files.writeString(register, String.join("\n", lines) + "\n");
        assertTrue(damage().stream()
                .anyMatch(finding -> finding.kind() == Finding.Kind.CHAIN_BROKEN
                        && finding.detail().startsWith("line 5 does not follow line 4")));
    }

    @Test
    void servesNothingThatIsDamagedAndTakesNothingIntoABrokenBag() throws Exception {
        Path bag = records.resolve("SF02/2027/D10");
        ArchivalNumber number = new ArchivalNumber("SF02", "WS", 2027, Retention.D10, 1);
        Files.write(records.resolve(number.path()), Bags.bytes("forged"));
        String register = Files.readString(bag.resolve("register.jsonl"));
        Files.writeString(bag.resolve("register.jsonl"), register.replace("POST", "HAND"));
        byte[] before = Files.readAllBytes(bag.resolve("register.jsonl"));
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            assertFalse(archive.recovery().damage().isEmpty());
            assertThrows(Damaged.class, () -> archive.read(number));
            assertThrows(Damaged.class, () -> archive.read(number, Sha256.of(Bags.bytes(number))));
            assertThrows(Damaged.class, () -> archive.find(Sha256.of(Bags.bytes("forged"))));
            assertThrows(Damaged.class, () -> archive.append(number, Event.of(Act.VOID, 4, "X")));
            assertNotEquals(List.of(), archive.check(List.of()));
            assertFalse(archive.compare(known).isEmpty());
        }
        assertTrue(Arrays.equals(before, Files.readAllBytes(bag.resolve("register.jsonl"))), "left as it is");
    }

    @Test
    void saysWhichRegisterIsShorterThanTheDatabaseKnows() throws Exception {
        Path register = records.resolve("SF02/2027/D10/register.jsonl");
        List<String> lines = Files.readAllLines(register);
        Files.writeString(register, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            List<Finding> findings = archive.compare(known);
            assertEquals(1, findings.size());
            assertEquals(Finding.Kind.REGISTER_SHORTER, findings.get(0).kind());
            assertEquals("SF02/2027/D10/register.jsonl", findings.get(0).where());
        }
    }
}
