package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.action.PdfAction;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.layer.PdfLayer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted, traced and read of a sealed paper, and what a stranger's file may cost. */
class SignatureCheckTest extends SealedSample {
    @Test
    void acceptsWhatWeSealed() {
        SignatureReport report = check.check(sealed);
        assertTrue(report.passed(), report.toString());
        assertEquals(9, report.checks().size());
    }

    @Test
    void aRevokedKeyIsJudgedByWhenTheFileCameToBeKnownAndNotByWhatItClaims(@TempDir Path elsewhere) throws IOException {
        County robbed = County.copy(elsewhere);
        byte[] before = robbed.seal(SealablePaper.unsealed());
        OfficeKey stolen = robbed.keys().key(County.OFFICE);
        robbed.authority().revoke(stolen.certificate());
        Anchor anchor = robbed.authority().anchor();
        Instant revokedAt = anchor.revokedAt(stolen.certificate()).orElseThrow();
        SealClaim backdated = new SealClaim("签发文书", "示范县", revokedAt.minusSeconds(3600));
        byte[] after = new Sealing(Optional.empty())
                .seal(SealablePaper.unsealed(), SealablePaper.PLACE, SealablePaper::ring, stolen, backdated);
        SignatureCheck now = new SignatureCheck(Set.of(anchor.certificate()), Optional.of(anchor.crl()));
        Instant validSince = stolen.certificate().getNotBefore().toInstant();
        assertTrue(now.check(before, validSince).passed() || !validSince.isBefore(revokedAt));
        assertFalse(now.check(after, revokedAt).passed());
        assertFalse(now.check(after, revokedAt.plusSeconds(60)).passed());
        assertTrue(now.sealedAfterRevocation(after, revokedAt));
        assertFalse(now.sealedAfterRevocation(before, revokedAt.minusSeconds(1)));
        assertTrue(now.embedded(after, "record.json", revokedAt.plusSeconds(1)).isEmpty());
    }

    @Test
    void readsTheRecordOfASealedPaperOnly() throws IOException {
        assertArrayEquals(
                SealablePaper.RECORD.getBytes(StandardCharsets.UTF_8),
                check.embedded(sealed, "record.json", Instant.now()).orElseThrow());
        assertTrue(check.embedded(sealed, "other.json", Instant.now()).isEmpty());
        assertTrue(check.embedded(SealablePaper.unsealed(), "record.json", Instant.now())
                .isEmpty());
    }

    @Test
    void refusesStrangersAuthorityWithTheSameNames(@TempDir Path elsewhere) throws IOException {
        byte[] forged = County.found(elsewhere).seal(SealablePaper.unsealed());
        assertRefused(forged);
        assertFalse(check.bearsTraceOfSeal(forged));
    }

