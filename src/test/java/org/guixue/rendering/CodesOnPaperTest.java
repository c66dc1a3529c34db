package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.guixue.form.Form;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of every packed form as a scanner meets them: large, alone in their place, and read. */
class CodesOnPaperTest {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final int A4_WIDTH_AT_150_DPI = 1240;
    private static final int PIXELS_PER_MM = 3;
    private static final int QUIET = 4;

    /** A code on a page, with its quiet zone, in millimetres from the upper left corner. */
    private record Square(int page, double left, double top, double side) {}

    static Stream<Named<Form>> forms() {
        return FormsOnPaperTest.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void coverNothingAndLieWithinTheSheet(Form form) throws IOException {
        Paper paper = FormsOnPaperTest.paper(form, "edge");
        byte[] pdf = new Renderer(Samples.FONTS).render(paper).pdf();
        byte[] without = new Renderer(Samples.FONTS)
                .render(Paper.of(paper.html(), paper.about())
                        .withSeal("东山镇中心小学")
                        .withPictures(FormsOnPaperTest.pictures(form)))
                .pdf();
        List<Square> codes = codes(pdf);
        assertFalse(codes.isEmpty());
        for (Square code : codes) {
            assertTrue(code.side >= 17.9, code.toString());
            assertEquals(0, dark(without, code), "covered: " + code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shangtianti/persuasion-notice",
                "shangtianti/return-notice",
                "national/schooling-order",
                "national/return-order",
                "national/no-household-notice",
                "national/enrolment-notice",
                "national/letter-to-parents"
            })
    void eachPartToTearOffBearsOneOf24MillimetresThatIsReadAt150Dpi(String id) throws Exception {
        Form form = FormsOnPaperTest.all().stream()
                .filter(each -> each.id().toString().equals(id))
                .findAny()
                .orElseThrow();
        byte[] pdf = new Renderer(Samples.FONTS)
                .render(FormsOnPaperTest.paper(form, "sample"))
                .pdf();
        List<Square> codes = codes(pdf);
        assertEquals(form.copies().size(), codes.size(), codes::toString);
        codes.forEach(code -> assertEquals(24, code.side, 0.05, code.toString()));
        Set<String> expected = new TreeSet<>();
        for (int copy = 1; copy <= codes.size(); copy++) {
            expected.add(Samples.LINK.link(1, copy));
        }
        assertEquals(expected, read(pdf));
    }

    private static Set<String> read(byte[] pdf) throws Exception {
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, 1, A4_WIDTH_AT_150_DPI)));
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        Result[] found = new QRCodeMultiReader()
                .decodeMultiple(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true));
        Set<String> texts = new TreeSet<>();
        Arrays.stream(found).map(Result::getText).forEach(texts::add);
        return texts;
    }

    /** Pixels of a paper that are not white where its code would stand, half a millimetre inside its edge. */
    private static long dark(byte[] pdf, Square code) throws IOException {
        float width;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            width = document.getPage(code.page - 1).getMediaBox().getWidth();
        }
        int widthPixels = Math.round(width / POINTS_PER_MM * PIXELS_PER_MM);
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, code.page, widthPixels)));
        int side = (int) ((code.side - 1) * PIXELS_PER_MM);
        int[] pixels = page.getRGB(
                (int) ((code.left + 0.5) * PIXELS_PER_MM),
                (int) ((code.top + 0.5) * PIXELS_PER_MM),
                side,
                side,
                null,
                0,
                side);
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xff) < 0xe0).count();
    }

    private static List<Square> codes(byte[] pdf) throws IOException {
        List<Square> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                new Masks(document.getPage(page - 1), page, codes).processPage(document.getPage(page - 1));
            }
        }
        return codes;
    }

    /** Notes the square pictures of one bit each. */
    private static final class Masks extends PDFGraphicsStreamEngine {
        private final int number;
        private final List<Square> found;

        Masks(PDPage page, int number, List<Square> found) {
            super(page);
            this.number = number;
            this.found = found;
        }

        @Override
        public void drawImage(PDImage picture) {
            if (picture.isStencil() && picture.getWidth() == picture.getHeight()) {
                Matrix place = getGraphicsState().getCurrentTransformationMatrix();
                double module = place.getScalingFactorX() / picture.getWidth();
                double pageHeight = getPage().getMediaBox().getHeight();
                double top = pageHeight - place.getTranslateY() - place.getScalingFactorY() - QUIET * module;
                found.add(new Square(
                        number,
                        (place.getTranslateX() - QUIET * module) / POINTS_PER_MM,
                        top / POINTS_PER_MM,
                        (place.getScalingFactorX() + 2 * QUIET * module) / POINTS_PER_MM));
            }
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

        @Override
        public void clip(int windingRule) {}

        @Override
        public void moveTo(float x, float y) {}

        @Override
        public void lineTo(float x, float y) {}

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

        @Override
        public Point2D getCurrentPoint() {
            return new Point2D.Float();
        }

        @Override
        public void closePath() {}

        @Override
        public void endPath() {}

        @Override
        public void strokePath() {}

        @Override
        public void fillPath(int windingRule) {}

        @Override
        public void fillAndStrokePath(int windingRule) {}

        @Override
        public void shadingFill(COSName shadingName) {}
    }
}
