package org.guixue.scan;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Two sheets beside each other, coarsely: how much ink lies where. The back of a printed sheet bears little ink, and not where
 * the front has it; the next sheet of a pile bears as much, and in the same places.
 */
final class Likeness {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 68;
    private static final double MOST_INK_OF_A_BACK = 0.5;
    private static final double MOST_LIKENESS_OF_A_BACK = 0.35;

    private final double[] first;
    private final double[] second;

    /** @param first a picture, as is the second */
    Likeness(byte[] first, byte[] second) {
        this.first = ink(first);
        this.second = ink(second);
    }

    /** Whether the second can be the back of the first and not another sheet whose code is hidden. */
    boolean mayBeFrontAndBack() {
        return sum(second) <= MOST_INK_OF_A_BACK * sum(first) && correlation() <= MOST_LIKENESS_OF_A_BACK;
    }

    /** From -1 to 1. */
    double correlation() {
        double meanFirst = sum(first) / first.length;
        double meanSecond = sum(second) / second.length;
        double both = 0;
        double firstAlone = 0;
        double secondAlone = 0;
        for (int i = 0; i < first.length; i++) {
            both += (first[i] - meanFirst) * (second[i] - meanSecond);
            firstAlone += (first[i] - meanFirst) * (first[i] - meanFirst);
            secondAlone += (second[i] - meanSecond) * (second[i] - meanSecond);
        }
        return firstAlone == 0 || secondAlone == 0 ? 0 : both / Math.sqrt(firstAlone * secondAlone);
    }

    private static double sum(double[] ink) {
        double sum = 0;
        for (double each : ink) {
            sum += each;
        }
        return sum;
    }

    /** Darkness against the paper's own tone, place by place; 0 is paper. */
    private static double[] ink(byte[] jpeg) {
        BufferedImage small = small(jpeg);
        int[] tones = small.getRaster().getSamples(0, 0, WIDTH, HEIGHT, 0, (int[]) null);
        int paper = brightest(tones);
        double[] ink = new double[tones.length];
        for (int i = 0; i < tones.length; i++) {
            double dark = (paper - tones[i]) / 255.0;
            ink[i] = dark > 0.04 ? dark : 0;
        }
        return ink;
    }

    /** The tone that three quarters of the places do not exceed. */
    private static int brightest(int[] tones) {
        int[] sorted = tones.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length * 3 / 4];
    }

    private static BufferedImage small(byte[] jpeg) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(jpeg));
            BufferedImage half = drawn(whole, WIDTH * 4, HEIGHT * 4);
            return drawn(half, WIDTH, HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture of a sheet cannot be read", e);
        }
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = to.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(from, 0, 0, width, height, null);
        canvas.dispose();
        return to;
    }
}
