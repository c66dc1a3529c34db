package org.guixue.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a glyph in fewer bytes (OpenType specification, "glyf"): neighbouring curves become one where that moves
 * the edge by no more than a few thousandths of the type size, and points lie on a grid. Printed at 12 pt with 600 dots per
 * inch that is half a dot. Widths and what a glyph means stay as they are.
 */
final class LeanOutline {
    private static final int THOUSAND = 1000;
    private static final int MOST_MERGED = 6;
    private static final int SAMPLES = 16;
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    /** A point; {@code on} the curve or controlling it. */
    record Point(double x, double y, boolean on) {
        Point middle(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2, true);
        }

        double to(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        Point snapped(int grid) {
            return new Point(grid * Math.round(x / grid), grid * Math.round(y / grid), on);
        }
    }

    /** A quadratic curve; a line is one whose control is in the middle. */
    private record Curve(Point from, Point control, Point to) {
        Point at(double t) {
            double u = 1 - t;
            return new Point(
                    u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                    u * u * from.y + 2 * u * t * control.y + t * t * to.y,
                    true);
        }

        double distance(Point point) {
            double least = Double.MAX_VALUE;
            for (int i = 0; i <= SAMPLES; i++) {
                least = Math.min(least, at((double) i / SAMPLES).to(point));
            }
            return least;
        }

        boolean flat(double tolerance) {
            return control.to(from.middle(to)) <= 2 * tolerance || offChord() <= 2 * tolerance;
        }

        private double offChord() {
            double length = from.to(to);
            double along = (control.x - from.x) * (to.x - from.x) + (control.y - from.y) * (to.y - from.y);
            if (length == 0 || along < 0 || along > length * length) {
                return Double.MAX_VALUE;
            }
            double across = (control.x - from.x) * (to.y - from.y) - (control.y - from.y) * (to.x - from.x);
            return Math.abs(across) / length;
        }
    }

    private final double tolerance;
    private final int grid;

    /** @param grid in thousandths of the type size */
    LeanOutline(int unitsPerEm, int grid) {
        this.grid = Math.max(1, grid * unitsPerEm / THOUSAND);
        this.tolerance = 0.625 * grid * unitsPerEm / THOUSAND;
    }

    /** The same glyph, leaner; a composite or an empty one as it is. */
    ByteBuffer of(ByteBuffer outline) {
        if (outline.remaining() < 10 || outline.getShort(0) <= 0) {
            return outline;
        }
        List<List<Point>> contours = new ArrayList<>();
        for (List<Point> contour : GlyphPoints.read(outline)) {
            List<Point> lean = lean(contour);
            if (lean.size() > 2) {
                contours.add(lean);
            }
        }
        ByteBuffer encoded = encoded(contours);
        return contours.isEmpty() || encoded.remaining() >= outline.remaining() ? outline : encoded;
    }

    private List<Point> lean(List<Point> contour) {
        List<Point> points = new ArrayList<>();
        for (Curve curve : merged(curves(contour))) {
            points.add(curve.from.snapped(grid));
            if (!curve.flat(tolerance / 2)) {
                points.add(new Point(curve.control.x, curve.control.y, false).snapped(grid));
            }
        }
        for (int i = points.size() - 1; i >= 0 && points.size() > 2; i--) {
            int n = points.size();
            if (spare(points.get((i + n - 1) % n), points.get(i % n), points.get((i + 1) % n))) {
                points.remove(i % n);
            }
        }
        return points;
    }

    /** Whether the middle one of three points changes nothing that can be seen. */
    private boolean spare(Point before, Point point, Point after) {
        if (!point.on) {
            return false;
        }
        if (!before.on && !after.on) {
            return before.middle(after).to(point) <= tolerance;
        }
        return before.on && (before.to(point) == 0 || (after.on && new Curve(before, point, after).flat(grid / 8.0)));
    }

