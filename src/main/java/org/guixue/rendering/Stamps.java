package org.guixue.rendering;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.extgstate.PdfExtGState;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts on the laid-out pages of one document what depends on their number or is no part of its text: page numbers, codes,
 * further seals, the preview mark, the head of continuation sheets. All of it is marked as artifact.
 */
final class Stamps {
    private static final float MM = 72 / 25.4f;
    private static final float LEAST_CODE_MM = 18;
    private static final float MOST_CODE_MM = 24;
    private static final float CODE_MARGIN_MM = 4;
    private static final float TEAR_SIZE = 12;
    /** So much lies free beside the words that stand below a tear line. */
    private static final float TEAR_WIDTH_MM = 47;
    /** From the base line of Chinese characters to their middle, in em. */
    private static final float HALF_HEIGHT = 0.38f;

    /** Above the text of the narrowest upper margin, within what printers reach. */
    private static final float HEAD_MM = 6.5f;

    private static final float HEAD_SIZE = 9;
    private static final DeviceRgb GREY = new DeviceRgb(0x80, 0x80, 0x80);

    private final PdfDocument pdf;
    private final Fonts fonts;
    private final PdfFont song;
    private final Spots spots;

    Stamps(PdfDocument pdf, Fonts fonts, PaperFonts embedded, Spots spots) {
        this.pdf = pdf;
        this.fonts = fonts;
        this.song = embedded.font(FontRole.SONG);
        this.spots = spots;
    }

