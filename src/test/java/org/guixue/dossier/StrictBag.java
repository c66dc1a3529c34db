package org.guixue.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An unpacked bag, and a judge of it that knows RFC 8493 and the shell but nothing of our code. */
final class StrictBag {
    private final Path bag;

    private StrictBag(Path bag) {
        this.bag = bag;
    }

    /** Unpacks a zip that holds one folder. */
    static StrictBag unpack(byte[] zip, Path target) throws IOException {
        Set<String> tops = new TreeSet<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                assertTrue(file.startsWith(target), entry.getName());
                assertTrue(entry.getName().matches("[^\\s\\p{Cntrl}%\\\\:*?\"<>|]+"), entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
                tops.add(entry.getName().replaceFirst("/.*", ""));
            }
        }
        assertEquals(1, tops.size(), "one folder in the zip, found " + tops);
        return new StrictBag(target.resolve(tops.iterator().next()));
    }

    String name() {
        return bag.getFileName().toString();
    }

    byte[] payload(String name) throws IOException {
        return Files.readAllBytes(bag.resolve("data").resolve(name));
    }

    Set<String> payloadNames() throws IOException {
        return files("data").stream()
                .map(name -> name.substring("data/".length()))
                .collect(Collectors.toSet());
    }

    void assertValid() throws IOException, InterruptedException {
        assertEquals(
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", Files.readString(bag.resolve("bagit.txt")));
        sha256sum("manifest-sha256.txt");
        sha256sum("tagmanifest-sha256.txt");
        assertEquals(files("data"), listed("manifest-sha256.txt"));
        Set<String> tags = new TreeSet<>(files(""));
        tags.removeIf(name -> name.startsWith("data/") || name.equals("tagmanifest-sha256.txt"));
        assertEquals(tags, listed("tagmanifest-sha256.txt"));
        assertEquals(Set.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt"), tags);
        long bytes = 0;
        for (String file : files("data")) {
            bytes += Files.size(bag.resolve(file));
        }
        String info = Files.readString(bag.resolve("bag-info.txt"));
        assertTrue(
                info.contains("\nPayload-Oxum: " + bytes + "." + files("data").size() + "\n"), info);
        assertTrue(info.matches("(?s).*\nBagging-Date: 20\\d\\d-\\d\\d-\\d\\d\n.*"), info);
        assertTrue(info.lines().allMatch(line -> line.matches("[A-Za-z-]+: \\S.*")), info);
        assertTrue(info.startsWith("Source-Organization: "), info);
    }

    private Set<String> files(String below) throws IOException {
        try (Stream<Path> walk = Files.walk(bag.resolve(below))) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> bag.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> listed(String manifest) throws IOException {
        List<String> lines = Files.readAllLines(bag.resolve(manifest));
        assertFalse(lines.isEmpty());
        assertTrue(lines.stream().allMatch(line -> line.matches("[0-9a-f]{64}  [^ *]\\S*")), lines.toString());
        Set<String> names =
                lines.stream().map(line -> line.substring(66)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(lines.size(), names.size(), "listed twice in " + manifest);
        return names;
    }

    private void sha256sum(String manifest) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sha256sum", "-c", "--strict", "--quiet", manifest)
                .directory(bag.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), manifest + ": " + said);
    }
}
