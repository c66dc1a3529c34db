package org.guixue.rendering;

import com.itextpdf.html2pdf.ConverterProperties;
import com.itextpdf.html2pdf.HtmlConverter;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfOutline;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfLinkAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.navigation.PdfExplicitDestination;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.pdf.tagutils.TagTreePointer;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.layout.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Binds papers into one volume: front pages set like any paper, then copies of sealed papers and pictures of scans. PDF/A-3a
 * and PDF/UA-1.
 *
 * <p>A copy is what the sealed paper shows and nothing more: the seal stays as a picture, signature and embedded files are
 * left behind. Every page bears its number in the volume in the upper margin, on the outer side (odd pages right, even
 * pages left, as a file's leaves are numbered: DA/T 22-2015), and what it is on the other.
 *
 * <p>Each paper is written to the stream before the next one is read. For one thread.
 */
public final class Volume {
    private static final float MM = 72 / 25.4f;
    private static final float MARGIN = 12 * MM;
    private static final float HEAD = 8 * MM;
    private static final float HEAD_SIZE = 9;
    private static final float LIGHT = 0.12f;

    private final PdfDocument pdf;
    private final PaperFonts embedded;
    private final Stamps stamps;
    private final About about;
    private final Map<String, List<PdfLinkAnnotation>> links = new HashMap<>();

    public Volume(Fonts fonts, About about, OutputStream out) {
        this.about = about;
        this.embedded = new PaperFonts(fonts);
        this.pdf = Renderer.open(out, about, false);
        this.stamps = new Stamps(pdf, fonts, embedded, new Spots());
        pdf.getCatalog().setPageMode(PdfName.UseOutlines);
    }

    /**
     * Sets the front pages, a cover and the contents from the second page on, before any copy is bound. A link with
     * {@code href="#anchor"} leads to the copy of that anchor, which must then be bound.
     *
     * @throws MissingGlyphException if the text has a character that no font can draw
     */
    public void front(String html, String cover, String contents) {
        ConverterProperties properties = new ConverterProperties()
                .setFontProvider(embedded)
                .setCssApplierFactory(new PaperCss(new Spots(), new Continuations()))
                .setResourceRetriever(new Pictures(Paper.of(html, about)));
        Document document = HtmlConverter.convertToDocument(html, pdf, properties);
        document.getRenderer().close();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            collectLinks(pdf.getPage(page));
            head(page, "卷宗副本");
        }
        bookmark(cover, 1);
        bookmark(contents, 2);
    }

    /**
     * Binds a copy of every page of a sealed paper.
     *
     * @param anchor what links in the front pages call it
     * @param bookmark what the outline calls it
     * @param mark what stands across each page
     * @param head what stands in the upper margin of each page beside its number
     */
    public void copy(byte[] sealed, String anchor, String bookmark, Mark mark, String head) {
        int before = pdf.getNumberOfPages();
        try (PdfDocument source = new PdfDocument(new PdfReader(new ByteArrayInputStream(sealed)))) {
            source.getCatalog().remove(PdfName.AcroForm);
            for (int page = 1; page <= source.getNumberOfPages(); page++) {
                source.getPage(page).getAnnotations().forEach(Volume::leaveSignature);
            }
            source.copyPagesTo(1, source.getNumberOfPages(), pdf);
            for (int page = before + 1; page <= pdf.getNumberOfPages(); page++) {
                flatten(pdf.getPage(page));
                stamps.mark(page, mark, LIGHT);
                head(page, head);
            }
            bookmark(bookmark, before + 1);
            lead(anchor, before + 1, bookmark);
            for (int page = before + 1; page <= pdf.getNumberOfPages(); page++) {
                pdf.getPage(page).flush(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("expected a sealed paper of ours", e);
        }
    }

    /**
     * Binds a picture of every page of a scan, for a scan need not be archival itself. A page that cannot be drawn is
     * replaced by one that says so.
     *
     * @param pages as {@link #pagesOf} counted them
     */
    public void scan(byte[] scan, int pages, String bookmark, Mark mark, String head) {
        int first = pdf.getNumberOfPages() + 1;
        for (int n = 1; n <= pages; n++) {
            new ScanPage(pdf, embedded).add(scan, n);
            int page = first + n - 1;
            stamps.mark(page, mark, LIGHT);
            head(page, head);
            if (n == 1) {
                bookmark(bookmark, page);
            }
            pdf.getPage(page).flush(true);
        }
    }

    /** How many pages {@link #scan} binds for a file: its own, or one that says that it cannot be read. */
    public static int pagesOf(byte[] scan) {
        try {
            return Math.max(1, PageCount.of(scan));
        } catch (UncheckedIOException e) {
            return 1;
        }
    }

    /** Ends the document; the stream stays the caller's. A volume that is not ended is no document that a reader opens. */
    public void end() {
        Renderer.describe(pdf, about);
        pdf.close();
    }

    /** So that neither the signature nor the field that held it is copied along with its picture. */
    static void leaveSignature(PdfAnnotation annotation) {
        PdfDictionary field = annotation.getPdfObject();
        List.of(PdfName.V, PdfName.Parent, PdfName.Lock, PdfName.SV).forEach(field::remove);
    }

    private void flatten(PdfPage page) {
        for (PdfAnnotation annotation : List.copyOf(page.getAnnotations())) {
            Rectangle place = annotation.getRectangle().toRectangle();
            PdfString name = annotation.getPdfObject().getAsString(PdfName.TU);
            PdfDictionary picture = annotation.getNormalAppearanceObject();
            page.removeAnnotation(annotation);
            if (picture instanceof PdfStream stream && place.getWidth() > 0) {
                draw(page, new PdfFormXObject(stream), place, name == null ? "印章" : name.toUnicodeString());
            }
        }
    }

    private void draw(PdfPage page, PdfFormXObject picture, Rectangle place, String name) {
        PdfCanvas canvas = new PdfCanvas(page.newContentStreamAfter(), page.getResources(), pdf);
        TagTreePointer figure = new TagTreePointer(pdf).setPageForTagging(page).addTag(StandardRoles.FIGURE);
        figure.getProperties().setAlternateDescription(name);
        canvas.openTag(figure.getTagReference());
        canvas.addXObjectFittedIntoRectangle(picture, place);
        canvas.closeTag();
    }

    private void head(int page, String mark) {
        Rectangle size = pdf.getPage(page).getPageSize();
        String number = "卷宗第" + page + "页";
        float top = size.getTop() - HEAD;
        float right = size.getRight() - MARGIN;
        boolean odd = page % 2 != 0;
        stamps.write(page, odd ? mark : number, MARGIN, top, HEAD_SIZE);
        String other = odd ? number : mark;
        stamps.write(page, other, right - embedded.font(FontRole.SONG).getWidth(other, HEAD_SIZE), top, HEAD_SIZE);
    }

    /** So that a reader's program goes through the links in the order of the text (PDF/UA-1, 7.18.3). */
    private void collectLinks(PdfPage page) {
        page.setTabOrder(PdfName.S);
        for (PdfAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PdfLinkAnnotation link && link.getAction() != null) {
                PdfString anchor = link.getAction().getAsString(PdfName.D);
                links.computeIfAbsent(anchor.toUnicodeString(), name -> new ArrayList<>())
                        .add(link);
            }
        }
    }

    private void lead(String anchor, int page, String words) {
        for (PdfLinkAnnotation link : links.getOrDefault(anchor, List.of())) {
            link.remove(PdfName.A);
            link.setDestination(PdfExplicitDestination.createFit(pdf.getPage(page)));
            link.setContents("转到第" + page + "页：" + words);
        }
    }

    private void bookmark(String text, int page) {
        PdfOutline outline = pdf.getOutlines(false).addOutline(text);
        outline.addDestination(PdfExplicitDestination.createFit(pdf.getPage(page)));
    }
}
