package org.guixue.scan.reading;

/** Whether (almost) nothing stands on a page: a page number is nothing, a signature is something. */
final class Blankness {
    /** Half a millimetre of an A4 page: noise is averaged away, a pen's stroke is not. */
    private static final int LONG_SIDE = 600;

    private static final double MARGIN = 0.03;
    private static final int AROUND = 12;

    /** Darker than the paper around it, in steps of 256 on white paper. */
    private static final double DARKER = 32;

    /** Some 10 mm² of an A4 page. */
    private static final double MOST_INK = 0.0002;

    private Blankness() {}

    static boolean of(GrayPicture picture) {
        GrayPicture small = picture.shrunk(square(picture));
        long[] sums = sums(small);
        int left = (int) (small.width() * MARGIN);
        int top = (int) (small.height() * MARGIN);
        int inked = 0;
        int seen = 0;
        for (int y = top; y < small.height() - top; y++) {
            for (int x = left; x < small.width() - left; x++) {
                double paper = around(sums, small, x, y);
                if (small.at(x, y) < paper - DARKER * paper / 255) {
                    inked++;
                }
                seen++;
            }
        }
        return seen > 0 && inked < seen * MOST_INK;
    }

    private static int square(GrayPicture picture) {
        return (Math.max(picture.width(), picture.height()) + LONG_SIDE - 1) / LONG_SIDE;
    }

    /** Sums of all above and to the left, with a row and a column of zeros. */
    private static long[] sums(GrayPicture picture) {
        int line = picture.width() + 1;
        long[] sums = new long[line * (picture.height() + 1)];
        for (int y = 0; y < picture.height(); y++) {
            long row = 0;
            for (int x = 0; x < picture.width(); x++) {
                row += picture.at(x, y);
                sums[(y + 1) * line + x + 1] = sums[y * line + x + 1] + row;
            }
        }
        return sums;
    }

    private static double around(long[] sums, GrayPicture picture, int x, int y) {
        int line = picture.width() + 1;
        int left = Math.max(0, x - AROUND);
        int right = Math.min(picture.width(), x + AROUND + 1);
        int top = Math.max(0, y - AROUND);
        int bottom = Math.min(picture.height(), y + AROUND + 1);
        long sum = sums[bottom * line + right]
                - sums[top * line + right]
                - sums[bottom * line + left]
                + sums[top * line + left];
        return (double) sum / ((right - left) * (bottom - top));
    }
}
