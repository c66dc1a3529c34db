package org.guixue.rendering;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Papers in one file for the printer and nothing else: it proves nothing and is not kept. A seal is printed as a picture;
 * signatures, embedded files and tags are left behind. Each paper is written to the stream before the next one is read. For
 * one thread.
 */
public final class PrintRun {
    private static final float MM = 72 / 25.4f;
    private static final float MARGIN = 12 * MM;
    private static final float HEAD = 7 * MM;
    private static final float HEAD_SIZE = 9;

    private final PdfDocument pdf;
    private final PaperFonts embedded;
    private final boolean duplex;

    /** @param duplex whether both sides of a leaf are printed: then every paper starts on a front side */
    public PrintRun(Fonts fonts, OutputStream out, boolean duplex) {
        this.pdf = new PdfDocument(new PdfWriter(out, new WriterProperties().setFullCompressionMode(true)));
        this.embedded = new PaperFonts(fonts);
        this.duplex = duplex;
    }

    /**
     * Adds every page of a paper.
     *
     * @param head what stands in the upper margin of its first page, on the right; empty for nothing
     */
    public void add(byte[] paper, String head) {
        int before = pdf.getNumberOfPages();
        try (PdfDocument source = new PdfDocument(new PdfReader(new ByteArrayInputStream(paper)))) {
            source.getCatalog().remove(PdfName.AcroForm);
            for (int page = 1; page <= source.getNumberOfPages(); page++) {
                source.getPage(page).getAnnotations().forEach(Volume::leaveSignature);
            }
            source.copyPagesTo(1, source.getNumberOfPages(), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a paper of ours", e);
        }
        for (int page = before + 1; page <= pdf.getNumberOfPages(); page++) {
            flatten(pdf.getPage(page));
        }
        if (!head.isEmpty()) {
            head(pdf.getPage(before + 1), head);
        }
        if (duplex && (pdf.getNumberOfPages() - before) % 2 != 0) {
            pdf.addNewPage(new PageSize(pdf.getLastPage().getPageSize()));
        }
        for (int page = before + 1; page <= pdf.getNumberOfPages(); page++) {
            pdf.getPage(page).flush(true);
        }
    }

    /** Ends the file; the stream stays the caller's. */
    public void end() {
        pdf.close();
    }

    private void flatten(PdfPage page) {
        for (PdfAnnotation annotation : List.copyOf(page.getAnnotations())) {
            Rectangle place = annotation.getRectangle().toRectangle();
            boolean drawn = place.getWidth() > 0;
            if (annotation.getNormalAppearanceObject() instanceof PdfStream stream && drawn) {
                new PdfCanvas(page.newContentStreamAfter(), page.getResources(), pdf)
                        .addXObjectFittedIntoRectangle(new PdfFormXObject(stream), place);
            }
            page.removeAnnotation(annotation);
        }
    }

    private void head(PdfPage page, String text) {
        Rectangle size = page.getPageSize();
        float width = embedded.font(FontRole.SONG).getWidth(text, HEAD_SIZE);
        new PdfCanvas(page.newContentStreamAfter(), page.getResources(), pdf)
                .beginText()
                .setFontAndSize(embedded.font(FontRole.SONG), HEAD_SIZE)
                .moveText(size.getRight() - MARGIN - width, size.getTop() - HEAD)
                .showText(text)
                .endText();
    }
}
