package org.guixue.scan.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How a page is brought upright: whole quarter turns, and what it is skewed besides, about its middle. The picture keeps its
 * size, or changes width and height; what a skewed page leaves free becomes white.
 *
 * @param turns quarter turns clockwise, 0 to 3
 * @param degrees clockwise, besides
 */
record Straightening(int turns, double degrees) {
    private static final double MOST = 15;
    /** Less is not seen, and costs sharpness. */
    private static final double LEAST = 0.15;

    /** As the codes of ours say; foreign ones may stand on a sticker that was put on askew. */
    static Straightening by(List<FoundCode> codes, int otherwise) {
        double x = 0;
        double y = 0;
        for (FoundCode code : codes) {
            if (code.ours()) {
                x += Math.cos(Math.toRadians(code.bearing()));
                y += Math.sin(Math.toRadians(code.bearing()));
            }
        }
        if (x == 0 && y == 0) {
            return new Straightening(Math.floorMod(otherwise, 4), 0);
        }
        double bearing = Math.toDegrees(Math.atan2(y, x));
        int quarters = (int) Math.round(bearing / 90);
        double skew = bearing - 90.0 * quarters;
        boolean worth = Math.abs(skew) >= LEAST && Math.abs(skew) <= MOST;
        return new Straightening(Math.floorMod(-quarters, 4), worth ? -skew : 0);
    }

    int width(int width, int height) {
        return turns % 2 == 0 ? width : height;
    }

    /** Where each place of a picture of that size comes to lie. */
    AffineTransform move(int width, int height) {
        AffineTransform move =
                AffineTransform.getTranslateInstance(width(width, height) / 2.0, width(height, width) / 2.0);
        move.rotate(Math.toRadians(degrees));
        move.quadrantRotate(turns);
        move.translate(-width / 2.0, -height / 2.0);
        return move;
    }

    BufferedImage of(BufferedImage image) {
        if (turns == 0 && degrees == 0) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage upright =
                new BufferedImage(width(width, height), width(height, width), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                degrees == 0
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, move(width, height), null);
        graphics.dispose();
        return upright;
    }
}
