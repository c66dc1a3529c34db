package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.byteman.agent.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the writer, at every step and at random, and opens what it left. */
class CrashTest {
    @TempDir
    Path folder;

    private Path records() {
        return folder.resolve("records");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage",
                "checkLength",
                "force",
                "publish",
                "forceFolder",
                "dropStaged",
                "writeManifestLine",
                "writeRegisterLine",
                "forceLines"
            })
    void losesNothingWhenItIsKilledAtTheStep(String step) throws Exception {
        for (String where : List.of("ENTRY", "EXIT")) {
            for (int file : List.of(2, 3)) {
                run(rule(step, "AT " + where, "killJVM()", file));
            }
        }
        int total = settle();
        assertTrue(total >= 4, "at least one accession of each run came before the kill, found " + total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "force", "forceFolder", "writeManifestLine", "writeRegisterLine", "forceLines"})
    void stopsAndLosesNothingWhenTheStepFails(String step) throws Exception {
        Path output = run(rule(step, "AT ENTRY", "throw new java.io.IOException(\"injected\")", 3));
        assertTrue(Files.readString(output).contains("ArchiveStopped"), Files.readString(output));
        settle();
    }

    @Test
    void losesNothingWhenItIsKilledAtRandom() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            Path output = folder.resolve("output-" + i);
            int highest = highest();
            Process child =
                    Bags.java(output, List.of(), CrashChild.class, records().toString(), String.valueOf(highest), "2");
            while (!Files.readString(output).contains("open") && child.isAlive()) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(400));
            child.destroyForcibly().waitFor();
            settle();
        }
    }

    private int highest() {
        try (Archive archive = Archive.open(records(), Bags.CLOCK)) {
            return archive.highestItem(Bags.number(1).bag());
        }
    }

    private Path rule(String step, String where, String action, int time) throws Exception {
        String rule = "RULE kill\nCLASS org.guixue.archive.Bag\nMETHOD " + step + "\n" + where
                + "\nIF incrementCounter(\"n\") == " + time + "\nDO " + action + "\nENDRULE\n";
        return Files.writeString(folder.resolve(step + where.hashCode() + "-" + time + ".btm"), rule);
    }

    /** One thread, begun where the last left off, until it ends by itself. */
    private Path run(Path rule) throws Exception {
        String agent = Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        Path output = folder.resolve("output-" + rule.getFileName());
        Process child = Bags.java(
                output,
                List.of("-javaagent:" + agent + "=script:" + rule),
                CrashChild.class,
                records().toString(),
                String.valueOf(Files.exists(records()) ? highest() : 0),
                "1");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (child.isAlive() && !Files.readString(output).contains("ArchiveStopped")) {
            assertTrue(System.nanoTime() < deadline, "the rule never fired");
            Thread.sleep(20);
        }
        child.destroyForcibly().waitFor();
        return output;
    }

    /** Opens the archive: what was acknowledged is there, once; bags are valid; what waits can be adopted. */
    private int settle() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (Path output : Disk.list(folder)) {
            if (output.getFileName().toString().startsWith("output-")) {
                for (String line : Files.readAllLines(output)) {
                    if (line.startsWith("done ")) {
                        assertTrue(acknowledged.add(line.substring(5)), "acknowledged twice: " + line);
                    }
                }
            }
        }
        try (Archive archive = Archive.open(records(), Bags.CLOCK)) {
            assertEquals(List.of(), archive.recovery().damage());
            Bags.assertValid(records());
            for (String path : archive.recovery().awaiting()) {
                ArchivalNumber number = ArchivalNumber.ofFile(path.substring(path.lastIndexOf('/') + 1))
                        .orElseThrow();
                FileType type = number.isEvidence() ? FileType.PNG : FileType.PDF;
                assertTrue(archive.proofs().lying(number, type).isPresent(), "a record without its file: " + path);
                CrashChild.take(archive, number);
            }
            List<ArchivedRecord> all = archive.records(Bags.number(1).bag());
            for (ArchivedRecord record : all) {
                assertEquals(1, record.lines().size(), "one accession of " + record.number());
                assertArrayEquals(
                        Bags.bytes(record.number()),
                        archive.proofs()
                                .read(
                                        record.number(),
                                        record.type().orElseThrow(),
                                        record.sha256().orElseThrow()));
                if (record.number().isEvidence()) {
                    assertArrayEquals(
                            Bags.proof(record.number()).record(),
                            archive.proofs().record(record.number()));
                }
            }
            Set<String> there =
                    all.stream().map(record -> record.number().toString()).collect(Collectors.toSet());
            assertTrue(there.containsAll(acknowledged), "lost " + acknowledged + " of " + there);
            assertEquals(List.of(), archive.check(List.of()));
            assertEquals(List.of(), Disk.list(records().resolve(".staging")));
            return all.size();
        }
    }
}
