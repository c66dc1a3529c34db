package org.guixue.instrument.photo;

/**
 * Makes a picture smaller as it is read, row by row: every pixel of the result is the average of the area that it covers.
 * Only the result is held, and as sums only those of its rows that are not whole yet. For one thread.
 */
final class Shrinking {
    private final int width;
    private final int height;
    private final int bands;
    private final byte[] result;
    private final float[][] sums;
    private final Axis across;
    private final Axis down;

    /** Which one or two places of the result each place of the source falls on, and with what shares. */
    private record Axis(int[] first, float[] share, float[] rest) {
        static Axis of(int from, int to) {
            int[] first = new int[from];
            float[] share = new float[from];
            float[] rest = new float[from];
            double ratio = (double) to / from;
            for (int i = 0; i < from; i++) {
                first[i] = (int) Math.min(to - 1L, (long) i * to / from);
                double end = (i + 1) * ratio;
                double beyond = first[i] + 1 < to ? Math.max(0, end - (first[i] + 1)) : 0;
                rest[i] = (float) beyond;
                share[i] = (float) (ratio - beyond);
            }
            return new Axis(first, share, rest);
        }
    }

    Shrinking(int width, int height, int bands, int longest) {
        double scale = Math.min(1.0, (double) longest / Math.max(width, height));
        this.width = (int) Math.max(1, Math.round(width * scale));
        this.height = (int) Math.max(1, Math.round(height * scale));
        this.bands = bands;
        this.result = new byte[this.width * this.height * bands];
        this.sums = new float[scale < 1 ? this.height : 0][];
        this.across = Axis.of(width, this.width);
        this.down = Axis.of(height, this.height);
    }

    /**
     * Adds pixels of a row of the source.
     *
     * @param y the row
     * @param x the place of the first pixel; each next one is {@code step} further
     * @param row the pixels, one byte a band
     */
    void add(int y, int x, int step, int count, byte[] row) {
        if (sums.length == 0) {
            set(y, x, step, count, row);
            return;
        }
        int first = down.first[y];
        add(first, down.share[y], x, step, count, row);
        if (down.rest[y] > 0) {
            add(first + 1, down.rest[y], x, step, count, row);
        }
    }

    private void set(int y, int x, int step, int count, byte[] row) {
        for (int i = 0, from = 0; i < count; i++) {
            int to = (y * width + x + i * step) * bands;
            for (int band = 0; band < bands; band++) {
                result[to++] = row[from++];
            }
        }
    }

    private void add(int line, float weight, int x, int step, int count, byte[] row) {
        float[] into = sums[line];
        if (into == null) {
            into = new float[width * bands];
            sums[line] = into;
        }
        for (int i = 0, from = 0; i < count; i++) {
            int place = x + i * step;
            int to = across.first[place] * bands;
            float share = across.share[place] * weight;
            float rest = across.rest[place] * weight;
            for (int band = 0; band < bands; band++, to++) {
                int value = row[from++] & 0xff;
                into[to] += share * value;
                if (rest > 0) {
                    into[to + bands] += rest * value;
                }
            }
        }
    }

    /** Says that nothing will be added to the rows of the source above this one. */
    void passed(int y) {
        if (sums.length > 0 && y > 0) {
            for (int line = down.first[y - 1] - 1; line >= 0 && sums[line] != null; line--) {
                settle(line);
            }
        }
    }

    private void settle(int line) {
        float[] from = sums[line];
        int to = line * width * bands;
        for (float sum : from) {
            result[to++] = (byte) Math.min(255, Math.round(sum));
        }
        sums[line] = null;
    }

    /** The whole result, {@code bands} bytes a pixel. */
    byte[] result() {
        for (int line = 0; line < sums.length; line++) {
            if (sums[line] != null) {
                settle(line);
            }
        }
        return result;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int bands() {
        return bands;
    }
}
