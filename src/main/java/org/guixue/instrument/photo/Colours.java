package org.guixue.instrument.photo;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What the numbers of a picture mean: gray, RGB or ink, and how they become sRGB. */
interface Colours {
    /** sRGB, one {@code int} a pixel, from one byte a band. */
    int[] rgb(byte[] samples, int width, int height) throws UnfitPicture;

    /** Gray or RGB that is sRGB already. */
    static Colours plain(int bands) {
        return bands == 1 ? Colours::gray : Colours::packed;
    }

    private static int[] gray(byte[] samples, int width, int height) {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (samples[i] & 0xff) * 0x10101;
        }
        return rgb;
    }

    private static int[] packed(byte[] samples, int width, int height) {
        int[] rgb = new int[width * height];
        for (int i = 0, from = 0; i < rgb.length; i++, from += 3) {
            rgb[i] = ((samples[from] & 0xff) << 16) | ((samples[from + 1] & 0xff) << 8) | (samples[from + 2] & 0xff);
        }
        return rgb;
    }

    /** Cyan, magenta, yellow and black, 255 for full ink, of no known press: as browsers show it. */
    static Colours ink() {
        return (samples, width, height) -> {
            int[] rgb = new int[width * height];
            for (int i = 0, from = 0; i < rgb.length; i++, from += 4) {
                int light = 255 - (samples[from + 3] & 0xff);
                int packed = 0;
                for (int band = 0; band < 3; band++) {
                    packed = (packed << 8) | ((255 - (samples[from + band] & 0xff)) * light + 127) / 255;
                }
                rgb[i] = packed;
            }
            return rgb;
        };
    }

    /**
     * By an embedded profile.
     *
     * @throws UnfitPicture where it cannot be read, or is for another number of bands
     */
    static Colours profiled(byte[] profile, int bands) throws UnfitPicture {
        ICC_Profile embedded;
        try {
            embedded = ICC_Profile.getInstance(whole(profile));
        } catch (IllegalArgumentException e) {
            throw UnfitPicture.profiled("已损坏");
        }
        if (embedded.getNumComponents() != bands) {
            throw UnfitPicture.profiled("是%d个颜色分量的，与图片的%d个分量不符".formatted(embedded.getNumComponents(), bands));
        }
        ICC_Profile[] way = {embedded, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        return (samples, width, height) -> converted(new ColorConvertOp(way, null), samples, width, height, bands);
    }

    /** The profile as long as its header says (ICC.1, 7.2.2). */
    private static byte[] whole(byte[] profile) {
        int size = profile.length < 128 ? -1 : ByteBuffer.wrap(profile).getInt();
        if (size < 128 || size > profile.length) {
            throw new IllegalArgumentException("expected a profile of at least " + size + " bytes");
        }
        return Arrays.copyOf(profile, size);
    }

    private static int[] converted(ColorConvertOp way, byte[] samples, int width, int height, int bands)
            throws UnfitPicture {
        int[] offsets = {0, 1, 2, 3};
        WritableRaster from = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                width,
                height,
                width * bands,
                bands,
                Arrays.copyOf(offsets, bands),
                null);
        byte[] shown = new byte[width * height * 3];
        WritableRaster to = Raster.createInterleavedRaster(
                new DataBufferByte(shown, shown.length), width, height, width * 3, 3, Arrays.copyOf(offsets, 3), null);
        try {
            way.filter(from, to);
        } catch (CMMException | ProfileDataException | IllegalArgumentException e) {
            throw UnfitPicture.profiled("已损坏");
        }
        return packed(shown, width, height);
    }
}
