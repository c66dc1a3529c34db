package org.guixue.system;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.guixue.scan.reading.Degrading;

/** A print run as a scanner gives it back: its pages shuffled, turned, creased and noisy, at 150 dpi. */
final class ScannedRun {
    private static final float PRINTED_DPI = 300;

    private ScannedRun() {}

    static byte[] of(byte[] run, Random random) {
        try (PDDocument printed = Loader.loadPDF(run);
                PDDocument pile = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(printed);
            List<Integer> order =
                    IntStream.range(0, printed.getNumberOfPages()).boxed().collect(Collectors.toList());
            Collections.shuffle(order, random);
            for (int page : order) {
                BufferedImage picture = renderer.renderImageWithDPI(page, PRINTED_DPI, ImageType.RGB);
                lay(
                        pile,
                        Degrading.ORDINARY
                                .of(picture, random.nextInt(4), random.nextDouble(), random.nextDouble(), random)
                                .jpeg());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pile.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lay(PDDocument pile, byte[] jpeg) throws IOException {
        PDImageXObject picture = JPEGFactory.createFromByteArray(pile, jpeg);
        boolean upright = picture.getWidth() < picture.getHeight();
        PDRectangle size =
                upright ? PDRectangle.A4 : new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
        PDPage page = new PDPage(size);
        pile.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pile, page)) {
            content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
        }
    }
}
