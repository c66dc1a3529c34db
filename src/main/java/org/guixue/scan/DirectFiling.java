package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.guixue.rendering.SheetCode;
import org.guixue.scan.reading.Pile;
import org.guixue.scan.reading.ScannedSheet;
import org.guixue.scan.reading.SeenCode;
import org.guixue.scan.reading.SheetPdf;
import org.guixue.scan.reading.UnfitPage;
import org.guixue.scan.reading.UnfitPile;

/** Files what somebody brings for one named paper. A PDF of pages alone is kept byte for byte; else its pages are, and a picture, turned upright and bound. */
@ApplicationScoped
public class DirectFiling {
    static final int MAX_BYTES = 30 << 20;
    private static final int MOST_PAGES = 100;

    private final Piles piles;
    private final PileStaging staging;
    private final FilingCopies filing;
    private final ReturnedCopies copies;
    private final Reading reading;
    private final MatchingBlanks blanks;

    @Inject
    public DirectFiling(
            Piles piles,
            PileStaging staging,
            FilingCopies filing,
            ReturnedCopies copies,
            Reading reading,
            MatchingBlanks blanks) {
        this.piles = piles;
        this.staging = staging;
        this.filing = filing;
        this.copies = copies;
        this.reading = reading;
        this.blanks = blanks;
    }

    /** Refuses whoever may not file anything there, before anything is read. */
    void expectMayFile(Caller caller, long paper) {
        Receiving.refuseInspector(caller);
        if (!reading.instrument(caller, paper).sealed()) {
            throw new Conflict("这份文书还在盖章归档，请稍候再归入");
        }
    }

    /**
     * The copy; that of before where the same file was filed.
     *
     * @throws ValuesRefused where it cannot be read, or a code on it says that it is another paper's
     */
    public ReturnedCopy file(Caller caller, long id, String fileName, byte[] bytes) throws IOException {
        Receiving.refuseInspector(caller);
        Instrument paper = reading.sealed(caller, id);
        if (paper.state() == InstrumentState.VOID) {
            throw new Conflict("这份文书已经作废，不能再归入回收件");
        }
        if (paper.sha256().filter(Sha256.of(bytes)::equals).isPresent()) {
            throw new ValuesRefused("file", "“%s”%s".formatted(fileName, Setback.ORIGINAL.label()));
        }
        long pile = piles.nextId();
        try {
            staging.keep(pile, 1, new ByteArrayInputStream(bytes), MAX_BYTES);
            return filed(caller, paper, pile, fileName, bytes);
        } catch (PileStaging.TooLong e) {
            throw new TooLarge("“%s”超过%dMB，请压缩后重新上传".formatted(fileName, MAX_BYTES >> 20));
        } finally {
            staging.clear(pile);
        }
    }

    private ReturnedCopy filed(Caller caller, Instrument paper, long pile, String fileName, byte[] bytes)
            throws IOException {
        try (Pile opened = Pile.open(staging.upload(pile, 1), fileName)) {
            if (opened.pages() > MOST_PAGES) {
                throw new TooLarge("一份文书的回收件最多%d页，请分开上传".formatted(MOST_PAGES));
            }
            refuseScripts(opened, fileName, "file");
            List<byte[]> pictures = new ArrayList<>();
            for (int page = 1; page <= opened.pages(); page++) {
                ScannedSheet sheet = opened.page(page, 0);
                expectNoOther(paper, sheet, page, fileName);
                pictures.add(sheet.jpeg());
            }
            byte[] pdf = isPdf(bytes) && isPlain(opened) ? bytes : SheetPdf.of(pictures);
            Optional<ReturnedCopy> before = copies.same(paper, Sha256.of(pdf));
            return before.isPresent() ? before.get() : filing.file(caller, paper, pdf, opened.pages());
        } catch (UnfitPile | UnfitPage e) {
            throw new ValuesRefused("file", String.valueOf(e.getMessage()));
        }
    }

    /** Whether it may be kept byte for byte: with scripts or other files in it only its pages are kept, unless it is signed. */
    private static boolean isPlain(Pile opened) {
        return opened.signed() || !(opened.hasScripts() || opened.hasFiles());
    }

    /** What is signed is kept as it is, or not at all. */
    static void refuseScripts(Pile opened, String fileName, String field) {
        if (opened.signed() && opened.hasScripts()) {
            throw new ValuesRefused(field, "“%s”带有电子签名，又含有脚本或启动程序的动作，不能归档；请打印后签字，扫描纸质件上传".formatted(fileName));
        }
    }

    private void expectNoOther(Instrument paper, ScannedSheet sheet, int page, String fileName) {
        boolean other = sheet.codes().stream()
                .map(SeenCode::text)
                .flatMap(text -> SheetCode.parse(text).stream())
                .anyMatch(code -> !code.token().equals(paper.token()) && !blanks.isFirstOf(paper, code));
        if (other) {
            throw new ValuesRefused(
                    "file", "“%s”第%d页的二维码是另一份文书的，没有归入；请核对后到“回收”里成叠上传，由系统按二维码分开".formatted(fileName, page));
        }
    }

    private static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(file.length, 1024), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("%PDF-");
    }
}
