package org.guixue.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a picture to paste on a home-visit record: a farmhouse under a hill. */
final class DemoPicture {
    private DemoPicture() {}

    static byte[] jpeg() {
        BufferedImage image = new BufferedImage(960, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(0x9cc3dd), 0, 400, new Color(0xe9f1f4)));
        g.fillRect(0, 0, 960, 640);
        g.setColor(new Color(0x7d9a78));
        g.fill(new Polygon(
                new int[] {0, 260, 520, 760, 960, 960, 0}, new int[] {420, 210, 380, 190, 360, 640, 640}, 7));
        g.setColor(new Color(0xb9a77c));
        g.fillRect(0, 500, 960, 140);
        g.setColor(new Color(0xf3ece0));
        g.fillRect(330, 330, 320, 190);
        g.setColor(new Color(0x5a5f66));
        g.fill(new Polygon(new int[] {300, 490, 680}, new int[] {335, 235, 335}, 3));
        g.setColor(new Color(0x6d4a33));
        g.fillRect(455, 410, 70, 110);
        g.setColor(new Color(0x6f8fa6));
        g.fillRect(365, 380, 60, 55);
        g.fillRect(555, 380, 60, 55);
        g.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
