package org.guixue.rendering;

import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/**
 * Draws a character as a filled shape, for seals and marks: they are pictures of words, not text, so that they need no
 * embedded font and do not turn up when the paper's text is extracted.
 */
final class Outlines {
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
        for (List<LeanOutline.Point> contour : GlyphPoints.read(outline)) {
            float[] xy = new float[2 * contour.size()];
            for (int i = 0; i < contour.size(); i++) {
                xy[2 * i] = (float) contour.get(i).x();
                xy[2 * i + 1] = (float) contour.get(i).y();
            }
            place.transform(xy, 0, xy, 0, contour.size());
            addContour(contour, xy);
        }
    }

    /** Quadratic splines with implied points between two control points become cubic curves. */
    private void addContour(List<LeanOutline.Point> contour, float[] xy) {
        int count = contour.size();
        if (count < 2) {
            return;
        }
        int start = 0;
        while (start < count && !contour.get(start).on()) {
            start++;
        }
        boolean allControls = start == count;
        float x = allControls ? (xy[0] + xy[2 * (count - 1)]) / 2 : xy[2 * start];
        float y = allControls ? (xy[1] + xy[2 * (count - 1) + 1]) / 2 : xy[2 * start + 1];
        float startX = x;
        float startY = y;
        int from = allControls ? 0 : start + 1;
        int steps = allControls ? count : count - 1;
        canvas.moveTo(x, y);
        for (int k = 0; k < steps; k++) {
            int point = (from + k) % count;
            float px = xy[2 * point];
            float py = xy[2 * point + 1];
            if (contour.get(point).on()) {
                canvas.lineTo(px, py);
                x = px;
                y = py;
                continue;
            }
            boolean last = k == steps - 1;
            int next = (from + k + 1) % count;
            boolean nextOn = !last && contour.get(next).on();
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
