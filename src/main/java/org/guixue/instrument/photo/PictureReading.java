package org.guixue.instrument.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.guixue.TooLarge;
import org.guixue.Unavailable;

/**
 * Reads a JPEG or PNG as it is meant to be seen: in sRGB, on white, upright, and no larger than asked. At most
 * {@value #AT_ONCE} are read at once, each in some 100 MB at most; the next waits up to a minute.
 */
public final class PictureReading {
    private static final int AT_ONCE = 2;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final long MOST_PROGRESSIVE = 40_000_000;
    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);

    private PictureReading() {}

    /** A picture as read, and whether its file was a JPEG; it was a PNG otherwise. */
    public record Read(BufferedImage image, boolean jpeg) {}

    /**
     * Reads a picture.
     *
     * @param fileName as the user knows it
     * @param longest side of the result, in pixels
     * @throws UnfitPicture where it is none, or no whole one, or its colours cannot be known
     * @throws TooLarge where it has more pixels than are taken
     * @throws Unavailable where the others took longer than a minute
     */
    public static Read of(byte[] file, String fileName, int longest) throws IOException {
        FileKind kind = kind(file);
        await();
        try {
            return new Read(
                    (kind == FileKind.JPEG
                                    ? jpeg(file, fileName).read(longest)
                                    : png(file, fileName).read(longest))
                            .shown(),
                    kind == FileKind.JPEG);
        } finally {
            TURNS.release();
        }
    }

    /**
     * Refuses what {@link #of} would refuse without decoding it: another kind of file, too many pixels, parts that are missing.
     *
     * @throws UnfitPicture where it is none, or no whole one
     * @throws TooLarge where it has more pixels than are taken
     */
    public static void check(byte[] file, String fileName) throws UnfitPicture {
        if (kind(file) == FileKind.JPEG) {
            jpeg(file, fileName);
        } else {
            png(file, fileName);
        }
    }

    private static FileKind kind(byte[] file) throws UnfitPicture {
        FileKind kind = FileKind.of(file);
        if (file.length == 0) {
            throw new UnfitPicture("是空文件，没有内容，请重新选择");
        }
        if (kind != FileKind.JPEG && kind != FileKind.PNG) {
            throw kind.refusal();
        }
        return kind;
    }

    private static JpegPicture jpeg(byte[] file, String fileName) throws UnfitPicture {
        JpegPicture picture = new JpegPicture(file);
        if (picture.progressive()) {
            picture.size().atMost(MOST_PROGRESSIVE, fileName, "渐进式JPEG的");
        }
        picture.size().atMost(PixelCount.MOST, fileName, "");
        return picture;
    }

    private static PngPicture png(byte[] file, String fileName) throws UnfitPicture {
        PngPicture picture = new PngPicture(file);
        picture.size().atMost(PixelCount.MOST, fileName, "");
        return picture;
    }

    private static void await() {
        try {
            if (!TURNS.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("同时上传的照片太多，这张没有收下，请过几分钟再上传");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("服务正在停止，这张照片没有收下，请稍后再上传");
        }
    }
}
