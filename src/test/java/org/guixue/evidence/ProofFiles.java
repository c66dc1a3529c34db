package org.guixue.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Files as people hand them in; two that are made with other words differ. */
public final class ProofFiles {
    /** What a camera writes beside the picture. */
    static final String CAMERA = "GPS 27.81 113.05 HUAWEI P30 2026:03-09 10:22";

    private ProofFiles() {}

    public static byte[] pdf(String words) {
        String body = "%PDF-1.4\n1 0 obj\n<</Type/Catalog>> % " + words + "\nendobj\n";
        int table = body.getBytes(StandardCharsets.UTF_8).length;
        return (body
                        + "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n"
                        + table + "\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] jpeg(int shade) {
        byte[] plain = picture(shade, "jpeg");
        byte[] comment = CAMERA.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, 2);
        all.write(0xff);
        all.write(0xfe);
        all.write(0);
        all.write(comment.length + 2);
        all.writeBytes(comment);
        all.write(plain, 2, plain.length - 2);
        return all.toByteArray();
    }

    public static byte[] png(int shade) {
        return picture(shade, "png");
    }

    private static byte[] picture(int shade, String format) {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 40; y++) {
                image.setRGB(x, y, new Color(shade % 256, x * 4, y * 6).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
