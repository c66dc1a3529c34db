package org.guixue.instrument.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a picture is turned upright (EXIF 2.3, tag Orientation): 1 as it is, 2 to 8 turned and mirrored. */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    /** What an EXIF block (a TIFF header and its first directory) says; upright where it says nothing that can be read. */
    static Orientation of(byte[] exif) {
        if (exif.length < 8) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(exif);
        tiff.order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > exif.length) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > exif.length) {
                return UPRIGHT;
            }
            int at = (int) entry;
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                int value = tiff.getShort(at + 2) == SHORT ? tiff.getShort(at + 8) & 0xffff : tiff.getInt(at + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean turned() {
        return value >= 5;
    }

    /** Where the pixel (x, y) of a picture of width w and height h comes to lie, counted row by row. */
    int place(int x, int y, int w, int h) {
        return switch (value) {
            case 2 -> y * w + (w - 1 - x);
            case 3 -> (h - 1 - y) * w + (w - 1 - x);
            case 4 -> (h - 1 - y) * w + x;
            case 5 -> x * h + y;
            case 6 -> x * h + (h - 1 - y);
            case 7 -> (w - 1 - x) * h + (h - 1 - y);
            case 8 -> (w - 1 - x) * h + y;
            default -> y * w + x;
        };
    }
}
