package org.guixue.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.guixue.Sha256;
import org.guixue.archive.Accession;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Event;
import org.guixue.archive.Retention;

/**
 * A child with six papers in an archive on disk: a valid one of one page with a scan of two pages and one that is broken, a void one, a number cancelled before
 * sealing, one that is still being sealed, a sensitive one that the reader may not see, and a valid one of three pages.
 */
final class SampleDossier implements AutoCloseable {
    static final Instant MADE_AT = Instant.parse("2026-11-22T02:00:00Z");
    /** Two pages, the first upright with a green square, the second lying. */
    static final byte[] SCAN = scan();

    static final byte[] BROKEN_SCAN = "%PDF-1.7 a scan\n".getBytes(StandardCharsets.UTF_8);
    private static final String TWO_MORE =
            "<div style=\"page-break-before:always\"><p>第二页</p></div><div style=\"page-break-before:always\"><p>第三页</p></div>";

    final Path records;
    final Archive archive;
    final Dossier dossier;
    private final SealedPapers papers;

    SampleDossier(Path folder) throws IOException {
        papers = new SealedPapers();
        records = folder.resolve("records");
        archive = Archive.open(records, Clock.fixed(MADE_AT, ZoneOffset.UTC));
        List<DossierEntry> entries = new ArrayList<>();
        entries.add(entry(1, DossierEntry.Standing.VALID, 1, accession(1, ""))
                .with(List.of(new DossierEntry.Scan(1, 2), new DossierEntry.Scan(2, 1))));
        entries.add(entry(2, DossierEntry.Standing.VOID, 1, accession(2, "")));
        entries.add(entry(3, DossierEntry.Standing.CANCELLED, 0, Sha256.of("none")));
        entries.add(entry(4, DossierEntry.Standing.SEALING, 0, Sha256.of("none")));
        entries.add(entry(5, DossierEntry.Standing.WITHHELD, 1, accession(5, "")));
        entries.add(entry(6, DossierEntry.Standing.VALID, 3, accession(6, TWO_MORE)));
        archive.scan(number(1), SCAN, new Event(Act.SCAN, 7, Map.of()));
        archive.scan(number(1), BROKEN_SCAN, new Event(Act.SCAN, 7, Map.of()));
        archive.append(number(2), Event.of(Act.VOID, 7, "WRONG_CHILD"));
        archive.append(number(3), Event.of(Act.CANCELLATION, 7, "NOT_SEALED"));
        dossier = new Dossier(child("欧阳娜娜"), entries, "东山镇人民政府", MADE_AT);
    }

    private static byte[] scan() {
        ByteArrayOutputStream scan = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (PDRectangle size : List.of(PDRectangle.A4, new PDRectangle(842, 595))) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(0f, 0.8f, 0f);
                    content.addRect(100, 100, 200, 200);
                    content.fill();
                }
            }
            document.save(scan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scan.toByteArray();
    }

    static ArchivalNumber number(int item) {
        return new ArchivalNumber("SF01", "WS", 2026, Retention.D30, item);
    }

    static Dossier.Child child(String name) {
        return new Dossier.Child(17, name, "女", "3607**********1234", "东山镇中心小学", "五年级2班", "示范县东山镇", "东山镇人民政府", "劝返中");
    }

    static DossierEntry entry(int item, DossierEntry.Standing standing, int pages, Sha256 sha256) {
        return new DossierEntry(
                serial(item),
                "劝返复学通知书",
                SealedPapers.SCHOOL,
                LocalDate.of(2026, 10, 1).plusDays(item),
                number(item),
                standing,
                "已签发",
                pages,
                sha256,
                List.of());
    }

    /** As its file is called in the package, without the ending. */
    static String file(int item) {
        return "欧阳娜娜-劝返复学通知书-" + serial(item);
    }

    static String serial(int item) {
        return "东小访〔2026〕" + item + "号";
    }

    /** Seals a notice and takes it into the archive. */
    Sha256 accession(int item, String more) {
        return accession(item, papers.notice("欧阳娜娜", serial(item), more));
    }

    Sha256 accession(int item, byte[] sealed) {
        archive.accession(number(item), sealed, new Accession(Sha256.of("certificate"), 7));
        return Sha256.of(sealed);
    }

    byte[] sealed(int item) {
        return archive.read(number(item));
    }

    @Override
    public void close() {
        archive.close();
    }
}
