package org.guixue.system;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** Pictures to send as photos, and those on a page of a PDF. */
final class Pictures {
    private Pictures() {}

    /** Always the same. */
    static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, Color.ORANGE, 320, 240, Color.BLUE));
        brush.fillRect(0, 0, 320, 240);
        brush.dispose();
        return jpeg(image);
    }

    static Path file(Color color) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().setBackground(color);
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, x * 3 / 4, color.getRGB());
        }
        return Files.write(Files.createTempDirectory("photo").resolve("家访照片.jpg"), jpeg(image));
    }

    /** By its name alone. */
    static Path none() throws IOException {
        return Files.writeString(Files.createTempDirectory("photo").resolve("假照片.jpg"), "no picture");
    }

    static int on(PDPage page) throws IOException {
        int pictures = 0;
        for (COSName name : page.getResources().getXObjectNames()) {
            pictures += page.getResources().isImageXObject(name) ? 1 : 0;
        }
        return pictures;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
