package org.guixue.instrument;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;

/**
 * A picture as papers take it: turned upright by its EXIF orientation, at most {@value #MAX_SIDE} pixels a side, opaque, and
 * encoded anew, so that no metadata (place, device, time) is left. JPEG stays JPEG, PNG stays PNG.
 */
record UprightPicture(byte[] bytes, String mediaType, int width, int height) {
    static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final int MAX_SIDE = 2000;
    private static final long MAX_PIXELS = 120_000_000;
    private static final float JPEG_QUALITY = 0.85f;

    /** @param fileName as the user knows it, for the message where the file is refused */
    static UprightPicture of(byte[] file, String fileName) {
        if (file.length > MAX_BYTES) {
            throw new TooLarge("照片“%s”超过20MB，请压缩后重新上传".formatted(fileName));
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw refused(fileName);
            }
            ImageReader reader = readers.next();
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!format.equals("jpeg") && !format.equals("png")) {
                throw refused(fileName);
            }
            try {
                reader.setInput(input, true, true);
                return encode(upright(read(reader, fileName), orientation(file)), format);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused(fileName);
        }
    }

    private static ValuesRefused refused(String fileName) {
        return new ValuesRefused("file", "“%s”不是能够读取的JPEG或PNG图片，请换一张照片".formatted(fileName));
    }

    private static BufferedImage read(ImageReader reader, String fileName) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MAX_PIXELS) {
            throw new TooLarge("照片“%s”有%d×%d像素，超过上限，请缩小后重新上传".formatted(fileName, width, height));
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / (2L * MAX_SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    /** EXIF orientation 1 to 8; 1 where there is none. */
    private static int orientation(byte[] file) {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (ImageProcessingException | MetadataException | IOException e) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        boolean turned = orientation >= 5 && orientation <= 8;
        double scale = Math.min(1.0, (double) MAX_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage result =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform transform = orient(orientation, width, height);
        transform.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return result;
    }

    /** Maps a width × height picture to its upright place (EXIF 2.3, tag Orientation). */
    private static AffineTransform orient(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static UprightPicture encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new UprightPicture(bytes.toByteArray(), "image/" + format, image.getWidth(), image.getHeight());
    }
}
