package org.guixue.scan.reading;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Random;

/** An A4 page at 300 dpi as it comes from a printer: text, a red seal, and QR codes in both spellings. */
final class DrawnPage {
    static final int WIDTH = 2480;
    static final int HEIGHT = 3508;
    private static final double PER_MILLIMETRE = 300 / 25.4;
    private static final int QUIET = 4;
    private static final Font SONG = song();

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();

    private DrawnPage() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private static Font song() {
        try (InputStream font = DrawnPage.class.getResourceAsStream("/fonts/NotoSerifSC_400Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(50f);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static DrawnPage empty() {
        return new DrawnPage();
    }

    /** A page of a notice, without a code yet. */
    static DrawnPage written() {
        DrawnPage page = new DrawnPage();
        page.graphics.setColor(Color.BLACK);
        page.graphics.setFont(SONG);
        for (int line = 0; line < 38; line++) {
            page.graphics.drawString("您的孩子系我校五年级二班学生，自九月一日起未到校上课，经我校教师多次动员，仍未返校。", 260, 420 + line * 78);
        }
        page.graphics.setColor(new Color(200, 20, 20));
        page.graphics.setStroke(new java.awt.BasicStroke(14));
        page.graphics.drawOval(1700, 2300, 480, 480);
        return page;
    }

    DrawnPage word(String text) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(SONG);
        graphics.drawString(text, 1200, 3300);
        return this;
    }

    DrawnPage code(String text, ErrorCorrectionLevel level, double left, double top, double millimetres) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, level).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        double unit = millimetres * PER_MILLIMETRE / (modules.getWidth() + 2 * QUIET);
        double size = millimetres * PER_MILLIMETRE;
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(left * WIDTH, top * HEIGHT, size, size));
        graphics.setColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    graphics.fillRect(
                            edge(left * WIDTH, column, unit),
                            edge(top * HEIGHT, row, unit),
                            edge(left * WIDTH, column + 1, unit) - edge(left * WIDTH, column, unit),
                            edge(top * HEIGHT, row + 1, unit) - edge(top * HEIGHT, row, unit));
                }
            }
        }
        return this;
    }

    /** A printer's dots are whole ones. */
    private static int edge(double from, int module, double unit) {
        return (int) Math.round(from + (QUIET + module) * unit);
    }

    /** Where the code itself lies, without its quiet zone: left, top, right and bottom as fractions. */
    static double[] place(String text, ErrorCorrectionLevel level, double left, double top, double millimetres) {
        try {
            int modules = Encoder.encode(text, level).getMatrix().getWidth();
            double unit = millimetres * PER_MILLIMETRE / (modules + 2 * QUIET);
            double from = QUIET * unit;
            double to = (QUIET + modules) * unit;
            return new double[] {left + from / WIDTH, top + from / HEIGHT, left + to / WIDTH, top + to / HEIGHT};
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    BufferedImage image() {
        return image;
    }

    /** 58 characters of the alphanumeric mode. */
    static String shortLink(Random random) {
        StringBuilder link = new StringBuilder("HTTPS://GUIXUE.EXAMPLE.CN/V/");
        for (int i = 0; i < 26; i++) {
            link.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32)));
        }
        return link.append(".1.2").toString();
    }

    /** As papers bore it before. */
    static String longLink(Random random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return "http://guixue.example.cn/v/" + HexFormat.of().formatHex(bits) + "?p=1&c=2";
    }
}
