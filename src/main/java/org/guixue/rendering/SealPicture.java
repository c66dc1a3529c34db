package org.guixue.rendering;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** An office's seal by itself, for the screen. */
public final class SealPicture {
    private SealPicture() {}

    /**
     * The seal as PNG on white.
     *
     * @param width in pixels, 1 to 2,400
     * @throws IllegalArgumentException if the name has not 2 to 40 characters
     */
    public static byte[] png(SealDrawing drawing, String officeName, int width) throws IOException {
        float size = drawing.size();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfWriter(pdf))) {
            PdfCanvas canvas = new PdfCanvas(document.addNewPage(new PageSize(new Rectangle(size, size))));
            canvas.addXObjectAt(drawing.draw(document, officeName), 0, 0);
        }
        return PageImage.png(pdf.toByteArray(), 1, width);
    }
}
