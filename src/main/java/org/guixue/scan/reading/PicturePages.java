package org.guixue.scan.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guixue.TooLarge;
import org.guixue.instrument.photo.PictureReading;
import org.guixue.instrument.photo.UnfitPicture;

/** A JPEG or PNG: one page. */
final class PicturePages implements Pages {
    private static final long MOST_BYTES = 60L << 20;
    private static final int LONG_SIDE = 2600;

    private final Path file;
    private final String fileName;

    /** Looks at how large it is and how it is coded; decodes nothing yet. */
    PicturePages(Path file, String fileName) throws UnfitPile, IOException {
        this.file = file;
        this.fileName = fileName;
        if (Files.size(file) > MOST_BYTES) {
            throw new UnfitPile(
                    UnfitPile.Reason.TOO_LARGE, "图片“%s”超过60MB，请用200或300 dpi重新扫描，或缩小后重新上传".formatted(fileName));
        }
        try {
            PictureReading.check(Files.readAllBytes(file), fileName);
        } catch (TooLarge e) {
            throw new UnfitPile(UnfitPile.Reason.TOO_LARGE, e.getMessage());
        } catch (UnfitPicture e) {
            throw new UnfitPile(UnfitPile.Reason.DAMAGED, "“%s”%s".formatted(fileName, e.getMessage()));
        }
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public boolean signed() {
        return false;
    }

    @Override
    public BufferedImage picture(int page) throws UnfitPage, IOException {
        try {
            return PictureReading.of(Files.readAllBytes(file), fileName, LONG_SIDE)
                    .image();
        } catch (UnfitPicture e) {
            throw new UnfitPage(UnfitPage.Reason.DAMAGED, e.getMessage());
        }
    }

    @Override
    public void close() {}
}
