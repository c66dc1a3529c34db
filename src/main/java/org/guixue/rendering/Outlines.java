package org.guixue.rendering;

import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Draws a character as a filled shape, for seals and marks: they are pictures of words, not text, so that they need no
 * embedded font and do not turn up when the paper's text is extracted.
 */
final class Outlines {
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private final Typeface font;
    private final PdfCanvas canvas;

    Outlines(Typeface font, PdfCanvas canvas) {
        this.font = font;
        this.canvas = canvas;
    }

    /** The advance in units of the type size. */
    float advance(int character) {
        return (float) font.tables().advance(glyph(character)) / font.tables().unitsPerEm();
    }

    /**
     * Fills a character's shape; {@code place} maps the em square (origin on the baseline) to the page. The shape is written
     * in whole units of the font, in few bytes.
     */
    void fill(int character, AffineTransform place) {
        AffineTransform scaled = new AffineTransform(place);
        double unit = 1.0 / font.tables().unitsPerEm();
        scaled.scale(unit, unit);
        double[] m = new double[6];
        scaled.getMatrix(m);
        canvas.saveState();
        canvas.getContentStream()
                .getOutputStream()
                .writeString(String.format(
                        Locale.ROOT, "%.6f %.6f %.6f %.6f %.3f %.3f cm\n", m[0], m[1], m[2], m[3], m[4], m[5]));
        addGlyph(glyph(character), new AffineTransform(), 0);
        canvas.fill().restoreState();
    }

    private int glyph(int character) {
        return font.getGlyph(character) == null ? 0 : font.getGlyph(character).getCode();
    }

    private void addGlyph(int glyph, AffineTransform place, int depth) {
        ByteBuffer outline = font.leanOutline(glyph);
        if (outline.remaining() < 10) {
            return;
        }
        if (outline.getShort(0) >= 0) {
            addSimple(outline, place);
        } else if (depth < 8) {
            addComposite(outline, place, depth);
        }
    }

    private void addComposite(ByteBuffer outline, AffineTransform place, int depth) {
        for (int at : Sfnt.components(outline)) {
            int flags = outline.getShort(at - 2);
            boolean words = (flags & 1) != 0;
            double dx = words ? outline.getShort(at + 2) : outline.get(at + 2);
            double dy = words ? outline.getShort(at + 4) : outline.get(at + 3);
            int scale = at + (words ? 6 : 4);
            double[] m = {1, 0, 0, 1};
            if ((flags & 8) != 0) {
                m = new double[] {fixed(outline, scale), 0, 0, fixed(outline, scale)};
            } else if ((flags & 0x40) != 0) {
                m = new double[] {fixed(outline, scale), 0, 0, fixed(outline, scale + 2)};
            } else if ((flags & 0x80) != 0) {
                m = new double[] {
                    fixed(outline, scale),
                    fixed(outline, scale + 2),
                    fixed(outline, scale + 4),
                    fixed(outline, scale + 6)
                };
            }
            AffineTransform part = new AffineTransform(place);
            part.concatenate(new AffineTransform(m[0], m[1], m[2], m[3], dx, dy));
            addGlyph(outline.getShort(at) & 0xffff, part, depth + 1);
        }
    }

    private static double fixed(ByteBuffer outline, int at) {
        return outline.getShort(at) / 16384.0;
    }

    private void addSimple(ByteBuffer outline, AffineTransform place) {
        int contours = outline.getShort(0);
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = outline.getShort(10 + 2 * i) & 0xffff;
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        int instructions = outline.getShort(10 + 2 * contours) & 0xffff;
        outline.position(12 + 2 * contours + instructions);
        byte[] flags = flags(outline, points);
        float[] xy = new float[2 * points];
        readCoordinates(outline, flags, SHORT_X, SAME_X, xy, 0);
        readCoordinates(outline, flags, SHORT_Y, SAME_Y, xy, 1);
        place.transform(xy, 0, xy, 0, points);
        int first = 0;
        for (int end : ends) {
            addContour(flags, xy, first, end - first + 1);
            first = end + 1;
        }
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

    private static void readCoordinates(
            ByteBuffer outline, byte[] flags, int isShort, int isSame, float[] xy, int offset) {
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int delta = outline.get() & 0xff;
                value += (flags[i] & isSame) != 0 ? delta : -delta;
            } else if ((flags[i] & isSame) == 0) {
                value += outline.getShort();
            }
            xy[2 * i + offset] = value;
        }
    }

    /** Quadratic splines with implied points between two control points become cubic curves. */
    private void addContour(byte[] flags, float[] xy, int first, int count) {
        if (count < 2) {
            return;
        }
        int start = first;
        while (start < first + count && (flags[start] & ON_CURVE) == 0) {
            start++;
        }
        boolean allControls = start == first + count;
        float x = allControls ? (xy[2 * first] + xy[2 * (first + count - 1)]) / 2 : xy[2 * start];
        float y = allControls ? (xy[2 * first + 1] + xy[2 * (first + count - 1) + 1]) / 2 : xy[2 * start + 1];
        float startX = x;
        float startY = y;
        int from = allControls ? 0 : start - first + 1;
        int steps = allControls ? count : count - 1;
        canvas.moveTo(x, y);
        for (int k = 0; k < steps; k++) {
            int point = first + (from + k) % count;
            float px = xy[2 * point];
            float py = xy[2 * point + 1];
            if ((flags[point] & ON_CURVE) != 0) {
                canvas.lineTo(px, py);
                x = px;
                y = py;
                continue;
            }
            boolean last = k == steps - 1;
            int next = first + (from + k + 1) % count;
            boolean nextOn = !last && (flags[next] & ON_CURVE) != 0;
            float endX = last ? startX : nextOn ? xy[2 * next] : (px + xy[2 * next]) / 2;
            float endY = last ? startY : nextOn ? xy[2 * next + 1] : (py + xy[2 * next + 1]) / 2;
            canvas.curveTo(
                    Math.round(x + (px - x) * 2 / 3),
                    Math.round(y + (py - y) * 2 / 3),
                    Math.round(endX + (px - endX) * 2 / 3),
                    Math.round(endY + (py - endY) * 2 / 3),
                    Math.round(endX),
                    Math.round(endY));
            x = endX;
            y = endY;
            if (nextOn) {
                k++;
            }
        }
        canvas.closePath();
    }
}
