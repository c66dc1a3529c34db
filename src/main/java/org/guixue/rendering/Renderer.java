package org.guixue.rendering;

import com.itextpdf.html2pdf.ConverterProperties;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfDocumentInfo;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import com.itextpdf.layout.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;

/**
 * Makes the PDF of a paper: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file, tagged, in Chinese, with page
 * numbers, codes and embedded files, ready to be signed. It never sees the values and never fetches anything. One
 * instance serves all threads; a page takes some tens of milliseconds.
 */
public class Renderer {
    private static final int MOST_PARTS_IN_STREAMS = 800;
    private static final ZoneId PAPER_TIME = ZoneId.of("Asia/Shanghai");
    private static final byte[] SRGB = SrgbProfile.bytes();
    private static final int COMPRESSION = 6;

    private final Fonts fonts;
    private final SealDrawing seal;
    private final StyleSheets sheets = new StyleSheets();

    public Renderer(Fonts fonts) {
        this(fonts, new SealDrawing(fonts));
    }

    public Renderer(Fonts fonts, SealDrawing seal) {
        this.fonts = fonts;
        this.seal = seal;
    }

    /**
     * Renders a paper.
     *
     * @throws MissingGlyphException if the text has a character that no font can draw
     * @throws IllegalArgumentException if a picture is missing or is none
     */
    public Rendered render(Paper paper) {
        return render(paper, (document, seal) -> {});
    }

    /**
     * Renders a paper that will be signed.
     *
     * @param room asked once, when all is drawn; not asked when the form has no place for a seal
     * @throws MissingGlyphException if the text has a character that no font can draw
     * @throws IllegalArgumentException if a picture is missing or is none
     */
    public Rendered render(Paper paper, RoomForSignature room) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(128 * 1024);
        Spots spots = new Spots();
        Continuations continuations = new Continuations();
        PaperFonts embedded = new PaperFonts(fonts);
        Pictures pictures = new Pictures(paper);
        PdfDocument pdf = open(out, paper.about(), !isLong(paper.html()));
        PaperCss css = new PaperCss(spots, continuations);
        ConverterProperties properties = new ConverterProperties()
                .setFontProvider(embedded)
                .setCssApplierFactory(css)
                .setBaseUri(Pictures.BASE)
                .setResourceRetriever(pictures);
        Document document = HtmlLayout.of(Pictures.addressed(paper.html()), pdf, properties, css, sheets);
        pictures.refused().ifPresent(source -> {
            throw new IllegalArgumentException("expected a JPEG or PNG of this paper, found: " + source);
        });
        int firstSheet = continuations.appendTo(document);
        document.getRenderer().close();

        Stamps stamps = new Stamps(pdf, fonts, embedded, spots);
        stamps.numberPages();
        stamps.headContinuations(firstSheet, paper.about());
        stamps.numberTears(paper.about().subject());
        paper.verification().ifPresent(verification -> stamps.drawCodes(verification, PageMargins.of(paper.html())));
        List<Impression> seals = paper.sealText()
                .map(office -> stamps.placeSeals(seal, office))
                .orElseGet(() -> stamps.sealPlaces(seal.size()));
        stamps.mark(paper.mark());
        int pages = pdf.getNumberOfPages();
        paper.attachments()
                .forEach(attachment -> attach(pdf, attachment, paper.about().createdAt()));
        describe(pdf, paper.about());
        LeanStructure.of(pdf);
        seals.stream().findFirst().ifPresent(place -> room.make(pdf, place));
        pdf.close();
        return new Rendered(out.toByteArray(), pages, seals);
    }

    /** Of more parts than that iText lets go of some before its PDF/A check asks for them. */
    private static boolean isLong(String html) {
        int parts = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (at + 1 < html.length() && html.charAt(at + 1) != '/') {
                parts++;
            }
        }
        return parts > MOST_PARTS_IN_STREAMS;
    }

    /**
     * A new document, PDF/A-3a and PDF/UA-1, tagged, in Chinese.
     *
     * @param compact with objects in streams: smaller, but not for pages that are flushed before the end, where iText's
     *     PDF/A check and its object streams do not go together
     */
    static PdfDocument open(OutputStream out, About about, boolean compact) {
        WriterProperties properties = new WriterProperties()
                .addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1)
                .setFullCompressionMode(compact)
                .setCompressionLevel(COMPRESSION);
        PdfDocument pdf = new PaperDocument(
                new PdfWriter(out, properties),
                new PdfOutputIntent(
                        "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(SRGB)));
        pdf.setTagged();
        describe(pdf, about);
        pdf.getCatalog().setLang(new PdfString("zh-CN", PdfEncodings.UNICODE_BIG));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        return pdf;
    }

    static void describe(PdfDocument pdf, About about) {
        PdfDocumentInfo info = pdf.getDocumentInfo();
        info.setTitle(about.title()).setAuthor(about.author()).setSubject(about.subject());
        info.setCreator("Guixue");
        info.setMoreInfo(PdfName.CreationDate.getValue(), date(about.createdAt()));
    }

    private static String date(Instant instant) {
        return new PdfDate(GregorianCalendar.from(instant.atZone(PAPER_TIME)))
                .getPdfObject()
                .getValue();
    }

    private static void attach(PdfDocument pdf, Attachment attachment, Instant createdAt) {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.ModDate, new PdfString(date(createdAt)));
        PdfFileSpec file = PdfFileSpec.createEmbeddedFileSpec(
                pdf,
                attachment.bytes(),
                attachment.description(),
                attachment.name(),
                new PdfName(attachment.mediaType()),
                parameters,
                new PdfName(attachment.relationship().pdfName()));
        pdf.addAssociatedFile(attachment.name(), file);
    }
}
