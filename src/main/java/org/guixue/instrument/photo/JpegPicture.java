package org.guixue.instrument.photo;

import java.awt.Rectangle;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a JPEG strip by strip with Java's decoder, which gives the bare components; what they mean is found out here. A
 * stream that the decoder finds short or broken is refused, where it would fill the rest with gray.
 */
final class JpegPicture {
    private static final int STRIP_PIXELS = 12_000_000;

    private final JpegMarkers markers;

    JpegPicture(byte[] file) throws UnfitPicture {
        markers = new JpegMarkers(file);
    }

    PixelCount size() {
        return markers.size();
    }

    /** Whether it comes in several scans: such a one is decoded whole before its first row can be had. */
    boolean progressive() {
        return markers.scans() > 1;
    }

    Samples read(int longest) throws IOException {
        int bands = markers.components();
        Optional<byte[]> profile = markers.profile();
        boolean luminance = bands > 1 && markers.luminance();
        Colours colours = profile.isPresent()
                ? Colours.profiled(profile.get(), bands)
                : bands == 4 ? Colours.ink() : Colours.plain(bands);
        int width = size().across();
        int height = size().down();
        Shrinking shrinking = new Shrinking(width, height, bands, longest);
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (MemoryCacheImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(markers.bare()))) {
            reader.setInput(input, false, true);
            int rows = Math.max(1, STRIP_PIXELS / width);
            for (int y = 0; y < height; y += rows) {
                Rectangle strip = new Rectangle(0, y, width, Math.min(rows, height - y));
                add(strip(reader, strip), strip, luminance, shrinking);
                refuseBroken(warnings);
            }
        } finally {
            reader.dispose();
        }
        return new Samples(shrinking, colours, markers.orientation());
    }

    private static byte[] strip(ImageReader reader, Rectangle strip) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(strip);
        Raster raster = reader.readRaster(0, param);
        return ((DataBufferByte) raster.getDataBuffer()).getData();
    }

    private static void refuseBroken(List<String> warnings) throws UnfitPicture {
        for (String warning : warnings) {
            if (warning.contains("premature end")) {
                throw UnfitPicture.incomplete();
            }
            if (warning.contains("bad Huffman") || warning.contains("instead of RST")) {
                throw UnfitPicture.damaged();
            }
        }
    }

    private static void add(byte[] samples, Rectangle strip, boolean luminance, Shrinking shrinking) {
        int bands = shrinking.bands();
        byte[] row = new byte[strip.width * bands];
        for (int y = 0; y < strip.height; y++) {
            System.arraycopy(samples, y * row.length, row, 0, row.length);
            if (luminance) {
                toColour(row, bands);
            }
            if (bands == 4) {
                toInk(row);
            }
            shrinking.add(strip.y + y, 0, 1, strip.width, row);
            shrinking.passed(strip.y + y);
        }
    }

    /** JFIF 1.02, in libjpeg's integers. */
    private static void toColour(byte[] row, int bands) {
        for (int i = 0; i < row.length; i += bands) {
            int light = row[i] & 0xff;
            int blue = (row[i + 1] & 0xff) - 128;
            int red = (row[i + 2] & 0xff) - 128;
            row[i] = bounded(light + ((91881 * red + 32768) >> 16));
            row[i + 1] = bounded(light + ((-22554 * blue - 46802 * red + 32768) >> 16));
            row[i + 2] = bounded(light + ((116130 * blue + 32768) >> 16));
            if (bands == 4) {
                for (int band = 0; band < 3; band++) {
                    row[i + band] = (byte) ~row[i + band];
                }
            }
        }
    }

    /** Adobe writes 255 for no ink. */
    private static void toInk(byte[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) ~row[i];
        }
    }

    private static byte bounded(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
