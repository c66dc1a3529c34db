package org.guixue.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Counts the pages of a PDF of ours; not for hostile files. */
public final class PageCount {
    private PageCount() {}

    public static int of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException("expected a PDF of ours", e);
        }
    }
}
