package org.guixue.signing;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/** Draws the seal's picture. The form's box is laid over the seal's rectangle; PDF/A wants device-independent colours. */
@FunctionalInterface
public interface Appearance {
    /** A new form of {@code document}, called once per sealing. */
    PdfFormXObject draw(PdfDocument document);
}
