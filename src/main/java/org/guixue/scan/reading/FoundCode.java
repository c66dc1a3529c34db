package org.guixue.scan.reading;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * A code in the pixels of a picture.
 *
 * @param corners of the code itself, clockwise from the one that is top left when the code is upright
 */
record FoundCode(String text, List<Point2D> corners) {
    boolean ours() {
        return SeenCode.ours(text);
    }

    /** Degrees clockwise from upright, by its upper and its left edge. */
    double bearing() {
        Point2D corner = corners.get(0);
        Point2D right = corners.get(1);
        Point2D down = corners.get(3);
        double x = right.getX() - corner.getX() + (down.getY() - corner.getY());
        double y = right.getY() - corner.getY() - (down.getX() - corner.getX());
        return Math.toDegrees(Math.atan2(y, x));
    }

    FoundCode moved(AffineTransform move) {
        return new FoundCode(
                text,
                corners.stream().map(corner -> move.transform(corner, null)).toList());
    }

    /** Whether this is the other one, found anew: same text, same place. */
    boolean same(FoundCode other) {
        Point2D here = centre();
        return text.equals(other.text)
                && here.distance(other.centre()) < corners.get(0).distance(corners.get(2)) / 2;
    }

    private Point2D centre() {
        return new Point2D.Double(
                corners.stream().mapToDouble(Point2D::getX).average().orElseThrow(),
                corners.stream().mapToDouble(Point2D::getY).average().orElseThrow());
    }

    SeenCode in(int width, int height) {
        double[] across = corners.stream().mapToDouble(Point2D::getX).sorted().toArray();
        double[] down = corners.stream().mapToDouble(Point2D::getY).sorted().toArray();
        return new SeenCode(
                text,
                fraction(across[0], width),
                fraction(down[0], height),
                fraction(across[3], width),
                fraction(down[3], height));
    }

    private static double fraction(double place, int size) {
        return Math.max(0, Math.min(1, place / size));
    }
}
