package org.guixue.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guixue.Sha256;

/**
 * Writes one BagIt bag (RFC 8493) as a zip with one folder in it (section 4.1), file after file, so that only one file is
 * in memory. The same files in the same order on the same day give the same bytes. For one thread.
 */
final class BagStream {
    private static final String MANIFEST = "manifest-sha256.txt";

    private final ZipOutputStream zip;
    private final String name;
    private final LocalDate day;
    private final Map<String, Sha256> payload = new LinkedHashMap<>();
    private final Map<String, Sha256> tags = new LinkedHashMap<>();
    private long payloadBytes;

    /** @param name of the bag's folder, ASCII without a slash */
    BagStream(OutputStream out, String name, LocalDate day) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.name = name;
        this.day = day;
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    /** @param file without blanks, slashes and what a manifest would have to encode (RFC 8493, 2.1.3) */
    void payload(String file, byte[] bytes) throws IOException {
        if (!file.matches("[^\\s\\p{Cntrl}/%\\\\]+") || payload.containsKey("data/" + file)) {
            throw new IllegalArgumentException("expected a new plain name, found: " + file);
        }
        payload.put("data/" + file, write("data/" + file, bytes));
        payloadBytes += bytes.length;
    }

    /** Writes manifest, bag-info.txt and tag manifest, and ends the zip; the stream stays the caller's. */
    void finish(Map<String, String> info) throws IOException {
        tag(MANIFEST, manifest(payload));
        StringBuilder lines = new StringBuilder();
        info.forEach((label, value) -> lines.append(label)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}", " "))
                .append('\n'));
        lines.append("Bagging-Date: ").append(day).append('\n');
        lines.append("Payload-Oxum: ").append(payloadBytes).append('.').append(payload.size());
        tag("bag-info.txt", lines.append('\n').toString());
        write("tagmanifest-sha256.txt", manifest(tags).getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private void tag(String file, String text) throws IOException {
        tags.put(file, write(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Sha256 write(String file, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name + "/" + file);
        entry.setTimeLocal(day.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        return Sha256.of(bytes);
    }

    private static String manifest(Map<String, Sha256> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach(
                (file, digest) -> lines.append(digest).append("  ").append(file).append('\n'));
        return lines.toString();
    }
}
