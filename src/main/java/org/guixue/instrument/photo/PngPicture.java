package org.guixue.instrument.photo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads a PNG (ISO/IEC 15948) of every kind row by row: gray and colour in 1 to 16 bits, palettes, transparency of every
 * kind on white, interlaced or not. Java's own reader shows gray with transparency as linear light and needs the whole
 * picture in memory.
 */
final class PngPicture {
    private static final int GRAY = 0;
    private static final int COLOUR = 2;
    private static final int PALETTE = 3;
    private static final int GRAY_ALPHA = 4;
    private static final int COLOUR_ALPHA = 6;
    /** First column, first row, step of columns, step of rows. */
    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final PngChunks chunks;
    private final PixelCount size;
    private final int depth;
    private final int type;
    private final boolean interlaced;
    private final byte[] palette;
    private final byte[] transparency;

    PngPicture(byte[] file) throws UnfitPicture {
        chunks = new PngChunks(file);
        ByteBuffer header = chunks.header();
        size = new PixelCount(header.getInt() & 0xffffffffL, header.getInt() & 0xffffffffL);
        depth = header.get();
        type = header.get();
        int compression = header.get();
        int filter = header.get();
        int interlace = header.get();
        interlaced = interlace == 1;
        palette = chunks.bytes("PLTE").orElse(new byte[0]);
        transparency = chunks.bytes("tRNS").orElse(new byte[0]);
        boolean known =
                switch (type) {
                    case GRAY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                    case PALETTE -> palette.length >= 3 && (depth == 1 || depth == 2 || depth == 4 || depth == 8);
                    case COLOUR, GRAY_ALPHA, COLOUR_ALPHA -> depth == 8 || depth == 16;
                    default -> false;
                };
        if (!known || compression != 0 || filter != 0 || interlace > 1) {
            throw UnfitPicture.damaged();
        }
    }

    PixelCount size() {
        return size;
    }

    Samples read(int longest) throws IOException {
        int width = size.across();
        int height = size.down();
        Shrinking shrinking = new Shrinking(width, height, bands(), longest);
        Colours colours = chunks.colours(bands());
        try (InputStream rows = chunks.rows()) {
            for (int[] pass : interlaced ? ADAM7 : WHOLE) {
                read(rows, pass, shrinking);
            }
        } catch (EOFException e) {
            throw UnfitPicture.incomplete();
        }
        Optional<byte[]> exif = chunks.bytes("eXIf");
        return new Samples(shrinking, colours, exif.map(Orientation::of).orElse(Orientation.UPRIGHT));
    }

    private int bands() {
        return type == GRAY || type == GRAY_ALPHA ? 1 : 3;
    }

    private int channels() {
        return switch (type) {
            case COLOUR -> 3;
            case GRAY_ALPHA -> 2;
            case COLOUR_ALPHA -> 4;
            default -> 1;
        };
    }

    private void read(InputStream rows, int[] pass, Shrinking shrinking) throws IOException {
        int columns = Math.floorDiv(size.across() - pass[0] + pass[2] - 1, pass[2]);
        if (columns <= 0) {
            return;
        }
        int pixelBits = channels() * depth;
        byte[] before = new byte[(int) (((long) columns * pixelBits + 7) / 8)];
        byte[] row = new byte[before.length];
        byte[] shown = new byte[columns * bands()];
        for (int y = pass[1]; y < size.down(); y += pass[3]) {
            int filter = rows.read();
            if (filter < 0 || rows.readNBytes(row, 0, row.length) < row.length) {
                throw UnfitPicture.incomplete();
            }
            if (filter > 4) {
                throw UnfitPicture.damaged();
            }
            unfilter(filter, row, before, Math.max(1, pixelBits / 8));
            show(row, columns, shown);
            shrinking.add(y, pass[0], pass[2], columns, shown);
            if (!interlaced) {
                shrinking.passed(y);
            }
            byte[] spent = before;
            before = row;
            row = spent;
        }
    }

    /** PNG 9.2. */
    private static void unfilter(int filter, byte[] row, byte[] above, int pixel) {
        for (int i = 0; filter != 0 && i < row.length; i++) {
            int left = i < pixel ? 0 : row[i - pixel] & 0xff;
            int up = above[i] & 0xff;
            int corner = i < pixel ? 0 : above[i - pixel] & 0xff;
            int guess =
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        default -> paeth(left, up, corner);
                    };
            row[i] = (byte) (row[i] + guess);
        }
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    /** One byte a band, on white. */
    private void show(byte[] row, int columns, byte[] shown) throws UnfitPicture {
        int to = 0;
        for (int x = 0; x < columns; x++) {
            if (type == PALETTE) {
                int entry = sample(row, x);
                if (3 * entry + 2 >= palette.length) {
                    throw UnfitPicture.damaged();
                }
                int opacity = entry < transparency.length ? transparency[entry] & 0xff : 255;
                for (int band = 0; band < 3; band++) {
                    shown[to++] = onWhite(palette[3 * entry + band] & 0xff, opacity, 255);
                }
                continue;
            }
            int most = (1 << depth) - 1;
            int first = x * channels();
            int opacity = opacity(row, first, most);
            for (int band = 0; band < bands(); band++) {
                shown[to++] = onWhite(sample(row, first + band), opacity, most);
            }
        }
    }

    private int opacity(byte[] row, int first, int most) {
        if (type == GRAY_ALPHA || type == COLOUR_ALPHA) {
            return sample(row, first + bands());
        }
        if (transparency.length < 2 * bands()) {
            return most;
        }
        for (int band = 0; band < bands(); band++) {
            int clear = (((transparency[2 * band] & 0xff) << 8) | (transparency[2 * band + 1] & 0xff)) & most;
            if (sample(row, first + band) != clear) {
                return most;
            }
        }
        return 0;
    }

    private int sample(byte[] row, int index) {
        return switch (depth) {
            case 8 -> row[index] & 0xff;
            case 16 -> ((row[2 * index] & 0xff) << 8) | (row[2 * index + 1] & 0xff);
            default -> {
                int bit = index * depth;
                yield (row[bit / 8] >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
            }
        };
    }

    private static byte onWhite(int value, int opacity, int most) {
        long mixed = (long) value * opacity + (long) most * (most - opacity);
        return (byte) ((mixed * 255 + (long) most * most / 2) / ((long) most * most));
    }
}
