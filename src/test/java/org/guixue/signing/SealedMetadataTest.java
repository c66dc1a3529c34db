package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.xmp.XMPConst;
import com.itextpdf.kernel.xmp.XMPMeta;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.guixue.rendering.ConformityCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sealed paper's information and its metadata say, whether these were changed as text or parsed. */
class SealedMetadataTest {
    @TempDir
    static Path folder;

    static County county;

    @BeforeAll
    static void found() throws Exception {
        county = County.copy(folder);
    }

    @Test
    void agreeWhereTheyWereChangedAsText() throws Exception {
        assertSealedWell(SealablePaper.unsealed(), true, "劝返复学通知书");
    }

    @Test
    void agreeWhereTheyWereParsed() throws Exception {
        String title = "xmp:ModifyDate=\"2026\"";
        assertSealedWell(
                SealablePaper.unsealed(document -> document.getDocumentInfo().setTitle(title)), false, title);
    }

    private static void assertSealedWell(byte[] unsealed, boolean plain, String title) throws Exception {
        try (PdfDocument document = open(unsealed)) {
            assertEquals(plain, MetadataText.read(stream(document).getBytes()).isPresent());
        }
        byte[] sealed = county.seal(unsealed);
        ConformityCheck.assertConforms(sealed);
        try (PdfDocument document = open(sealed)) {
            PdfDictionary info = Objects.requireNonNull(document.getTrailer().getAsDictionary(PdfName.Info));
            XMPMeta xmp = document.getXmpMetadata();
            assertEquals(
                    PdfDate.getW3CDate(text(info, PdfName.ModDate)),
                    xmp.getPropertyString(XMPConst.NS_XMP, "ModifyDate"));
            assertEquals(text(info, PdfName.Producer), xmp.getPropertyString(XMPConst.NS_PDF, "Producer"));
            assertEquals(title, text(info, PdfName.Title));
            assertEquals(
                    title,
                    xmp.getLocalizedText(XMPConst.NS_DC, "title", "x-default", "x-default")
                            .getValue());
            assertEquals(1, metadataObjects(document));
        }
    }

    private static int metadataObjects(PdfDocument document) {
        int found = 0;
        for (int number = 1; number < document.getNumberOfPdfObjects(); number++) {
            if (document.getPdfObject(number) instanceof PdfStream stream
                    && PdfName.Metadata.equals(stream.getAsName(PdfName.Type))) {
                found++;
            }
        }
        return found;
    }

    private static String text(PdfDictionary info, PdfName key) {
        return info.getAsString(key).toUnicodeString();
    }

    private static PdfStream stream(PdfDocument document) {
        return Objects.requireNonNull(document.getCatalog().getPdfObject().getAsStream(PdfName.Metadata));
    }

    private static PdfDocument open(byte[] pdf) throws Exception {
        return new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)));
    }
}
