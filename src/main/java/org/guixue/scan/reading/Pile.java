package org.guixue.scan.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.guixue.instrument.photo.FileKind;

/**
 * A pile of sheets in one file: PDF, JPEG, PNG or TIFF, whatever its name says. One page at a time is decoded, each bounded in
 * memory and time, so that a pile is as safe to read as one page of it. Keeps nothing and changes nothing. For one thread.
 */
public final class Pile implements AutoCloseable {
    /** Pages of a pile at most. */
    public static final int MOST_PAGES = 1_000;

    private static final float QUALITY = 0.8f;
    private static final int HEAD = 4_096;

    private final Pages pages;
    private final String fileName;
    private final CodeReading reading = new CodeReading();

    private Pile(Pages pages, String fileName) {
        this.pages = pages;
        this.fileName = fileName;
    }

    /**
     * Opens a pile, of which nothing is decoded yet.
     *
     * @param fileName as the user knows it
     * @throws UnfitPile with a Chinese sentence that says what is wrong and what to do
     * @throws org.guixue.Unavailable where many read pictures just now
     */
    public static Pile open(Path file, String fileName) throws UnfitPile, IOException {
        Pages pages = pages(file, fileName);
        if (pages.count() < 1 || pages.count() > MOST_PAGES) {
            pages.close();
            throw pages.count() < 1
                    ? new UnfitPile(UnfitPile.Reason.EMPTY, "“%s”中没有一页，请重新扫描后上传".formatted(fileName))
                    : new UnfitPile(
                            UnfitPile.Reason.TOO_MANY_PAGES,
                            "“%s”有%d页，一次最多上传%d页，请分成几个文件上传".formatted(fileName, pages.count(), MOST_PAGES));
        }
        return new Pile(pages, fileName);
    }

    private static Pages pages(Path file, String fileName) throws UnfitPile, IOException {
        byte[] head;
        try (InputStream input = Files.newInputStream(file)) {
            head = input.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new UnfitPile(UnfitPile.Reason.EMPTY, "“%s”是空文件，没有内容，请重新选择".formatted(fileName));
        }
        FileKind kind = FileKind.of(head);
        if (kind == FileKind.UNKNOWN && new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            kind = FileKind.PDF;
        }
        return switch (kind) {
            case PDF -> new PdfPages(file, fileName);
            case JPEG, PNG -> new PicturePages(file, fileName);
            case TIFF -> new TiffPages(file, fileName);
            case UNKNOWN ->
                throw new UnfitPile(
                        UnfitPile.Reason.OTHER_KIND, "“%s”不是PDF、JPEG、PNG或TIFF文件，请上传扫描得到的PDF或图片".formatted(fileName));
            default ->
                throw new UnfitPile(
                        UnfitPile.Reason.OTHER_KIND,
                        "“%s”是%s，不是PDF、JPEG、PNG或TIFF，%s".formatted(fileName, kind.title(), kind.wayOut()));
        };
    }

    public int pages() {
        return pages.count();
    }

    /** Whether the file is a PDF that bears signatures, or may bear some, so that it must be kept byte for byte as a whole. */
    public boolean signed() {
        return pages.signed();
    }

    /** Whether it is a PDF with scripts in it, or that would start programs. */
    public boolean hasScripts() {
        return pages.scripts();
    }

    /** Whether other files lie in it. */
    public boolean hasFiles() {
        return pages.files();
    }

    /**
     * Reads a page: its codes, upright and straight.
     *
     * @param number from 1
     * @param otherwise quarter turns clockwise, for a page where no code of ours tells which way is up
     * @throws UnfitPage with a Chinese sentence that says what is wrong and what to do
     */
    public ScannedSheet page(int number, int otherwise) throws UnfitPage, IOException {
        if (number < 1 || number > pages.count()) {
            throw new IllegalArgumentException("expected a page of 1 to " + pages.count() + ", found: " + number);
        }
        try {
            return read(pages.picture(number), otherwise);
        } catch (UnfitPage e) {
            throw e.of("“%s”第%d页".formatted(fileName, number));
        }
    }

    private ScannedSheet read(BufferedImage picture, int otherwise) throws IOException {
        GrayPicture gray = GrayPicture.of(picture);
        boolean blank = Blankness.of(gray);
        List<FoundCode> found = blank ? List.of() : reading.read(gray);
        Straightening straightening = Straightening.by(found, otherwise);
        BufferedImage upright = straightening.of(picture);
        int width = upright.getWidth();
        int height = upright.getHeight();
        List<SeenCode> codes = found.stream()
                .map(code -> code.moved(straightening.move(picture.getWidth(), picture.getHeight()))
                        .in(width, height))
                .toList();
        return new ScannedSheet(
                jpeg(upright), width, height, straightening.turns(), straightening.degrees(), blank, codes);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
