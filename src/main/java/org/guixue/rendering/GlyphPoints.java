package org.guixue.rendering;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the points of a simple glyph (OpenType specification, "glyf"), contour by contour. */
final class GlyphPoints {
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private GlyphPoints() {}

    static List<List<LeanOutline.Point>> read(ByteBuffer glyph) {
        ByteBuffer outline = glyph.duplicate();
        int contours = outline.getShort(0);
        if (contours == 0) {
            return List.of();
        }
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = outline.getShort(10 + 2 * i) & 0xffff;
        }
        int instructions = outline.getShort(10 + 2 * contours) & 0xffff;
        outline.position(12 + 2 * contours + instructions);
        byte[] flags = flags(outline, ends[contours - 1] + 1);
        int[] across = coordinates(outline, flags, SHORT_X, SAME_X);
        int[] up = coordinates(outline, flags, SHORT_Y, SAME_Y);
        List<List<LeanOutline.Point>> all = new ArrayList<>();
        int point = 0;
        for (int end : ends) {
            List<LeanOutline.Point> contour = new ArrayList<>();
            for (; point <= end; point++) {
                contour.add(new LeanOutline.Point(across[point], up[point], (flags[point] & ON_CURVE) != 0));
            }
            all.add(contour);
        }
        return all;
    }

    private static byte[] flags(ByteBuffer outline, int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = outline.get();
            if ((flags[i] & REPEAT) != 0) {
                int more = outline.get() & 0xff;
                for (int k = 0; k < more; k++, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        return flags;
    }

    private static int[] coordinates(ByteBuffer outline, byte[] flags, int isShort, int isSame) {
        int[] coordinates = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int delta = outline.get() & 0xff;
                value += (flags[i] & isSame) != 0 ? delta : -delta;
            } else if ((flags[i] & isSame) == 0) {
                value += outline.getShort();
            }
            coordinates[i] = value;
        }
        return coordinates;
    }
}
