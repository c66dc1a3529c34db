package org.guixue.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.RegisterLine;

/**
 * A dossier as a package that proves itself: the sealed files and scans as they lie in the archive, byte for byte, the
 * lines that their registers have on them, and an index for people and one for programs.
 *
 * <p>Papers that the reader may not take along are named in the index; neither their file nor their register lines go out.
 */
final class DossierPackage {
    private static final Pattern SCAN = Pattern.compile("\\.scan-(\\d{1,9})\\.pdf$");

    private final Archive archive;
    private final URI publicUrl;

    /** @param publicUrl where anybody may verify a file */
    DossierPackage(Archive archive, URI publicUrl) {
        this.archive = archive;
        this.publicUrl = publicUrl;
    }

    /** Writes the zip; the stream stays the caller's. */
    void write(Dossier dossier, OutputStream out) throws IOException {
        BagStream bag = new BagStream(out, dossier.name(), dossier.madeOn());
        StringBuilder register = new StringBuilder();
        List<DossierIndex.Line> lines = new ArrayList<>();
        FileNames names = new FileNames();
        for (DossierEntry entry : dossier.entries()) {
            List<String> files = List.of();
            if (entry.bound() || entry.standing() == DossierEntry.Standing.CANCELLED) {
                ArchivedRecord record = archive.history(entry.number());
                record.lines().stream().map(RegisterLine::text).forEach(line -> register.append(line)
                        .append('\n'));
                files = addFiles(bag, entry, record, names.of(dossier.child().name(), entry));
            }
            lines.add(new DossierIndex.Line(
                    entry,
                    files.stream().findFirst().orElse(""),
                    files.stream().skip(1).toList()));
        }
        DossierIndex index = new DossierIndex(dossier, lines, publicUrl);
        bag.payload("register.jsonl", register.toString().getBytes(StandardCharsets.UTF_8));
        bag.payload("index.csv", index.csv());
        bag.payload("index.html", index.html());
        bag.finish(info(dossier));
    }

    /** The paper's name first. */
    private List<String> addFiles(BagStream bag, DossierEntry entry, ArchivedRecord record, String name)
            throws IOException {
        List<String> files = new ArrayList<>();
        if (entry.bound()) {
            bag.payload(name + ".pdf", archive.read(entry.number(), entry.sha256()));
            files.add(name + ".pdf");
            for (String path : record.scans()) {
                Matcher scan = SCAN.matcher(path);
                if (scan.find() && isAtHand(entry, Integer.parseInt(scan.group(1)))) {
                    String file = name + "-回收件" + scan.group(1) + ".pdf";
                    bag.payload(file, archive.readScan(entry.number(), Integer.parseInt(scan.group(1))));
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static boolean isAtHand(DossierEntry entry, int n) {
        return entry.scans().stream().anyMatch(scan -> scan.n() == n && !scan.isLost());
    }

    private static Map<String, String> info(Dossier dossier) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Source-Organization", dossier.madeBy());
        info.put("External-Identifier", dossier.name());
        info.put("External-Description", Dossier.TITLE + "：" + dossier.child().name());
        info.put("Bag-Software-Agent", "Guixue");
        return info;
    }
}
