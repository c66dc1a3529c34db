package org.guixue.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Sha256;

/**
 * {@code manifest-sha256.txt} of a bag (RFC 8493, 2.1.3): a digest, two spaces and a path, one line a file.
 *
 * <p>Nothing is held in memory; every question reads the file, about 110 bytes a record. Not safe for threads.
 */
final class Manifest {
    static final String NAME = "manifest-sha256.txt";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (data/[\\x21-\\x7e]+)");

    private final Disk disk;
    private final Path path;
    private LineFile lines;

    Manifest(Disk disk, Path bag) throws IOException {
        this.disk = disk;
        this.path = bag.resolve(NAME);
        this.lines = new LineFile(disk, path, Files.exists(path) ? Files.size(path) : 0);
    }

    static String line(String payload, Sha256 sha256) {
        return sha256 + "  " + payload;
    }

    /** Every file with its digest, in the order of the lines; a line that is none goes to {@code odd}. */
    static Map<String, Sha256> read(Path manifest, List<String> odd) throws IOException {
        return read(manifest, 0, odd);
    }

    /** The same from a line's beginning on. */
    static Map<String, Sha256> read(Path manifest, long from, List<String> odd) throws IOException {
        Map<String, Sha256> entries = new LinkedHashMap<>();
        String rest = LineFile.read(manifest, from, line -> {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || entries.putIfAbsent(parts.group(2), new Sha256(parts.group(1))) != null) {
                odd.add(line);
            }
        });
        if (!rest.isEmpty()) {
            odd.add(rest);
        }
        return entries;
    }

    Optional<Sha256> digest(String payload) throws IOException {
        String[] found = new String[1];
        String end = "  " + payload;
        LineFile.read(path, line -> {
            if (line.endsWith(end)) {
                found[0] = line.substring(0, line.length() - end.length());
            }
        });
        return Optional.ofNullable(found[0]).map(Sha256::new);
    }

    /** A file with that digest, of those that are wanted. */
    Optional<String> payload(Sha256 sha256, Predicate<String> wanted) throws IOException {
        String[] found = new String[1];
        LineFile.read(path, line -> {
            if (line.startsWith(sha256.hex()) && wanted.test(line.substring(66))) {
                found[0] = line.substring(66);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    LineFile.Appender open() throws IOException {
        return lines.open();
    }

    /** Writes the manifest anew without one file. */
    void drop(String payload) throws IOException {
        List<String> odd = new ArrayList<>();
        Map<String, Sha256> entries = read(path, odd);
        if (!odd.isEmpty()) {
            throw new Damaged("the manifest " + path + " has a line that is none: " + odd.get(0));
        }
        entries.remove(payload);
        StringBuilder text = new StringBuilder();
        entries.forEach((file, sha256) -> text.append(line(file, sha256)).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        disk.replace(path, bytes);
        lines = new LineFile(disk, path, bytes.length);
    }
}
