package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.guixue.rendering.SheetCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger is told of files that are almost ours. */
class VerifyIT extends SystemIT {
    private static final int EVENLY = 80;
    private static final int AT_RANDOM = 40;
    private static final long SEED = 20261122;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--object-streams=generate",
                "--object-streams=generate --recompress-flate --compression-level=9",
                "--linearize",
                "--qdf --object-streams=disable"
            })
    void aFileSavedAgainIsAltered(String how, @TempDir Path folder) throws Exception {
        Path ours = Files.write(folder.resolve("ours.pdf"), aPaper());
        Path again = folder.resolve("again.pdf");
        List<String> command = new ArrayList<>(List.of("qpdf"));
        command.addAll(List.of(how.split(" ")));
        command.addAll(List.of(ours.toString(), again.toString()));
        Process qpdf = new ProcessBuilder(command).inheritIO().start();
        assertTrue(qpdf.waitFor(60, TimeUnit.SECONDS), "qpdf ends");
        assertVerdict("ALTERED", Files.readAllBytes(again));
    }

    @Test
    void aFileThatLostItsSealButKeepsItsCodeIsAltered() throws IOException {
        ByteArrayOutputStream stripped = new ByteArrayOutputStream();
        try (PDDocument paper = Loader.loadPDF(aPaper())) {
            paper.getDocumentCatalog().setAcroForm(null);
            paper.getDocumentCatalog().getCOSObject().removeItem(COSName.PERMS);
            for (PDPage page : paper.getPages()) {
                page.setAnnotations(List.of());
            }
            paper.save(stripped);
        }
        String text = stripped.toString(StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("/ByteRange") || text.contains("/v/"), "neither seal nor code lies open");
        assertVerdict("ALTERED", stripped.toByteArray());
    }

    @Test
    void aStrangersFileIsUnknown() throws IOException {
        String none = "0123456789abcdef".repeat(2);
        assertVerdict("UNKNOWN", strange("https://guixue.example/v/" + none));
        assertVerdict("UNKNOWN", strange("HTTPS://GUIXUE.EXAMPLE/V/" + new SheetCode(none, 1, 1).capitals()));
    }

    @Test
    void aStrangersFileWithACodeOfOursIsAlteredInBothSpellings() throws IOException {
        String token = token(aPaper());
        String capitals = "HTTPS://GUIXUE.EXAMPLE/V/" + new SheetCode(token, 1, 1).capitals();
        assertVerdict("ALTERED", strange("https://guixue.example/v/" + token + "?p=1&c=1"));
        assertVerdict("ALTERED", strange(capitals));
        assertVerdict("ALTERED", strange(capitals.toLowerCase(Locale.ROOT)));
        assertVerdict("UNKNOWN", strange(capitals.replace(".1.1", "A.1.1")));
    }

    private static byte[] strange(String title) throws IOException {
        ByteArrayOutputStream strange = new ByteArrayOutputStream();
        try (PDDocument paper = new PDDocument()) {
            PDPage page = new PDPage();
            paper.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(paper, page)) {
                content.addRect(10, 10, 100, 100);
                content.fill();
            }
            paper.getDocumentInformation().setTitle(title);
            paper.save(strange);
        }
        return strange.toByteArray();
    }

    private static String token(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            byte[] record = paper.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getValue("record.json")
                    .getEmbeddedFile()
                    .toByteArray();
            return new ObjectMapper().readTree(record).get("token").asText();
        }
    }

    @Test
    void oneByteChangedAnywhereIsAltered() {
        byte[] pdf = aPaper();
        Random random = new Random(SEED);
        for (int n = 0; n < EVENLY + AT_RANDOM; n++) {
            int place = n < EVENLY ? (int) ((long) n * (pdf.length - 1) / (EVENLY - 1)) : random.nextInt(pdf.length);
            int flip = 1 << random.nextInt(8);
            pdf[place] ^= (byte) flip;
            assertVerdict("ALTERED", pdf);
            pdf[place] ^= (byte) flip;
        }
        assertVerdict("AUTHENTIC", pdf);
    }

    private void assertVerdict(String expected, byte[] file) {
        JsonNode verdict = Client.stranger(at("/"))
                .upload("/api/verify", "paper.pdf", file)
                .expect(200)
                .json();
        assertEquals(expected, verdict.get("verdict").asText(), verdict::toString);
        assertEquals(expected.equals("AUTHENTIC"), verdict.has("serial"), "a stranger learns nothing else");
    }

    private byte[] aPaper() {
        Client clerk = new Client(at("/"), "clerk");
        JsonNode item = clerk.get("/api/search?kind=PERSUASION_NOTICE&state=ISSUED")
                .expect(200)
                .json()
                .at("/items/0");
        return clerk.get("/api/instruments/" + item.get("id") + "/pdf")
                .expect(200)
                .body();
    }
}
