package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealDrawingTest {
    private final SealDrawing drawing = new SealDrawing(Samples.FONTS);

    static Stream<String> names() {
        return Stream.of("东山小学", "东山镇中心小学", "示范县教育科技体育局", "江西省赣州市示范县义务教育阶段控辍保学工作领导小组办公室");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRoundRedAndFreeOfOverlapAtAnyLength(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument pdf = new PdfDocument(new PdfWriter(out))) {
            PdfCanvas canvas = new PdfCanvas(pdf.addNewPage(new PageSize(drawing.size(), drawing.size())));
            canvas.addXObjectAt(drawing.draw(pdf, name), 0, 0);
        }
        Files.write(Path.of("target/seal-" + name.length() + ".pdf"), out.toByteArray());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PageImage.png(out.toByteArray(), 1, 840)));
        assertTrue(isRed(image, 420, 420), "the star's middle");
        assertTrue(isRed(image, 8, 420) && isRed(image, 831, 420) && isRed(image, 420, 8), "the rim");
        assertTrue(!isRed(image, 40, 40), "the corner");
        int written = 0;
        for (int angle = 0; angle < 360; angle++) {
            double radius = 420 * 0.76;
            int x = (int) (420 + radius * Math.cos(Math.toRadians(angle)));
            int y = (int) (420 - radius * Math.sin(Math.toRadians(angle)));
            written += isRed(image, x, y) ? 1 : 0;
        }
        assertTrue(written > 1.5 * name.length(), "written degrees: " + written);
    }

    @Test
    void refusesWhatIsNoNameForASeal() {
        assertThrows(IllegalArgumentException.class, () -> SealDrawing.fits("甲"));
        assertThrows(IllegalArgumentException.class, () -> SealDrawing.fits("甲".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> new SealDrawing(Samples.FONTS, 60));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 180 && color.getGreen() < 140;
    }
}
