package org.guixue.scan.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.rendering.ImageType;

/**
 * The pages of a PDF as they look. Only what is drawn is read: scripts, attachments and links are neither run nor kept. What
 * PDFBox buffers lies in temporary files.
 */
final class PdfPages implements Pages {
    private static final int A4_AT_200_DPI = 2339;
    private static final int A3_AT_200_DPI = 3308;
    private static final double DOTS_PER_POINT = 200 / 72.0;
    private static final float LONGEST_POINTS = 14_400;
    private static final float LEANEST = 20;
    private static final int TAIL = 4096;
    private static final long MOST_BYTES_HELD = 48_000_000;

    private final PDDocument document;
    private final boolean signed;

    PdfPages(Path file, String fileName) throws UnfitPile, IOException {
        String tail = tail(file);
        if (!tail.contains("%%EOF")) {
            throw damaged(fileName, "不完整（可能没有传完或没有存完）");
        }
        PdfBombs.refuse(file, fileName);
        try {
            document = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw encrypted(fileName);
        } catch (IOException | RuntimeException e) {
            throw tail.contains("/Encrypt") ? encrypted(fileName) : damaged(fileName, "已损坏，不能读取");
        }
        document.setResourceCache(new NoPicturesKept());
        signed = bearsSignatures(document);
    }

    private static UnfitPile encrypted(String fileName) {
        return new UnfitPile(
                UnfitPile.Reason.ENCRYPTED, "“%s”有打开密码，不能读取，请去掉密码（用密码打开后另存或“打印为PDF”）后重新上传".formatted(fileName));
    }

    private static UnfitPile damaged(String fileName, String how) {
        return new UnfitPile(
                UnfitPile.Reason.DAMAGED, "PDF文件“%s”%s，请重新扫描，或从扫描仪、电脑中重新取一份完整的文件上传".formatted(fileName, how));
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, read.length())];
            read.seek(read.length() - tail.length);
            read.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }

    /** A signature dictionary that is filled: an empty field is none yet. */
    private static boolean bearsSignatures(PDDocument document) {
        try {
            return !document.getSignatureDictionaries().isEmpty();
        } catch (RuntimeException e) {
            return true;
        }
    }

    @Override
    public int count() {
        return document.getNumberOfPages();
    }

    @Override
    public boolean signed() {
        return signed;
    }

    @Override
    public boolean scripts() {
        return ActiveContent.of(document.getDocument()).scripts();
    }

    @Override
    public boolean files() {
        return ActiveContent.of(document.getDocument()).files();
    }

    @Override
    public BufferedImage picture(int number) throws UnfitPage {
        try {
            PDPage page = document.getPage(number - 1);
            PageLoad load = PageLoad.of(page);
            float scale = scale(page, load.longest());
            return new PageDrawing(document, load.heaviest() > MOST_BYTES_HELD)
                    .renderImage(number - 1, scale, ImageType.RGB);
        } catch (PageDrawing.Stopped e) {
            throw e.reason();
        } catch (IOException | RuntimeException e) {
            throw UnfitPage.damaged();
        }
    }

    /** As sharp as its picture, or 200 dpi where it is sharper; of a page whose size is nonsense as many pixels as of A4. */
    private static float scale(PDPage page, long longestPicture) throws UnfitPage {
        PDRectangle box = page.getCropBox();
        float longer = Math.max(box.getWidth(), box.getHeight());
        float shorter = Math.min(box.getWidth(), box.getHeight());
        if (!(shorter >= 1) || longer > LONGEST_POINTS || longer / shorter > LEANEST) {
            throw UnfitPage.tooLarge(
                    "的页面尺寸不正常（%.0f×%.0f毫米）".formatted(box.getWidth() / 72 * 25.4, box.getHeight() / 72 * 25.4));
        }
        double wanted = Math.min(longer * DOTS_PER_POINT, A3_AT_200_DPI);
        double pixels =
                longestPicture > 0 ? Math.min((double) longestPicture, Math.max(wanted, A4_AT_200_DPI)) : wanted;
        return (float) (Math.max(pixels, wanted / 2) / longer);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** Each picture of a scan is drawn once. */
    private static final class NoPicturesKept extends DefaultResourceCache {
        @Override
        public void put(COSObject indirect, PDXObject object) {}
    }
}
