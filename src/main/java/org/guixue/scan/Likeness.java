package org.guixue.scan;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Two sheets beside each other, coarsely: how much ink lies where, and whether there are ruled lines. The back of a printed
 * sheet bears little ink, no table, and nothing where the front has it; the next sheet of a pile, whose code is hidden, has
 * ruled lines or as much ink in the same places. In doubt a sheet is no back.
 */
final class Likeness {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 68;
    private static final double FAINT = 0.04;
    private static final double DARK = 0.22;
    private static final double MOST_INK_OF_A_BACK = 0.6;
    private static final double MOST_LIKENESS_OF_A_BACK = 0.35;

    /** The longest stroke that may be by hand, as a share of the width. */
    private static final double LONGEST_STROKE = 0.22;

    /** Of a line on a sheet that lay askew, as rise by run. */
    private static final double STEEPEST = 0.12;

    private static final int SLOPES = 6;

    private final double[] first;
    private final double[] second;
    private final int longest;
    private final int across;

    /** @param first a picture, as is the second */
    Likeness(byte[] first, byte[] second) {
        BufferedImage other = quarter(second);
        this.first = ink(drawn(quarter(first), WIDTH, HEIGHT));
        this.second = ink(drawn(other, WIDTH, HEIGHT));
        this.longest = longestLine(other);
        this.across = other.getWidth();
    }

    /** Whether the second can be the back of the first and not another sheet whose code is hidden. */
    boolean mayBeFrontAndBack() {
        return longest <= LONGEST_STROKE * across
                && sum(second) <= MOST_INK_OF_A_BACK * sum(first)
                && correlation() <= MOST_LIKENESS_OF_A_BACK;
    }

    /** From -1 to 1. */
    private double correlation() {
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
        return Arrays.stream(ink).sum();
    }

    /** Darkness against the paper's own tone, place by place; 0 is paper. */
    private static double[] ink(BufferedImage gray) {
        int[] tones = tones(gray);
        int[] sorted = tones.clone();
        Arrays.sort(sorted);
        int paper = sorted[sorted.length * 3 / 4];
        return Arrays.stream(tones)
                .mapToDouble(tone -> (paper - tone) / 255.0)
                .map(dark -> dark > FAINT ? dark : 0)
                .toArray();
    }

    /** How many pixels the longest straight dark line goes on from left to right, level or a little slanting. */
    private static int longestLine(BufferedImage gray) {
        double[] ink = ink(gray);
        int longest = 0;
        for (int step = -SLOPES; step <= SLOPES; step++) {
            double slope = STEEPEST * step / SLOPES;
            for (int start = 0; start < gray.getHeight(); start++) {
                longest = Math.max(longest, longestRun(ink, gray.getWidth(), gray.getHeight(), start, slope));
            }
        }
        return longest;
    }

    private static int longestRun(double[] ink, int width, int height, int start, double slope) {
        int longest = 0;
        int run = 0;
        for (int x = 0; x < width; x++) {
            int y = (int) Math.round(start + slope * x);
            boolean dark = y >= 0 && y + 1 < height && (ink[y * width + x] > DARK || ink[(y + 1) * width + x] > DARK);
            run = dark ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static int[] tones(BufferedImage gray) {
        return gray.getRaster().getSamples(0, 0, gray.getWidth(), gray.getHeight(), 0, (int[]) null);
    }

    /** Halved twice, so that thin lines do not fall between two pixels. */
    private static BufferedImage quarter(byte[] jpeg) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(jpeg));
            BufferedImage half = drawn(whole, whole.getWidth() / 2, whole.getHeight() / 2);
            return drawn(half, half.getWidth() / 2, half.getHeight() / 2);
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
