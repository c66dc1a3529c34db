package org.guixue.rendering;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A picture of one page of a PDF, for the screen. Bounded: at most {@value #WIDEST} pixels wide, {@value #MOST_PIXELS}
 * pixels in all, pages of at most A2, and the library buffers in temporary files. Stateless.
 */
public final class PageImage {
    private static final int WIDEST = 2400;
    private static final long MOST_PIXELS = 10_000_000;
    private static final float LONGEST_SIDE_POINTS = 1700;

    private PageImage() {}

    /**
     * Draws a page as PNG.
     *
     * @param page counted from 1
     * @param width in pixels, 1 to 2,400
     * @throws IllegalArgumentException if there is no such page, or it or the picture would be too large
     * @throws IOException if this is no PDF that can be read
     */
    public static byte[] png(byte[] pdf, int page, int width) throws IOException {
        return encoded(drawn(pdf, page, width), "png");
    }

    /** Like {@link #png}, as JPEG: a tenth of the bytes for what was photographed or scanned. */
    public static byte[] jpeg(byte[] pdf, int page, int width) throws IOException {
        return encoded(drawn(pdf, page, width), "jpeg");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ImageIO.write(image, format, encoded);
        return encoded.toByteArray();
    }

    private static BufferedImage drawn(byte[] pdf, int page, int width) throws IOException {
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("expected a width of 1 to " + WIDEST + " pixels, found: " + width);
        }
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IllegalArgumentException(
                        "expected a page of 1 to " + document.getNumberOfPages() + ", found: " + page);
            }
            PDRectangle box = document.getPage(page - 1).getCropBox();
            boolean turned = document.getPage(page - 1).getRotation() % 180 != 0;
            float across = turned ? box.getHeight() : box.getWidth();
            float down = turned ? box.getWidth() : box.getHeight();
            float scale = width / across;
            boolean tooLarge =
                    Math.max(across, down) > LONGEST_SIDE_POINTS || (double) width * down * scale > MOST_PIXELS;
            if (tooLarge || across < 1 || down < 1) {
                throw new IllegalArgumentException(
                        "expected a page up to A2, found: " + across + " by " + down + " pt");
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page - 1, scale, ImageType.RGB);
        }
    }
}
