package org.guixue.signing;

import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfConformance;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfDocumentInfo;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.validation.ValidationContainer;
import com.itextpdf.pdfa.PdfADefaultFontStrategy;
import com.itextpdf.pdfa.PdfADocument;
import com.itextpdf.pdfa.PdfAPageFactory;
import com.itextpdf.pdfa.checker.PdfAChecker;
import org.jspecify.annotations.Nullable;

/**
 * A document read to be written again with a seal. Its metadata, where they can be, are changed as text and keep their
 * object; where not, they are parsed and written anew, and objects that nothing names any more are not written.
 */
final class SealableDocument extends PdfDocument {
    /** Both are set before the constructor of this class begins, so they have no initial values here. */
    private @Nullable MetadataText metadata;

    private boolean metadataRead;

    SealableDocument(PdfReader reader, PdfWriter writer, StampingProperties properties) {
        super(reader, writer, properties);
        if (metadata() != null) {
            pdfConformance = new PdfConformance(PdfAConformance.PDF_A_3A, PdfUAConformance.PDF_UA_1);
        }
        if (getConformance().isPdfA()) {
            PdfAChecker checker = PdfADocument.getCorrectCheckerFromConformance(
                    getConformance().getAConformance());
            ValidationContainer checks = new ValidationContainer();
            checks.addChecker(checker);
            getDiContainer().register(ValidationContainer.class, checks);
            pdfPageFactory = new PdfAPageFactory(checker);
            defaultFontStrategy = new PdfADefaultFontStrategy(this);
        }
    }

    /** Null, as if there were none, where they are changed as text. */
    @Override
    public byte @Nullable [] getXmpMetadataBytes(boolean createNew) {
        return metadata() != null ? null : super.getXmpMetadataBytes(createNew);
    }

    /** Called on closing, when the document's information is complete. */
    @Override
    protected void updateXmpMetadata() {
        MetadataText text = metadata();
        PdfStream stream = metadataStream();
        if (text == null || stream == null) {
            super.updateXmpMetadata();
            return;
        }
        PdfDocumentInfo info = getDocumentInfo();
        String date = PdfDate.getW3CDate(info.getMoreInfo(PdfName.ModDate.getValue()));
        stream.setData(text.modified(date, info.getProducer()));
    }

    private @Nullable MetadataText metadata() {
        if (!metadataRead) {
            PdfStream stream = metadataStream();
            metadata =
                    stream == null ? null : MetadataText.read(stream.getBytes()).orElse(null);
            metadataRead = true;
        }
        return metadata;
    }

    private @Nullable PdfStream metadataStream() {
        return getCatalog().getPdfObject().getAsStream(PdfName.Metadata);
    }
}
