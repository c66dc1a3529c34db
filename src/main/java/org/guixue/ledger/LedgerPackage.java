package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.PrintedSheet;
import org.guixue.instrument.PrintedSheets;
import org.guixue.instrument.Reading;
import org.guixue.scan.ReadingCopies;
import org.guixue.scan.ReturnedCopy;

/**
 * What goes to the office above in one piece: the sealed paper, its workbook (电子稿) and what came back stamped on paper
 * (纸质盖章扫描件; 赣县教基字〔2021〕10号 asks for both). Everything in it stands whole; that it left is in the trail first.
 */
@ApplicationScoped
public class LedgerPackage {
    private final Reading reading;
    private final PrintedSheets sheets;
    private final LedgerEnclosure enclosure;
    private final ReadingCopies copies;

    @Inject
    public LedgerPackage(Reading reading, PrintedSheets sheets, LedgerEnclosure enclosure, ReadingCopies copies) {
        this.reading = reading;
        this.sheets = sheets;
        this.enclosure = enclosure;
        this.copies = copies;
    }

    /** One file of it. */
    record Piece(String name, byte[] bytes) {}

    /** All files, read and audited before the first byte leaves. */
    List<Piece> pieces(Caller caller, Instrument paper, String name) {
        Instrument sealed = reading.sealed(caller, paper.id());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(name + ".pdf", reading.pdf(caller, sealed)));
        PrintedSheet printed = sheets.of(sealed);
        enclosure.of(printed).forEach(each -> pieces.add(new Piece(name + ".xlsx", each.bytes())));
        for (ReturnedCopy copy : copies.all(caller, sealed.id())) {
            if (!copy.withdrawn()) {
                pieces.add(new Piece("%s-盖章扫描件%d.pdf".formatted(name, copy.n()), copies.file(caller, copy)));
            }
        }
        return pieces;
    }

    /** Writes the zip; the stream stays the caller's. */
    static void write(List<Piece> pieces, Instrument paper, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Piece piece : pieces) {
            ZipEntry entry = new ZipEntry(piece.name().replaceAll("[/\\\\:*?\"<>|]", "-"));
            entry.setTimeLocal(paper.reservedAt().atOffset(ZoneOffset.ofHours(8)).toLocalDateTime());
            zip.putNextEntry(entry);
            zip.write(piece.bytes());
            zip.closeEntry();
        }
        zip.finish();
    }
}
