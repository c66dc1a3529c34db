package org.guixue.instrument.photo;

import java.awt.image.BufferedImage;

/** A picture as its file holds it, made smaller, with what is needed to show it as meant. */
record Samples(Shrinking shrunk, Colours colours, Orientation orientation) {
    /** The picture in sRGB, upright. */
    BufferedImage shown() throws UnfitPicture {
        int width = shrunk.width();
        int height = shrunk.height();
        int[] rgb = colours.rgb(shrunk.result(), width, height);
        boolean turned = orientation.turned();
        BufferedImage image =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        int[] upright = rgb;
        if (!orientation.equals(Orientation.UPRIGHT)) {
            upright = new int[rgb.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    upright[orientation.place(x, y, width, height)] = rgb[y * width + x];
                }
            }
        }
        image.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), upright);
        return image;
    }
}
