package org.guixue.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The files beside the payload that BagIt asks for (RFC 8493, 2.1 and 2.2). While a bag is open they follow from its name
 * alone, so that a change of any byte shows.
 */
final class BagTags {
    static final String BAGIT = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String ABOUT = "data/about.txt";
    static final List<String> TAGGED = List.of(BAGIT, INFO, Manifest.NAME, Register.NAME);

    private BagTags() {}

    static byte[] bagit() {
        return ascii("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    static byte[] openInfo(String bag) {
        return ascii("External-Identifier: " + bag + "\n");
    }

    /** What a closed bag says: the size of what its manifest lists (RFC 8493, 2.2.2). */
    static byte[] closedInfo(String bag, LocalDate on, Path folder) throws IOException {
        long bytes = 0;
        Set<String> files =
                Manifest.read(folder.resolve(Manifest.NAME), List.of()).keySet();
        for (String file : files) {
            bytes += Files.size(folder.resolve(file));
        }
        return ascii("External-Identifier: " + bag + "\nBagging-Date: " + on + "\nPayload-Oxum: " + bytes + "."
                + files.size() + "\n");
    }

    /** The tag manifest that fits the tag files as they lie there. */
    static byte[] tagManifest(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String tag : TAGGED) {
            if (Files.exists(folder.resolve(tag))) {
                lines.append(Manifest.line(tag, BagCheck.digest(folder.resolve(tag))))
                        .append('\n');
            }
        }
        return ascii(lines.toString());
    }

    /** The first file of every bag: what it is, for whoever opens it. It also keeps a manifest from ever being empty. */
    static byte[] about(String bag) {
        return """
                本包为归学电子档案包 %1$s（全宗/年度/保管期限；events 为已封年度文件的后续登记）。
                文件名即档号；每件的归档、送达、扫描、作废记在 register.jsonl。校验：sha256sum -c --strict manifest-sha256.txt
                Bag %1$s of the Guixue archive (fonds/year/retention; "events": what happened to records of closed years).
                A file's name is its archival number; register.jsonl says what happened to it. See README.md at the top.
                """.formatted(bag).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Copies all but the payload of a bag to which nobody writes meanwhile. */
    static void copy(Path folder, Path into) throws IOException {
        Files.createDirectories(into);
        for (Path file : Disk.list(folder)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(file, into.resolve(file.getFileName()));
            }
        }
    }
}