    private static List<Curve> curves(List<Point> contour) {
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < contour.size(); i++) {
            Point point = contour.get(i);
            Point next = contour.get((i + 1) % contour.size());
            all.add(point);
            if (!point.on && !next.on) {
                all.add(point.middle(next));
            }
        }
        int start = 0;
        while (start < all.size() - 1 && !all.get(start).on) {
            start++;
        }
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < all.size(); ) {
            Point from = all.get((start + i) % all.size());
            Point next = all.get((start + i + 1) % all.size());
            Point to = next.on ? next : all.get((start + i + 2) % all.size());
            curves.add(new Curve(from, next.on ? from.middle(next) : next, to));
            i += next.on ? 1 : 2;
        }
        return curves;
    }

    private List<Curve> merged(List<Curve> curves) {
        List<Curve> merged = new ArrayList<>();
        for (int i = 0; i < curves.size(); ) {
            Curve best = curves.get(i);
            int next = i + 1;
            for (int last = i + 1; last < curves.size() && last - i < MOST_MERGED; last++) {
                Curve one = joined(curves.get(i), curves.get(last));
                if (one == null || !covers(one, curves.subList(i, last + 1))) {
                    break;
                }
                best = one;
                next = last + 1;
            }
            merged.add(best);
            i = next;
        }
        return merged;
    }

    /** One curve with the first one's start and the last one's end, in their directions; null where there is none. */
    private static @Nullable Curve joined(Curve first, Curve last) {
        double ax = first.control.x - first.from.x;
        double ay = first.control.y - first.from.y;
        double bx = last.control.x - last.to.x;
        double by = last.control.y - last.to.y;
        double wx = last.to.x - first.from.x;
        double wy = last.to.y - first.from.y;
        double cross = ax * by - ay * bx;
        if (Math.abs(cross) < 1e-6) {
            return null;
        }
        double along = (wx * by - wy * bx) / cross;
        double back = (wx * ay - wy * ax) / cross;
        return along <= 0 || back <= 0
                ? null
                : new Curve(
                        first.from, new Point(first.from.x + ax * along, first.from.y + ay * along, false), last.to);
    }

    private boolean covers(Curve one, List<Curve> curves) {
        for (Curve curve : curves) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                if (one.distance(curve.at(quarter / 4.0)) > tolerance) {
                    return false;
                }
            }
        }
        return true;
    }

    private static ByteBuffer encoded(List<List<Point>> contours) {
        ByteArrayOutputStream flags = new ByteArrayOutputStream();
        ByteArrayOutputStream across = new ByteArrayOutputStream();
        ByteArrayOutputStream up = new ByteArrayOutputStream();
        List<Integer> marks = new ArrayList<>();
        int x = 0;
        int y = 0;
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (List<Point> contour : contours) {
            for (Point point : contour) {
                int nextX = (int) point.x;
                int nextY = (int) point.y;
                marks.add((point.on ? ON_CURVE : 0)
                        | delta(nextX - x, SHORT_X, SAME_X, across)
                        | delta(nextY - y, SHORT_Y, SAME_Y, up));
                x = nextX;
                y = nextY;
                box[0] = Math.min(box[0], x);
                box[1] = Math.min(box[1], y);
                box[2] = Math.max(box[2], x);
                box[3] = Math.max(box[3], y);
            }
        }
        for (int i = 0; i < marks.size(); ) {
            int same = i + 1;
            while (same < marks.size() && same - i < 256 && marks.get(same).equals(marks.get(i))) {
                same++;
            }
            boolean repeated = same - i > 2;
            flags.write(marks.get(i) | (repeated ? REPEAT : 0));
            if (repeated) {
                flags.write(same - i - 1);
            }
            i = repeated ? same : i + 1;
        }
        ByteBuffer glyph = ByteBuffer.allocate(12 + 2 * contours.size() + flags.size() + across.size() + up.size());
        glyph.putShort((short) contours.size());
        for (int edge : box) {
            glyph.putShort((short) edge);
        }
        int end = -1;
        for (List<Point> contour : contours) {
            end += contour.size();
            glyph.putShort((short) end);
        }
        glyph.putShort((short) 0)
                .put(flags.toByteArray())
                .put(across.toByteArray())
                .put(up.toByteArray());
        return glyph.flip();
    }

    private static int delta(int delta, int isShort, int isSame, ByteArrayOutputStream into) {
        if (delta == 0) {
            return isSame;
        }
        if (Math.abs(delta) < 256) {
            into.write(Math.abs(delta));
            return isShort | (delta > 0 ? isSame : 0);
        }
        into.write(delta >> 8);
        into.write(delta);
        return 0;
    }
}
