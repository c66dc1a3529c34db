package org.guixue.instrument.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;

/**
 * A picture as papers take it: turned upright by its EXIF orientation, at most {@value #MAX_SIDE} pixels a side, opaque, in
 * sRGB, and encoded anew, so that no metadata (place, device, time) is left. JPEG stays JPEG, PNG stays PNG.
 */
public record UprightPicture(byte[] bytes, String mediaType, int width, int height) {
    public static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final int MAX_SIDE = 2000;
    private static final int SMALL_SIDE = 200;
    private static final float JPEG_QUALITY = 0.85f;

    /** @param fileName as the user knows it, for the message where the file is refused */
    public static UprightPicture of(byte[] file, String fileName) {
        return reading(file, fileName, MAX_SIDE, read -> encode(read.image(), read.jpeg() ? "jpeg" : "png"));
    }

    /** What the picture is, {@code image/jpeg} or {@code image/png}, where all of it is there. */
    public static String mediaTypeOf(byte[] file, String fileName) {
        return reading(file, fileName, SMALL_SIDE, read -> read.jpeg() ? "image/jpeg" : "image/png");
    }

    private interface Use<T> {
        T of(PictureReading.Read read) throws IOException;
    }

    private static <T> T reading(byte[] file, String fileName, int longest, Use<T> use) {
        if (file.length > MAX_BYTES) {
            throw new TooLarge("照片“%s”超过20MB，请压缩后重新上传".formatted(fileName));
        }
        try {
            return use.of(PictureReading.of(file, fileName, longest));
        } catch (UnfitPicture e) {
            throw new ValuesRefused("file", "“%s”%s".formatted(fileName, e.getMessage()));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ValuesRefused("file", "“%s”已损坏，不能读出画面，请从手机或相机中重新取一份完整的原图上传".formatted(fileName));
        }
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
