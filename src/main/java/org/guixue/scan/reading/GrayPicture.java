package org.guixue.scan.reading;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Brightness, one byte a pixel, row by row. */
record GrayPicture(byte[] pixels, int width, int height) {
    /** Rec. 601, in integers. */
    static GrayPicture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                pixels[y * width + x] =
                        (byte) ((((rgb >> 16) & 0xff) * 77 + ((rgb >> 8) & 0xff) * 150 + (rgb & 0xff) * 29) >> 8);
            }
        }
        return new GrayPicture(pixels, width, height);
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Each pixel weighed with its eight neighbours (1 2 1 each way), so that noise goes and edges stay. */
    GrayPicture smoothed() {
        byte[] smooth = pixels.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                smooth[y * width + x] = (byte) ((weighed(x, y - 1) + 2 * weighed(x, y) + weighed(x, y + 1) + 8) / 16);
            }
        }
        return new GrayPicture(smooth, width, height);
    }

    private int weighed(int x, int y) {
        return at(x - 1, y) + 2 * at(x, y) + at(x + 1, y);
    }

    /** A part of it at twice the size, the pixels between the others interpolated. */
    GrayPicture doubled(Rectangle part) {
        int across = part.width * 2;
        byte[] twice = new byte[across * part.height * 2];
        for (int y = 0; y < part.height * 2; y++) {
            int above = part.y + y / 2;
            int below = Math.min(above + y % 2, part.y + part.height - 1);
            for (int x = 0; x < across; x++) {
                int left = part.x + x / 2;
                int right = Math.min(left + x % 2, part.x + part.width - 1);
                twice[y * across + x] =
                        (byte) ((at(left, above) + at(right, above) + at(left, below) + at(right, below) + 2) / 4);
            }
        }
        return new GrayPicture(twice, across, part.height * 2);
    }

    /** The average of each square of so many pixels; what is left over at the right and below is left out. */
    GrayPicture shrunk(int square) {
        int across = Math.max(1, width / square);
        int down = Math.max(1, height / square);
        byte[] small = new byte[across * down];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                small[y * across + x] = (byte) average(x * square, y * square, square);
            }
        }
        return new GrayPicture(small, across, down);
    }

    private int average(int left, int top, int square) {
        int right = Math.min(width, left + square);
        int bottom = Math.min(height, top + square);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += at(x, y);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
