package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.forms.fields.TextFormFieldBuilder;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.signatures.BouncyCastleDigest;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.PrivateKeySignature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was changed in a sealed paper, or added to it later, is refused and still traced to its seal. */
class ChangedPapersTest extends SealedSample {
    @Test
    void refusesAnyFlippedBit() {
        SignedRange range = SignedRange.in(sealed).get(0);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            int inSignature = range.gapStart() + random.nextInt(range.gapEnd() - range.gapStart());
            assertFlippedIsRefused(inSignature, 1 << random.nextInt(8), seed);
            assertFlippedIsRefused(random.nextInt(sealed.length), 1 << random.nextInt(8), seed);
        }
        for (int at = 0; at < 200; at++) {
            assertFlippedIsRefused(at, 1, seed);
            assertFlippedIsRefused(range.gapStart() + at, 1, seed);
            assertFlippedIsRefused(range.gapEnd() - 1 - at, 1, seed);
            assertFlippedIsRefused(sealed.length - 1 - at, 1, seed);
        }
    }

    private static void assertFlippedIsRefused(int at, int bits, long seed) {
        byte[] flipped = sealed.clone();
        flipped[at] ^= (byte) bits;
        assertFalse(check.check(flipped).passed(), "byte " + at + " with " + bits + ", seed " + seed);
    }

    @Test
    void refusesUpperCaseDigitsInTheSignature() {
        SignedRange range = SignedRange.in(sealed).get(0);
        byte[] changed = sealed.clone();
        for (int at = range.gapStart(); at < range.gapEnd(); at++) {
            changed[at] = (byte) Character.toUpperCase(changed[at]);
        }
        assertRefused(changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "%%EOF\n", "\0", "%PDF-1.7\n"})
    void refusesWhatFollows(String tail) {
        byte[] more = tail.getBytes(StandardCharsets.US_ASCII);
        byte[] longer = Arrays.copyOf(sealed, sealed.length + more.length);
        System.arraycopy(more, 0, longer, sealed.length, more.length);
        assertRefusedButTraced(longer);
    }

    @Test
    void refusesAnnotationAddedLater() {
        assertRefusedButTraced(updated(document -> document.getFirstPage()
                .addAnnotation(new PdfTextAnnotation(new Rectangle(10, 10, 20, 20)).setContents("已作废"))));
    }

    @Test
    void refusesFieldAddedLater() {
        assertRefusedButTraced(updated(ChangedPapersTest::addField));
    }

    @Test
    void refusesPageAddedLater() {
        assertRefusedButTraced(updated(document -> document.addNewPage()));
    }

    @Test
    void refusesShadowThatHidesWithALaterDrawing() {
        assertRefusedButTraced(updated(document ->
                new PdfCanvas(document.getFirstPage()).rectangle(0, 0, 600, 800).fill()));
    }

    @Test
    void refusesShadowThatReplacesContentLater() {
        assertRefusedButTraced(updated(document -> {
            PdfStream content = document.getFirstPage().getContentStream(0);
            content.setData("q Q".getBytes(StandardCharsets.US_ASCII));
            content.setModified();
        }));
    }

    @Test
    void refusesSecondSealOverTheFirst() throws Exception {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        PdfSigner signer = new PdfSigner(
                new PdfReader(new ByteArrayInputStream(sealed)), twice, new StampingProperties().useAppendMode());
        OfficeKey key = county.keys().key(County.OFFICE);
        signer.signDetached(
                new BouncyCastleDigest(),
                new PrivateKeySignature(key.privateKey(), "SHA-256", null),
                key.chain().toArray(Certificate[]::new),
                null,
                null,
                null,
                0,
                PdfSigner.CryptoStandard.CADES);
        assertRefusedButTraced(twice.toByteArray());
    }

    @Test
    void refusesSignatureWrappedAroundOtherContent() {
        SignedRange range = SignedRange.in(sealed).get(0);
        String gap = "/ByteRange [0 %d %d %d ]";
        String old = gap.formatted(range.gapStart(), range.gapEnd(), range.tail());
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(old));
        int inserted = 5000;
        String filling = "%" + "x".repeat(inserted - 1);
        for (int[] moved : new int[][] {
            {range.gapStart(), range.gapEnd() + inserted, range.tail()},
            {range.gapStart(), range.gapEnd(), range.tail() + inserted},
            {range.gapStart(), range.gapEnd(), range.tail()}
        }) {
            String wrapped = text.substring(0, range.gapEnd()) + filling + text.substring(range.gapEnd());
            byte[] file = wrapped.replace(old, gap.formatted(moved[0], moved[1], moved[2]))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertRefusedButTraced(file);
        }
    }

    @Test
    void refusesSignatureOfAnotherPaper() {
        byte[] other = county.seal(
                SealablePaper.unsealed(document -> document.getDocumentInfo().setAuthor("别的文书")));
        SignedRange from = SignedRange.in(other).get(0);
        SignedRange to = SignedRange.in(sealed).get(0);
        assertEquals(from.gapEnd() - from.gapStart(), to.gapEnd() - to.gapStart());
        byte[] moved = sealed.clone();
        System.arraycopy(other, from.gapStart(), moved, to.gapStart(), to.gapEnd() - to.gapStart());
        assertRefusedButTraced(moved);
    }

    @Test
    void refusesTruncatedFiles() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            assertRefused(Arrays.copyOf(sealed, random.nextInt(sealed.length)));
        }
        assertRefused(Arrays.copyOf(sealed, sealed.length - 1));
    }

    private static void assertRefusedButTraced(byte[] file) {
        assertRefused(file);
        assertTrue(check.bearsTraceOfSeal(file));
    }

    private static byte[] updated(Consumer<PdfDocument> change) {
        return appended(sealed, change);
    }

    private static void addField(PdfDocument document) {
        PdfFormCreator.getAcroForm(document, true)
                .addField(new TextFormFieldBuilder(document, "amount")
                        .setWidgetRectangle(new Rectangle(50, 50, 100, 20))
                        .createText());
    }
}
