package org.guixue.rendering;

import com.itextpdf.kernel.pdf.PdfDocument;

/** Leaves room for a signature in a paper that is drawn but not yet written, so that sealing need not write it again. */
@FunctionalInterface
public interface RoomForSignature {
    /**
     * Puts a signature field into the document.
     *
     * @param seal where the form has its first seal
     */
    void make(PdfDocument document, Impression seal);
}
