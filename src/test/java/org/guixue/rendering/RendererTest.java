package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final int WIDTH = 1654;

    private final Renderer renderer = new Renderer(Samples.FONTS);

    @Test
    void keepsBothStandardsAndItsText() throws IOException {
        Rendered rendered = renderer.render(Samples.paper(Samples.notice("欧阳·𠮷")));
        assertEquals(1, rendered.pages());
        ConformityCheck.assertConforms(rendered.pdf());
        String text = text(rendered.pdf());
        assertTrue(text.contains("欧阳·𠮷同学家长（监护人）："), text);
        assertTrue(text.contains("360721201403151224"), text);
        assertTrue(text.contains("第1页共1页"), text);
        assertTrue(rendered.pdf().length < 120_000, "bytes: " + rendered.pdf().length);
    }

    @Test
    void embedsASubsetOfEveryFontUsed() throws IOException {
        byte[] pdf = renderer.render(Samples.paper(Samples.notice("张三"))).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            int fonts = 0;
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertTrue(font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
                fonts++;
            }
            assertTrue(fonts >= 3);
        }
    }

    @Test
    void embedsItsAttachments() throws IOException {
        byte[] pdf = renderer.render(Samples.paper(Samples.notice("张三"))).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertArrayEquals(
                    "{\"studentName\":\"张三\"}".getBytes(StandardCharsets.UTF_8),
                    files.get("values.json").getEmbeddedFile().toByteArray());
            assertEquals("劝返复学通知书", document.getDocumentInformation().getTitle());
            assertEquals("东山镇中心小学", document.getDocumentInformation().getAuthor());
        }
    }

    @Test
    void everyPageBearsACodeThatLeadsToItself() throws Exception {
        String body = "<div data-copy=\"存根\"><p>一</p><div class=\"qr\" data-qr=\"存根\"></div></div>"
                + "<div data-copy=\"正联\"><p>二</p><div class=\"qr\" data-qr=\"正联\"></div></div>"
                + "<p style=\"page-break-before:always\">三</p>";
        byte[] pdf = renderer.render(Samples.paper(Samples.html(body))).pdf();
        assertEquals(Samples.LINK.link(1, 1), code(pdf, 1, 20, 28));
        assertEquals(Samples.LINK.link(1, 2), code(pdf, 1, 20, 56));
        assertEquals(Samples.LINK.link(2, 2), code(pdf, 2, 183, 270));
        ConformityCheck.assertConforms(pdf);
    }

    @Test
    void aPaperWithoutALinkHasNoCode() throws Exception {
        Paper blank = Paper.of(Samples.notice("　　　"), Samples.ABOUT).withMark(Mark.BLANK);
        assertEquals("", code(renderer.render(blank).pdf(), 1, 183, 270));
    }

    @Test
    void furtherSealsAreDrawnAndTheFirstIsLeftForTheSignature() throws IOException {
        String body = "<div class=\"sign\" data-seal=\"甲方\"><p>甲方</p></div><div style=\"height:80mm\"></div>"
                + "<table><tr><td>一</td><td data-seal=\"乙方\" style=\"height:50mm\">乙方</td></tr></table>";
        Rendered rendered = renderer.render(Samples.paper(Samples.html(body)));
        ConformityCheck.assertConforms(rendered.pdf());
        Impression first = rendered.signatureSeal().orElseThrow();
        Impression second = rendered.furtherSeals().get(0);
        assertEquals(42 * 72 / 25.4, second.size(), 0.01);
        assertEquals("乙方", second.label());
        BufferedImage page = image(rendered.pdf(), 1);
        assertEquals(0, redShare(page, first), 0.0001);
        assertTrue(redShare(page, second) > 0.1, "share of red: " + redShare(page, second));
        assertEquals((double) redPixels(page), redShare(page, second) * area(second), area(second) * 0.01);
    }

    @Test
    void aPreviewIsMarkedSoThatTextReadsThrough() throws IOException {
        Paper paper = Paper.of(Samples.notice("张三"), Samples.ABOUT);
        byte[] pdf = renderer.render(paper.withMark(Mark.PREVIEW)).pdf();
        ConformityCheck.assertConforms(pdf);
        BufferedImage marked = image(pdf, 1);
        BufferedImage plain = image(renderer.render(paper).pdf(), 1);
        long changed = 0;
        for (int y = 0; y < plain.getHeight(); y++) {
            for (int x = 0; x < plain.getWidth(); x++) {
                int before = new Color(plain.getRGB(x, y)).getGreen();
                int after = new Color(marked.getRGB(x, y)).getGreen();
                changed += before == 255 && after < 250 ? 1 : 0;
                assertTrue(after > 200 || before < 240, "the mark is too dark");
            }
        }
        assertTrue(changed > 0.03 * plain.getWidth() * plain.getHeight(), "changed pixels: " + changed);
        assertTrue(text(pdf).contains("张三同学家长"));
    }

    @Test
    void picturesStandUpright() throws IOException {
        BufferedImage picture = new BufferedImage(60, 90, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 60; x++) {
                picture.setRGB(x, y, y < 45 ? 0xff0000 : 0x0000ff);
            }
        }
        String body = "<p><img src=\"photo:one\" alt=\"家访照片\" style=\"width:60mm\"></p>"
                + "<p><img src=\"photo:two\" alt=\"家访照片\" style=\"width:60mm\"></p>";
        byte[] pdf = renderer.render(Paper.of(Samples.html(body), Samples.ABOUT)
                        .withPictures(Map.of("one", encoded(picture, "jpg"), "two", encoded(picture, "png"))))
                .pdf();
        ConformityCheck.assertConforms(pdf);
        BufferedImage page = image(pdf, 1);
        int x = (int) ((22 + 20) * WIDTH / 210.0);
        for (int top : new int[] {25, 25 + 91}) {
            assertEquals(255, new Color(page.getRGB(x, (int) ((top + 15) * WIDTH / 210.0))).getRed(), 6);
            assertEquals(255, new Color(page.getRGB(x, (int) ((top + 75) * WIDTH / 210.0))).getBlue(), 6);
        }
    }

    @Test
    void refusesAPictureThatIsMissingOrNone() {
        Paper paper = Paper.of(Samples.html("<img src=\"photo:x\" alt=\"x\">"), Samples.ABOUT);
        assertThrows(IllegalArgumentException.class, () -> renderer.render(paper));
        assertThrows(
                IllegalArgumentException.class,
                () -> renderer.render(paper.withPictures(Map.of("x", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))));
        Paper outside = Paper.of(Samples.html("<img src=\"file:///etc/hostname\" alt=\"x\">"), Samples.ABOUT);
        assertThrows(IllegalArgumentException.class, () -> renderer.render(outside));
    }

    @Test
    void refusesACharacterThatNoFontHas() {
        MissingGlyphException refusal =
                assertThrows(MissingGlyphException.class, () -> renderer.render(Samples.paper(Samples.notice("张😀"))));
        assertEquals("U+1F600", refusal.missing().code());
    }

    /** A table of 130 rows was lost between iText's object streams and its PDF/A check. */
    @Test
    void rendersATableOfManyRows() throws IOException {
        for (int rows : new int[] {70, 130, 400}) {
            StringBuilder table = new StringBuilder("<table class=\"list\"><tbody>");
            for (int i = 0; i < rows; i++) {
                table.append("<tr>")
                        .append("<td>第一</td><td>第二</td><td>第三</td><td>第四</td><td>第五</td><td>第六</td>")
                        .append("<td>第七</td><td>第八</td><td>第九</td></tr>");
            }
            String html = Samples.notice("张三").replaceFirst("</body>", table.append("</tbody></table></body>").toString());
            byte[] pdf = renderer.render(Samples.paper(html)).pdf();
            assertTrue(text(pdf).contains("第九"), rows + " rows");
            ConformityCheck.assertConforms(pdf);
        }
    }

    @Test
    void manyThreadsShareOneRenderer() {
        String html = Samples.notice("张三");
        int[] lengths = java.util.stream.IntStream.range(0, 40)
                .parallel()
                .map(i -> renderer.render(Samples.paper(html)).pages())
                .toArray();
        assertEquals(40, Arrays.stream(lengths).sum());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static BufferedImage image(byte[] pdf, int page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, page, WIDTH)));
    }

    /** The text of the code in a square of 27 mm, or nothing. */
    private static String code(byte[] pdf, int page, int leftMm, int topMm) throws Exception {
        BufferedImage image = image(pdf, page);
        int unit = WIDTH * 10 / 210;
        int side = 27 * unit / 10;
        int[] pixels = image.getRGB(leftMm * unit / 10, topMm * unit / 10, side, side, null, 0, side);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        try {
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException e) {
            return "";
        }
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 180 && color.getGreen() < 120 && color.getBlue() < 120;
    }

    private static long redPixels(BufferedImage page) {
        return Arrays.stream(page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth()))
                .filter(RendererTest::isRed)
                .count();
    }

    private static double area(Impression place) {
        double side = place.size() * WIDTH / 595.28;
        return side * side;
    }

    private static double redShare(BufferedImage page, Impression place) {
        double scale = WIDTH / 595.28;
        int left = (int) (place.x() * scale);
        int top = (int) (page.getHeight() - (place.y() + place.size()) * scale);
        int side = (int) Math.ceil(place.size() * scale) + 1;
        return Arrays.stream(page.getRGB(left, top, side, side, null, 0, side))
                        .filter(RendererTest::isRed)
                        .count()
                / area(place);
    }
}
