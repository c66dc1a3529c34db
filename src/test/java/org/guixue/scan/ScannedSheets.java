package org.guixue.scan;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Sheets as a scanner or a telephone sees them, at 150 dpi. */
public final class ScannedSheets {
    private static final int WIDTH = 1240;
    private static final PDRectangle LYING = new PDRectangle(842, 595);

    private ScannedSheets() {}

    public static BufferedImage blank() {
        BufferedImage picture = new BufferedImage(WIDTH, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.dispose();
        return picture;
    }

    /** Some lines by hand in the middle of an otherwise empty side. */
    public static BufferedImage written() {
        BufferedImage picture = blank();
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(new Color(30, 40, 120));
        canvas.setStroke(new BasicStroke(4));
        for (int line = 0; line < 4; line++) {
            for (int x = 200; x < 700; x += 30) {
                canvas.drawArc(x, 500 + line * 70, 26, 30, 20, 260);
            }
        }
        canvas.dispose();
        return picture;
    }

    /** The sheet with everything that could be a code painted over. */
    public static BufferedImage withoutCodes(BufferedImage sheet) {
        BufferedImage picture = turned(sheet, 0);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(picture.getWidth() * 3 / 5, 0, picture.getWidth() * 2 / 5, picture.getHeight());
        canvas.dispose();
        return picture;
    }

    public static BufferedImage turned(BufferedImage picture, int quarters) {
        boolean across = quarters % 2 != 0;
        int width = across ? picture.getHeight() : picture.getWidth();
        int height = across ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        canvas.translate(width / 2.0, height / 2.0);
        canvas.rotate(quarters * Math.PI / 2);
        canvas.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
        canvas.dispose();
        return turned;
    }

    /** A pile as a scanner writes it. */
    public static byte[] pdf(BufferedImage... sheets) {
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage sheet : sheets) {
                PDRectangle size = sheet.getWidth() < sheet.getHeight() ? PDRectangle.A4 : LYING;
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(document, sheet, 0.8f),
                            0,
                            0,
                            size.getWidth(),
                            size.getHeight());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(BufferedImage sheet) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(sheet, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