    @Test
    void refusesWhatIsNoPaper() {
        assertRefused(new byte[0]);
        assertRefused("不是文书".getBytes(StandardCharsets.UTF_8));
        assertRefused(SealablePaper.unsealed());
        byte[] noise = new byte[5 * 1024 * 1024];
        new Random(11).nextBytes(noise);
        assertRefused(noise);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 9);
        assertRefused(noise);
    }

    @Test
    void refusesBombsInTime() {
        assertRefused(pdf("[".repeat(3_000_000)));
        assertRefused(pdf("<<".repeat(1_000_000)));
        assertRefused(pdf("1 0 obj <</Length 99999999999999>> stream\n"));
        assertRefused(pdf("/ByteRange [0 1 2 3] ".repeat(200_000)));
        assertRefused(pdf("/ByteRange ".repeat(400_000)));
        assertRefused(pdf("<30820102".repeat(500_000)));
        assertRefused(pdf("<" + "308200103082".repeat(700_000)));
        assertRefused(pdf("<" + "30800201".repeat(1_000_000)));
        assertRefused(wrapped("3080".repeat(15_000)));
        assertRefused(wrapped("30843fffffff".repeat(5_000)));
        assertRefused(wrapped("00".repeat(30_000)));
    }

    @Test
    void refusesFlateBombAndCyclicPagesOfAStranger(@TempDir Path elsewhere) throws IOException {
        County stranger = County.found(elsewhere);
        assertRefused(stranger.seal(SealablePaper.unsealed(SignatureCheckTest::addFlateBomb)));
        assertRefused(pdf("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Parent 2 0 R"
                + "/Count 1>>endobj trailer<</Root 1 0 R>>"));
    }

    @Test
    void refusesScriptEvenUnderOurSeal() {
        assertRefused(county.seal(plain(document -> document.getCatalog()
                .put(
                        PdfName.OpenAction,
                        PdfAction.createJavaScript("app.alert(1)").getPdfObject()))));
    }

    @Test
    void refusesHiddenLaunchActionEvenUnderOurSeal() {
        assertRefused(county.seal(plain(document -> {
            PdfDictionary action = new PdfDictionary();
            action.put(PdfName.S, PdfName.Launch);
            action.put(PdfName.F, new PdfString("calc.exe"));
            PdfArray nested = new PdfArray(action);
            document.getCatalog().put(new PdfName("GX_Extra"), nested.makeIndirect(document));
        })));
    }

    @Test
    void refusesLayersEvenUnderOurSeal() {
        assertRefused(county.seal(plain(document -> {
            PdfLayer layer = new PdfLayer("正文", document);
            new PdfCanvas(document.getFirstPage()).beginLayer(layer).endLayer();
        })));
    }

    @Test
    void sealsOneWholeFileEvenOfAnAppendedOne() {
        byte[] appended = appended(SealablePaper.unsealed(), document -> document.addNewPage());
        byte[] whole = county.seal(appended);
        SignatureReport report = check.check(whole);
        assertTrue(report.passed(), report.toString());
    }

    @Test
    void refusesClaimOutsideTheCertificatesLife() {
        SealClaim early = new SealClaim("签发文书", "示范县", Instant.parse("2019-01-01T00:00:00Z"));
        byte[] backdated = new Sealing(Optional.empty())
                .seal(
                        SealablePaper.unsealed(),
                        SealablePaper.PLACE,
                        SealablePaper::ring,
                        county.keys().key(County.OFFICE),
                        early);
        SignatureReport report = check.check(backdated);
        assertEquals(1, report.checks().stream().filter(c -> !c.passed()).count(), report.toString());
        assertFalse(report.passed());
    }

    @Test
    void tracesOurSealAndNobodyElses() throws IOException {
        assertTrue(check.bearsTraceOfSeal(sealed));
        assertFalse(check.bearsTraceOfSeal(SealablePaper.unsealed()));
        assertFalse(check.bearsTraceOfSeal(new byte[0]));
        Path sample = folder.resolve("passphrase");
        assertFalse(check.bearsTraceOfSeal(Files.readAllBytes(sample)));
    }

    private static byte[] plain(Consumer<PdfDocument> more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfWriter(bytes))) {
            document.addNewPage();
            more.accept(document);
        }
        return bytes.toByteArray();
    }

    private static void addFlateBomb(PdfDocument document) {
        PdfStream bomb = new PdfStream(new byte[50_000_000], 9);
        document.getCatalog().put(new PdfName("GX_Bomb"), bomb.makeIndirect(document));
    }

    private static byte[] pdf(String body) {
        return ("%PDF-1.7\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A file whose one range is right and whose signature is this hexadecimal text. */
    private static byte[] wrapped(String hex) {
        String head = "%PDF-1.7\n/ByteRange [0 ";
        int start = 100;
        int end = start + hex.length() + 2;
        String file = head + start + " " + end + " 10] ";
        return (file + " ".repeat(start - file.length()) + "<" + hex + ">" + "\n%%EOF\n   ")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
