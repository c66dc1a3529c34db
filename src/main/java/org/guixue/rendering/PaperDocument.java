package org.guixue.rendering;

import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocumentInfo;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.validation.ValidationContainer;
import com.itextpdf.pdfa.PdfADocument;
import com.itextpdf.pdfa.checker.PdfA3Checker;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A PDF/A-3a document that writes its metadata (XMP) from a template, since all papers differ in seven values only. */
final class PaperDocument extends PdfADocument {
    private byte @Nullable [] metadata;

    PaperDocument(PdfWriter writer, PdfOutputIntent intent) {
        super(writer, PdfAConformance.PDF_A_3A, intent);
        ValidationContainer checks = new ValidationContainer();
        checks.addChecker(new Checker());
        getDiContainer().register(ValidationContainer.class, checks);
    }

    /** Called on closing, when the document's information is complete. */
    @Override
    protected void updateXmpMetadata() {
        PdfDocumentInfo info = getDocumentInfo();
        metadata = new Metadata(
                        info.getTitle(),
                        info.getAuthor(),
                        info.getSubject(),
                        info.getCreator(),
                        info.getProducer(),
                        info.getMoreInfo(PdfName.CreationDate.getValue()),
                        info.getMoreInfo(PdfName.ModDate.getValue()))
                .xmp()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] getXmpMetadataBytes(boolean createNew) {
        return metadata == null ? super.getXmpMetadataBytes(createNew) : metadata.clone();
    }

    /** Does not parse the pages again for operands beyond the limits: a line of text is far below them. */
    private static final class Checker extends PdfA3Checker {
        Checker() {
            super(PdfAConformance.PDF_A_3A);
        }

        /** A part of the structure tree holds our own short names and numbers; what it is a part of is checked. */
        @Override
        public void checkPdfObject(PdfObject object) {
            boolean structure = object instanceof PdfDictionary dictionary
                    && dictionary.containsKey(PdfName.S)
                    && dictionary.containsKey(PdfName.P)
                    && dictionary.containsKey(PdfName.K);
            if (!structure) {
                super.checkPdfObject(object);
            }
        }

        @Override
        protected void checkContentStream(PdfStream content) {
            // colours, fonts and states were checked as they were written
        }
    }
}