    /** 「第1页 共3页」, 7 mm and a line from the lower edge of the paper's usual text area, in the middle. */
    void numberPages() {
        int pages = pdf.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
            String text = "第" + page + "页 共" + pages + "页";
            float width = song.getWidth(text, 10.5f);
            Rectangle size = pdf.getPage(page).getPageSize();
            write(page, text, (size.getWidth() - width) / 2, 10 * MM, 10.5f);
        }
    }

    /** The head of continuation sheets: which paper they belong to. */
    void headContinuations(int firstPage, About about) {
        String text = about.subject().isBlank()
                ? "《" + about.title() + "》附页"
                : "《" + about.title() + "》" + about.subject() + " 附页";
        for (int page = firstPage; firstPage > 0 && page <= pdf.getNumberOfPages(); page++) {
            write(page, drawable(text), 28 * MM, pdf.getPage(page).getPageSize().getTop() - 12 * MM, 10.5f);
        }
    }

    /** A stamp has one font; what that lacks is left to the paper's own text. */
    private String drawable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(song::containsGlyph).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    void write(int page, String text, float x, float y, float size) {
        write(open(page), text, x, y, size);
    }

    private void write(PdfCanvas canvas, String text, float x, float y, float size) {
        canvas.beginText().setFontAndSize(song, size).setFillColor(ColorConstants.BLACK);
        canvas.moveText(x, y).showText(text).endText();
        canvas.closeTag();
    }

    /**
     * A code in every box for one, and in the lower right margin of every page that has none: as large as the margin there
     * lets it be without touching the text, within bounds.
     */
    void drawCodes(Verification verification, PageMargins margins) {
        Set<String> copies = new LinkedHashSet<>();
        spots.of(Spots.Kind.COPY).forEach(spot -> copies.add(spot.label()));
        spots.of(Spots.Kind.CODE).forEach(spot -> copies.add(spot.label()));
        List<String> numbered = List.copyOf(copies);
        QrCode first = new QrCode(verification.link(1, 1));
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            int here = page;
            List<Spots.Spot> boxes = spots.of(Spots.Kind.CODE).stream()
                    .filter(spot -> spot.page() == here)
                    .toList();
            for (Spots.Spot box : boxes) {
                float size = Math.min(box.area().getWidth(), box.area().getHeight());
                float left = box.area().getX() + (box.area().getWidth() - size) / 2;
                float bottom = box.area().getY() + (box.area().getHeight() - size) / 2;
                drawCode(
                        page,
                        first.alike(verification.link(page, numbered.indexOf(box.label()) + 1)),
                        left,
                        bottom,
                        size);
            }
            if (boxes.isEmpty()) {
                float size = MM * Math.max(LEAST_CODE_MM, Math.min(MOST_CODE_MM, margins.wider(page) - CODE_MARGIN_MM));
                float margin = CODE_MARGIN_MM * MM;
                float left = pdf.getPage(page).getPageSize().getRight() - margin - size;
                drawCode(page, first.alike(verification.link(page, copyOn(page, numbered))), left, margin, size);
            }
        }
    }

    private int copyOn(int page, List<String> numbered) {
        return spots.of(Spots.Kind.COPY).stream()
                .filter(spot -> spot.page() <= page)
                .reduce((earlier, later) -> later)
                .map(spot -> numbered.indexOf(spot.label()) + 1)
                .orElse(1);
    }

    private void drawCode(int page, QrCode code, float left, float bottom, float size) {
        PdfCanvas canvas = open(page);
        code.draw(canvas, left, bottom, size);
        canvas.closeTag();
    }

    /**
     * The serial number across every line along which copies are torn apart (骑缝编号): each part keeps half of it, so that
     * both can be held together again. The dashes leave it free: struck through it would look void. Before there is a number
     * there is nothing.
     */
    void numberTears(String serial) {
        String text = drawable(serial);
        float width = Math.max(1, song.getWidth(text, TEAR_SIZE));
        float size = TEAR_SIZE * Math.min(1, TEAR_WIDTH_MM * MM / width);
        for (Spots.Spot line : text.isBlank() ? List.<Spots.Spot>of() : spots.of(Spots.Kind.TEAR)) {
            float left = line.area().getX() + MM;
            PdfCanvas canvas = open(line.page());
            canvas.setFillColor(ColorConstants.WHITE);
            canvas.rectangle(left - MM / 2, line.area().getTop() - MM / 2, width * size / TEAR_SIZE + MM, MM);
            canvas.fill();
            write(canvas, text, left, line.area().getTop() - HALF_HEIGHT * size, size);
        }
    }

    /** The places of all seals; all but the first are drawn. */
    List<Impression> placeSeals(SealDrawing drawing, String officeName) {
        List<Impression> places = sealPlaces(drawing.size());
        if (places.size() > 1) {
            PdfFormXObject seal = drawing.draw(pdf, officeName);
            places.stream().skip(1).forEach(place -> {
                PdfCanvas canvas = open(place.page());
                canvas.addXObjectAt(seal, place.x(), place.y());
                canvas.closeTag();
            });
        }
        return places;
    }

    List<Impression> sealPlaces(float size) {
        return spots.of(Spots.Kind.SEAL).stream()
                .map(spot -> new Impression(
                        spot.page(),
                        spot.area().getX() + (spot.area().getWidth() - size) / 2,
                        spot.area().getY() + (spot.area().getHeight() - size) / 2,
                        size,
                        spot.label()))
                .toList();
    }

    /** Large, light and diagonal over every page, or in its upper margin. */
    void mark(Mark mark) {
        for (int page = 1; !mark.head().isEmpty() && page <= pdf.getNumberOfPages(); page++) {
            Rectangle size = pdf.getPage(page).getPageSize();
            float width = song.getWidth(mark.head(), HEAD_SIZE);
            write(page, mark.head(), (size.getWidth() - width) / 2, size.getTop() - HEAD_MM * MM, HEAD_SIZE);
        }
        for (int page = 1; !mark.text().isEmpty() && page <= pdf.getNumberOfPages(); page++) {
            mark(page, mark, 0.16f);
        }
    }

    /** Large and diagonal over one page; the text beneath stays readable up to an opacity of a fifth. */
    void mark(int page, Mark mark, float opacity) {
        Rectangle size = pdf.getPage(page).getPageSize();
        PdfCanvas canvas = open(page);
        canvas.saveState()
                .setExtGState(new PdfExtGState().setFillOpacity(opacity))
                .setFillColor(GREY);
        AffineTransform place = AffineTransform.getTranslateInstance(size.getWidth() / 2, size.getHeight() / 2);
        place.rotate(Math.atan2(size.getHeight(), size.getWidth()));
        float em = size.getWidth() * 0.38f;
        place.scale(em, em);
        int[] characters = mark.text().codePoints().toArray();
        place.translate(-characters.length / 2.0, -0.36);
        for (int character : characters) {
            new Outlines(fonts.fontFor(FontRole.HEI, character), canvas).fill(character, place);
            place.translate(1, 0);
        }
        canvas.restoreState();
        canvas.closeTag();
    }

    private PdfCanvas open(int page) {
        PdfPage target = pdf.getPage(page);
        PdfCanvas canvas = new PdfCanvas(target.newContentStreamAfter(), target.getResources(), pdf);
        canvas.openTag(new CanvasArtifact().addProperty(PdfName.Type, PdfName.Pagination));
        return canvas;
    }
}
