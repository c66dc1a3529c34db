package org.guixue.scan.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.guixue.rendering.PageImage;
import org.guixue.rendering.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as a scanner gives them, read. */
class PileTest {
    private static final double LEFT = 0.7;
    private static final double TOP = 0.08;
    private static final double SHORT_SIZE = 24;
    private static final double LONG_SIZE = 20;
    private static final Degrading CLEAN = new Degrading(3, 0.4, 0, 0.95, 0, 0.9f);

    @TempDir
    Path folder;

    private Pile pile(byte[] file, String name) throws UnfitPile, IOException {
        return Pile.open(Files.write(folder.resolve(name), file), name);
    }

    private ScannedSheet only(byte[] file, String name, int otherwise) throws UnfitPile, UnfitPage, IOException {
        try (Pile pile = pile(file, name)) {
            assertEquals(1, pile.pages());
            return pile.page(1, otherwise);
        }
    }

    private static List<String> texts(ScannedSheet sheet) {
        return sheet.codes().stream().map(SeenCode::text).toList();
    }

    private static DrawnPage shortPage(String text) {
        return DrawnPage.written().code(text, ErrorCorrectionLevel.Q, LEFT, TOP, SHORT_SIZE);
    }

    /** The set that the bench takes further: noise, blur, skew, dark, creases, JPEG of quality 40. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void readsBothSpellingsOnPagesInABadState(int seed) throws Exception {
        Random random = new Random(2026 + seed);
        List<byte[]> scans = new ArrayList<>();
        List<String> links = List.of(DrawnPage.shortLink(random), DrawnPage.longLink(random));
        for (int i = 0; i < 2; i++) {
            DrawnPage page = DrawnPage.written()
                    .code(
                            links.get(i),
                            i == 0 ? ErrorCorrectionLevel.Q : ErrorCorrectionLevel.M,
                            LEFT,
                            TOP,
                            i == 0 ? SHORT_SIZE : LONG_SIZE);
            Degrading how = i == 0 ? Degrading.BAD : Degrading.ORDINARY;
            scans.add(how.of(page.image(), seed % 4, LEFT + 0.04, TOP + 0.03, random)
                    .jpeg());
        }
        try (Pile pile = pile(SheetPdf.of(scans), "扫描.pdf")) {
            assertEquals(2, pile.pages());
            for (int i = 0; i < 2; i++) {
                ScannedSheet sheet = pile.page(i + 1, 0);
                assertEquals(List.of(links.get(i)), texts(sheet));
                assertFalse(sheet.blank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void turnsEachQuarterUprightAndStraight(int turns) throws Exception {
        Random random = new Random(7 + turns);
        String link = DrawnPage.shortLink(random);
        Degrading skewed = new Degrading(6, 0.5, 7, 0.8, 0, 0.8f);
        Degrading.Scan scan = skewed.of(shortPage(link).image(), turns, 0.5, 0.5, random);
        ScannedSheet sheet = only(scan.jpeg(), "扫描.jpg", 0);

        assertEquals((4 - turns) % 4, sheet.turned());
        assertEquals(-scan.degrees(), sheet.straightened(), 0.4);
        assertTrue(sheet.height() > sheet.width());
        double[] drawn = DrawnPage.place(link, ErrorCorrectionLevel.Q, LEFT, TOP, SHORT_SIZE);
        SeenCode seen = sheet.codes().get(0);
        assertArrayEquals(drawn, new double[] {seen.left(), seen.top(), seen.right(), seen.bottom()}, 0.02);

        BufferedImage filed = ImageIO.read(new ByteArrayInputStream(sheet.jpeg()));
        assertEquals(sheet.width(), filed.getWidth());
        ScannedSheet again = only(sheet.jpeg(), "归档.jpg", 0);
        assertEquals(0, again.turned());
        assertEquals(0, again.straightened(), 0.4);
        assertEquals(List.of(link), texts(again));
    }

    @Test
    void readsASealedPaperOfToday() throws Exception {
        byte[] pdf = Samples.FONTS == null ? new byte[0] : sample();
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, 1, 2400)));
        BufferedImage page = new BufferedImage(DrawnPage.WIDTH, DrawnPage.HEIGHT, BufferedImage.TYPE_INT_RGB);
        page.createGraphics().drawImage(printed, 0, 0, DrawnPage.WIDTH, DrawnPage.HEIGHT, null);
        byte[] scan = Degrading.ORDINARY.of(page, 2, 0.5, 0.5, new Random(5)).jpeg();
        ScannedSheet sheet = only(scan, "扫描.jpg", 0);
        assertTrue(sheet.codes().stream().anyMatch(SeenCode::ours));
        assertEquals(List.of(texts(only(pdf, "原件.pdf", 0)).get(0)), texts(sheet));
    }

    private static byte[] sample() {
        return new org.guixue.rendering.Renderer(Samples.FONTS)
                .render(Samples.paper(Samples.notice("孙宇航")))
                .pdf();
    }

    @Test
    void reportsAllCodesOfOneSheetAndForeignOnesBeside() throws Exception {
        Random random = new Random(11);
        String link = DrawnPage.shortLink(random).replace(".1.2", "");
        DrawnPage page = DrawnPage.written();
        for (int copy = 0; copy < 3; copy++) {
            page.code(link + ".1." + copy, ErrorCorrectionLevel.Q, LEFT, 0.05 + 0.3 * copy, SHORT_SIZE);
        }
        page.code("https://weixin.qq.com/r/abcdefghijk", ErrorCorrectionLevel.L, 0.1, 0.5, 30);
        Degrading.Scan scan = Degrading.ORDINARY.of(page.image(), 1, 0.5, 0.5, random);
        ScannedSheet sheet = only(scan.jpeg(), "扫描.jpg", 0);
        assertEquals(
                List.of(link + ".1.0", link + ".1.1", link + ".1.2", "https://weixin.qq.com/r/abcdefghijk"),
                texts(sheet).stream().sorted().toList());
        assertEquals(3, sheet.turned());
    }

    @Test
    void aForeignCodeOnItsHeadTurnsNothing() throws Exception {
        Random random = new Random(12);
        BufferedImage page = DrawnPage.written()
                .code("https://weixin.qq.com/r/abcdefghijk", ErrorCorrectionLevel.L, 0.6, 0.1, 30)
                .image();
        ScannedSheet sheet = only(CLEAN.of(page, 2, 0.5, 0.5, random).jpeg(), "扫描.jpg", 0);
        assertEquals(List.of("https://weixin.qq.com/r/abcdefghijk"), texts(sheet));
        assertFalse(sheet.codes().get(0).ours());
        assertEquals(0, sheet.turned());
    }

    @Test
    void aPageWithoutACodeIsTurnedAsTheCallerSays() throws Exception {
        byte[] scan = CLEAN.of(DrawnPage.written().image(), 1, 0.5, 0.5, new Random(3))
                .jpeg();
        ScannedSheet sheet = only(scan, "背面.jpg", 3);
        assertEquals(List.of(), sheet.codes());
        assertEquals(3, sheet.turned());
        assertEquals(0, sheet.straightened());
        assertTrue(sheet.height() > sheet.width());
        assertFalse(sheet.blank());
    }

    @Test
    void knowsABlankPageFromOneWithAWordOnIt() throws Exception {
        Degrading noisy = new Degrading(12, 0.5, 2, 0.7, 0, 0.4f);
        Random random = new Random(4);
        DrawnPage empty = DrawnPage.empty();
        assertTrue(only(noisy.of(empty.image(), 0, 2, 2, random).jpeg(), "空.jpg", 0)
                .blank());
        DrawnPage signed = DrawnPage.empty().word("孙国强");
        assertFalse(only(noisy.of(signed.image(), 0, 2, 2, random).jpeg(), "签.jpg", 0)
                .blank());
    }

    @Test
    void keepsTheRedOfASeal() throws Exception {
        byte[] scan = CLEAN.of(shortPage(DrawnPage.shortLink(new Random(1))).image(), 2, 0.5, 0.5, new Random(3))
                .jpeg();
        ScannedSheet sheet = only(scan, "扫描.jpg", 0);
        BufferedImage filed = ImageIO.read(new ByteArrayInputStream(sheet.jpeg()));
        int rgb = filed.getRGB((int) (1700.0 / DrawnPage.WIDTH * filed.getWidth()), (int)
                (2540.0 / DrawnPage.HEIGHT * filed.getHeight()));
        assertTrue(((rgb >> 16) & 0xff) > 150 && ((rgb >> 8) & 0xff) < 90, Integer.toHexString(rgb));
    }

    @Test
    void readsPngAndTiffOfManyPages() throws Exception {
        String link = DrawnPage.shortLink(new Random(9));
        BufferedImage page = Degrading.halved(shortPage(link).image());
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        ImageIO.write(page, "png", png);
        assertEquals(List.of(link), texts(only(png.toByteArray(), "扫描.png", 0)));

        java.io.ByteArrayOutputStream tiff = new java.io.ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(tiff)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (BufferedImage each :
                    List.of(page, Degrading.halved(DrawnPage.empty().image()))) {
                writer.writeToSequence(new javax.imageio.IIOImage(each, null, null), null);
            }
            writer.endWriteSequence();
        }
        try (Pile pile = pile(tiff.toByteArray(), "传真.tif")) {
            assertEquals(2, pile.pages());
            assertEquals(List.of(link), texts(pile.page(1, 0)));
            assertTrue(pile.page(2, 0).blank());
        }
    }

    @Test
    void theSameFileGivesTheSameSheet() throws Exception {
        byte[] scan = Degrading.BAD
                .of(shortPage(DrawnPage.shortLink(new Random(1))).image(), 1, 0.5, 0.5, new Random(8))
                .jpeg();
        assertArrayEquals(only(scan, "一.jpg", 0).jpeg(), only(scan, "二.jpg", 0).jpeg());
    }
}
