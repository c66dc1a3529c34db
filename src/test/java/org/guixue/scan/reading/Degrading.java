package org.guixue.scan.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What paper and a scanner of 150 dpi do to a page of 300 dpi, the same for the same seed.
 *
 * @param noise standard deviation, in steps of 256
 * @param blur in pixels at 150 dpi
 * @param skew degrees to either side at most
 * @param light how much light is left, 1 for all
 * @param creases across the page, light and dark; one of them through the code
 * @param quality of the JPEG, 0 to 1
 */
public record Degrading(double noise, double blur, double skew, double light, int creases, float quality) {
    public static final Degrading ORDINARY = new Degrading(8, 0.5, 3, 0.9, 1, 0.7f);
    public static final Degrading BAD = new Degrading(15, 0.8, 7, 0.6, 3, 0.4f);
    static final Degrading VERY_BAD = new Degrading(22, 1.1, 7, 0.4, 6, 0.4f);

    private static final int DOTS_PER_CREASE = 4;

    /** What became of the page, and how it lay on the glass. */
    public record Scan(byte[] jpeg, int turns, double degrees) {}

    /** @param x where a crease goes through, as a fraction of the page, and y */
    public Scan of(BufferedImage page, int turns, double x, double y, Random random) {
        double degrees = (random.nextDouble() * 2 - 1) * skew;
        BufferedImage creased = copy(page);
        crease(creased, x * page.getWidth(), y * page.getHeight(), random);
        for (int i = 1; i < creases; i++) {
            crease(creased, random.nextInt(page.getWidth()), random.nextInt(page.getHeight()), random);
        }
        BufferedImage half = halved(laid(creased, turns, degrees));
        BufferedImage blurred = blur < 0.1 ? half : blurred(half);
        grain(blurred, random);
        return new Scan(jpeg(blurred, quality), turns, degrees);
    }

    private static BufferedImage copy(BufferedImage page) {
        BufferedImage copy = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setData(page.getRaster());
        return copy;
    }

    private static void crease(BufferedImage page, double x, double y, Random random) {
        double angle = random.nextDouble() * Math.PI;
        double shift = (random.nextBoolean() ? 1 : -1) * (60 + random.nextInt(90));
        double wide = 1 + random.nextInt(DOTS_PER_CREASE);
        double across = -Math.sin(angle);
        double along = Math.cos(angle);
        int[] pixels = pixels(page);
        int width = page.getWidth();
        for (int i = 0; i < pixels.length; i++) {
            int column = i % width;
            int row = i / width;
            double distance = Math.abs((column - x) * across + (row - y) * along);
            if (distance < wide * 4) {
                pixels[i] = lit(pixels[i], 1, shift * (distance < wide ? 1 : 0.3));
            }
        }
    }

    private static int[] pixels(BufferedImage page) {
        return ((DataBufferInt) page.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage laid(BufferedImage page, int turns, double degrees) {
        int width = turns % 2 == 0 ? page.getWidth() : page.getHeight();
        int height = turns % 2 == 0 ? page.getHeight() : page.getWidth();
        BufferedImage laid = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = laid.createGraphics();
        graphics.setColor(new Color(236, 236, 236));
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(Math.toRadians(90.0 * turns + degrees));
        graphics.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        return laid;
    }

    static BufferedImage halved(BufferedImage page) {
        BufferedImage half = new BufferedImage(page.getWidth() / 2, page.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(page, 0, 0, half.getWidth(), half.getHeight(), null);
        graphics.dispose();
        return half;
    }

    /** First across, then down: a Gaussian can be taken apart. */
    private BufferedImage blurred(BufferedImage page) {
        int radius = (int) Math.ceil(blur * 2.5);
        int side = 2 * radius + 1;
        float[] weights = new float[side];
        float sum = 0;
        for (int i = 0; i < side; i++) {
            weights[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * blur * blur));
            sum += weights[i];
        }
        for (int i = 0; i < side; i++) {
            weights[i] /= sum;
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(side, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
        return new ConvolveOp(new Kernel(1, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    private void grain(BufferedImage page, Random random) {
        int[] pixels = pixels(page);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = lit(pixels[i], light, random.nextGaussian() * noise);
        }
    }

    private static int lit(int rgb, double factor, double shift) {
        int lit = 0;
        for (int band = 16; band >= 0; band -= 8) {
            int value = (int) Math.round(((rgb >> band) & 0xff) * factor + shift);
            lit |= Math.max(0, Math.min(255, value)) << band;
        }
        return lit;
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
