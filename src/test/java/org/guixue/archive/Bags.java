package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.Sha256;

/** What the archive's tests share: numbers, bytes, and judges that know nothing of our code. */
final class Bags {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T01:02:03.004Z"), ZoneOffset.UTC);
    static final Accession FACTS = new Accession(Sha256.of("certificate"), 17);

    private Bags() {}

    static ArchivalNumber number(int item) {
        return new ArchivalNumber("SF01", "WS", 2026, Retention.D30, item);
    }

    static ArchivalNumber evidence(int item) {
        return new ArchivalNumber("SF01", ArchivalNumber.EVIDENCE, 2026, Retention.D30, item);
    }

    static Proof proof(ArchivalNumber number) {
        byte[] record = ("{\"of\":\"" + number + "\"}\n").getBytes(StandardCharsets.UTF_8);
        return new Proof(FileType.PNG, bytes(number), record, 17);
    }

    static byte[] bytes(String text) {
        return ("%PDF-1.7 " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(ArchivalNumber number) {
        return bytes(number + "x".repeat(number.item() * 37 % 5000));
    }

    static List<Path> bagFolders(Path records) throws IOException {
        try (Stream<Path> walk = Files.walk(records, 4)) {
            return walk.filter(path -> path.getFileName().toString().equals("bagit.txt")
                            && !path.startsWith(records.resolve(".staging")))
                    .map(Path::getParent)
                    .toList();
        }
    }

    /** Every bag passes the shell's sha256sum and the rules of RFC 8493, and lists all its files. */
    static void assertValid(Path records) throws IOException, InterruptedException {
        for (Path bag : bagFolders(records)) {
            sha256sum(bag, "manifest-sha256.txt");
            boolean closed = Files.exists(bag.resolve("tagmanifest-sha256.txt"));
            if (closed) {
                sha256sum(bag, "tagmanifest-sha256.txt");
            }
            assertEquals(
                    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                    Files.readString(bag.resolve("bagit.txt")));
            List<String> lines = Files.readAllLines(bag.resolve("manifest-sha256.txt"));
            Set<String> listed =
                    lines.stream().map(line -> line.substring(66)).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(lines.size(), listed.size(), "a file is listed twice in " + bag);
            Set<String> lying;
            long bytes = 0;
            try (Stream<Path> walk = Files.walk(bag.resolve("data"))) {
                List<Path> files = walk.filter(Files::isRegularFile).toList();
                lying = files.stream()
                        .map(file -> bag.relativize(file).toString())
                        .collect(Collectors.toCollection(TreeSet::new));
                for (Path file : files) {
                    bytes += Files.size(file);
                }
            }
            assertEquals(lying, listed, "manifest and folder of " + bag);
            assertEquals(
                    closed,
                    Files.readString(bag.resolve("bag-info.txt"))
                            .contains("Payload-Oxum: " + bytes + "." + lying.size() + "\n"),
                    "Payload-Oxum of " + bag);
            Set<String> tags = new TreeSet<>(Arrays.asList(bag.toFile().list()));
            tags.removeAll(Set.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "register.jsonl", "data"));
            assertTrue(tags.equals(closed ? Set.of("tagmanifest-sha256.txt") : Set.of()), "in " + bag + tags);
        }
    }

    private static void sha256sum(Path bag, String manifest) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sha256sum", "-c", "--strict", "--quiet", manifest)
                .directory(bag.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), "sha256sum in " + bag + ": " + said);
    }

    /** A Java process of this class path, with what it prints in a file. */
    static Process java(Path output, List<String> jvm, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        File file = output.toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                .start();
    }
}
