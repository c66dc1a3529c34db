package org.guixue.signing;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A small unsealed notice, PDF/A-3a and PDF/UA-1, with an embedded {@code record.json}. */
final class SealablePaper {
    static final String RECORD = "{\"serial\":\"示教〔2026〕1号\"}";
    static final SealPlace PLACE = new SealPlace(1, 380, 120, 119, 119, "seal", "示范县教育局印章");
    private static final byte[] FONT = resource("/fonts/NotoSerifSC_400Regular.ttf");
    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private SealablePaper() {}

    static byte[] unsealed() {
        return unsealed(document -> {});
    }

    /** The notice after something more was done to it, before it is closed. */
    static byte[] unsealed(Consumer<PdfDocument> more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WriterProperties properties = new WriterProperties().addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1);
        try (PdfADocument pdf = new PdfADocument(
                        new PdfWriter(bytes, properties),
                        PdfAConformance.PDF_A_3A,
                        new PdfOutputIntent(
                                "Custom", "", "http://www.color.org", "sRGB", new ByteArrayInputStream(PROFILE)));
                Document layout = new Document(pdf, PageSize.A4)) {
            pdf.setTagged();
            pdf.getCatalog().setLang(new PdfString("zh-CN"));
            pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
            pdf.getDocumentInfo().setTitle("劝返复学通知书");
            PdfFont font = PdfFontFactory.createFont(
                    FONT, PdfEncodings.IDENTITY_H, PdfFontFactory.EmbeddingStrategy.PREFER_EMBEDDED);
            Paragraph title = new Paragraph("劝返复学通知书").setFont(font).setFontSize(18);
            title.getAccessibilityProperties().setRole("H1");
            layout.add(title);
            for (int i = 0; i < 12; i++) {
                layout.add(new Paragraph("张三家长：请自收到本通知书之日起七日内送被监护人返校就读。").setFont(font));
            }
            pdf.addAssociatedFile(
                    "record.json",
                    PdfFileSpec.createEmbeddedFileSpec(
                            pdf,
                            RECORD.getBytes(StandardCharsets.UTF_8),
                            "record.json",
                            "record.json",
                            new PdfName("application/json"),
                            null,
                            PdfName.Data));
            more.accept(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A red ring, in place of the real seal. */
    static PdfFormXObject ring(PdfDocument document) {
        PdfFormXObject form = new PdfFormXObject(new Rectangle(0, 0, 119, 119));
        new PdfCanvas(form, document)
                .setStrokeColor(new DeviceRgb(255, 0, 0))
                .setLineWidth(3)
                .circle(59.5, 59.5, 57)
                .stroke();
        return form;
    }

    private static byte[] resource(String name) {
        try (InputStream in = SealablePaper.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("expected on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
