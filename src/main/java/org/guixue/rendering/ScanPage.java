package org.guixue.rendering;

import com.itextpdf.io.image.ImageData;
import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.pdf.tagutils.TagTreePointer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Adds one page of a scan to a volume as a picture on A4, upright or lying as the scan is. For one thread. */
final class ScanPage {
    private static final Logger LOG = System.getLogger(ScanPage.class.getName());
    private static final int WIDTH_PIXELS = 1240;
    private static final float MM = 72 / 25.4f;
    private static final float MARGIN = 12 * MM;
    private static final float TEXT_SIZE = 14;

    private final PdfDocument pdf;
    private final PaperFonts fonts;

    ScanPage(PdfDocument pdf, PaperFonts fonts) {
        this.pdf = pdf;
        this.fonts = fonts;
    }

    void add(byte[] scan, int page) {
        Optional<ImageData> picture = picture(scan, page);
        boolean lies =
                picture.filter(image -> image.getWidth() > image.getHeight()).isPresent();
        PdfPage target = pdf.addNewPage(lies ? PageSize.A4.rotate() : PageSize.A4);
        Rectangle inside = target.getPageSize().applyMargins(MARGIN, MARGIN, MARGIN, MARGIN, false);
        PdfCanvas canvas = new PdfCanvas(target);
        TagTreePointer tag = new TagTreePointer(pdf).setPageForTagging(target);
        if (picture.isPresent()) {
            tag.addTag(StandardRoles.FIGURE).getProperties().setAlternateDescription("回收件的扫描图像，第" + page + "页");
            canvas.openTag(tag.getTagReference());
            canvas.addImageFittedIntoRectangle(picture.get(), fitted(picture.get(), inside), false);
        } else {
            tag.addTag(StandardRoles.P);
            canvas.openTag(tag.getTagReference());
            canvas.beginText()
                    .setFontAndSize(fonts.font(FontRole.SONG), TEXT_SIZE)
                    .moveText(inside.getLeft(), inside.getTop() - 3 * TEXT_SIZE)
                    .showText("这一页扫描件不能显示，文件本身存于电子档案。")
                    .endText();
        }
        canvas.closeTag();
    }

    private static Optional<ImageData> picture(byte[] scan, int page) {
        try {
            return Optional.of(ImageDataFactory.create(PageImage.jpeg(scan, page, WIDTH_PIXELS)));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "a page of a scan cannot be drawn and is replaced by a note", e);
            return Optional.empty();
        }
    }

    private static Rectangle fitted(ImageData image, Rectangle inside) {
        float scale = Math.min(inside.getWidth() / image.getWidth(), inside.getHeight() / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        return new Rectangle(
                inside.getX() + (inside.getWidth() - width) / 2,
                inside.getY() + (inside.getHeight() - height) / 2,
                width,
                height);
    }
}
