package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.Sha256;
import org.guixue.rendering.ConformityCheck;
import org.guixue.signing.DssCheck;
import org.guixue.signing.PopplerCheck;
import org.guixue.signing.QpdfCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The thread over HTTP: a form is filled, issued, sealed, archived, found and verified. */
class ThreadIT extends SystemIT {
    private Client clerk;
    private Client inspector;

    @BeforeEach
    void connect() {
        clerk = new Client(at("/"), "clerk");
        inspector = new Client(at("/"), "inspector");
    }

    @TestFactory
    Stream<DynamicTest> eachFormIsIssuedSealedArchivedAndFound() {
        return Stream.of("notice", "homeVisit", "registration", "agreement")
                .map(name -> DynamicTest.dynamicTest(name, () -> checkThread(order(name))));
    }

    private Map<String, Object> order(String name) {
        return switch (name) {
            case "notice" -> Orders.notice(aStudent());
            case "homeVisit" -> Orders.homeVisit(aStudent());
            case "registration" -> Orders.registration(clerk.demoCase());
            default ->
                Orders.agreement(
                        clerk.get("/api/offices").json().get(0).get("id").asLong());
        };
    }

    private void checkThread(Map<String, Object> order) throws Exception {
        JsonNode issued = clerk.post("/api/instruments", order).expect(201).json();
        assertEquals("ISSUED", issued.get("state").asText());
        assertTrue(issued.get("serial").asText().matches("东小.〔2026〕[1-9]\\d*号"), issued.toString());
        byte[] pdf = clerk.get("/api/instruments/" + issued.get("id") + "/pdf")
                .expect(200)
                .body();
        assertEquals(issued.get("sha256").asText(), Sha256.of(pdf).hex());

        ConformityCheck.assertConforms(pdf);
        DssCheck.assertTotalPassed(pdf, SignatureLevel.PAdES_BASELINE_B, authority());
        PopplerCheck.assertValidAndTotal(pdf);
        QpdfCheck.assertClean(pdf);

        Path archived = archivedFile(issued.get("archivalNumber").asText());
        assertArrayEquals(Files.readAllBytes(archived), pdf);
        JsonNode found = inspector
                .get("/api/search?q="
                        + encode(issued.get("serial").asText().replace('〔', '[').replace('〕', ']')))
                .json();
        assertEquals(issued.get("id").asLong(), found.at("/items/0/id").asLong(), found.toString());

        JsonNode verdict = Client.stranger(at("/"))
                .upload("/api/verify", "paper.pdf", pdf)
                .expect(200)
                .json();
        assertEquals("AUTHENTIC", verdict.get("verdict").asText());
        assertEquals(issued.get("serial").asText(), verdict.get("serial").asText());
        for (int position : new int[] {0, 5, pdf.length / 3, pdf.length / 2, pdf.length - 2}) {
            byte[] changed = pdf.clone();
            changed[position] ^= 1;
            JsonNode other = Client.stranger(at("/"))
                    .upload("/api/verify", "paper.pdf", changed)
                    .json();
            assertNotEquals("AUTHENTIC", other.get("verdict").asText());
            assertFalse(other.has("serial"), "a stranger learns nothing");
        }
        byte[] png = clerk.get("/api/instruments/" + issued.get("id") + "/page/1.png")
                .expect(200)
                .body();
        assertTrue(ImageIO.read(new ByteArrayInputStream(png)).getWidth() > 800);
    }

    @Test
    void aBlankBearsTheNamesOfTheCountyAndNotOfThatItsFormComesFrom() throws IOException {
        byte[] pdf = clerk.get("/api/forms/haikou/home-visit-record/blank.pdf")
                .expect(200)
                .body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("示范县教育局"), text);
            assertFalse(text.contains("海口"), text);
        }
    }

    @Test
    void theSameKeyIsTheSameInstrumentAndAnotherBodyIsAConflict() {
        long student = aStudent();
        String key = UUID.randomUUID().toString();
        JsonNode first = clerk.post("/api/instruments", Orders.notice(student), "Idempotency-Key", key)
                .expect(201)
                .json();
        JsonNode second = clerk.post("/api/instruments", Orders.notice(student), "Idempotency-Key", key)
                .expect(201)
                .json();
        assertEquals(first, second);
        clerk.post("/api/instruments", Orders.homeVisit(student), "Idempotency-Key", key)
                .expect(409);
    }

    @Test
    void outOfScopeIsNotFoundAndNeverCounted() {
        Client other = new Client(at("/"), "clerk2");
        long student = aStudent();
        JsonNode issued = clerk.post("/api/instruments", Orders.notice(student))
                .expect(201)
                .json();
        other.get("/api/students/" + student).expect(404);
        other.get("/api/instruments/" + issued.get("id")).expect(404);
        other.get("/api/instruments/" + issued.get("id") + "/pdf").expect(404);
        other.post("/api/instruments", Orders.notice(student)).expect(404);
        JsonNode found = other.get(
                        "/api/search?q=" + encode(issued.get("serial").asText()))
                .json();
        assertEquals(0, found.get("total").asInt(), found.toString());
        inspector.post("/api/instruments", Orders.notice(student)).expect(403);
    }

    @Test
    void picturesAreUprightWithoutMetadataAndOthersAreRefusedByName() throws IOException {
        JsonNode refused = clerk.upload("/api/photos", "成绩单.jpg", "not a picture".getBytes(StandardCharsets.UTF_8))
                .expect(422)
                .json();
        assertTrue(refused.toString().contains("成绩单.jpg"), refused.toString());
        clerk.upload("/api/photos", "太大.jpg", new byte[21 * 1024 * 1024]).expect(413);
    }

    @Test
    void bagsPassSha256sumAndTheTrailHolds() throws Exception {
        clerk.post("/api/instruments", Orders.notice(aStudent())).expect(201);
        Path records = home().resolve("records");
        try (Stream<Path> files = Files.walk(records)) {
            for (Path manifest :
                    files.filter(file -> file.endsWith("manifest-sha256.txt")).toList()) {
                Process check = new ProcessBuilder("sha256sum", "-c", "--strict", "--quiet", "manifest-sha256.txt")
                        .directory(manifest.getParent().toFile())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, check.waitFor(), said);
            }
        }
        Client bureau = new Client(at("/"), "bureau");
        assertTrue(bureau.post("/api/archive/check", "{}")
                .expect(200)
                .json()
                .get("intact")
                .asBoolean());
        assertTrue(
                bureau.get("/api/audit/check").expect(200).json().get("holds").asBoolean());
    }

    @Test
    void previewsWhatIsThereWithoutNumberingAnything() {
        long student = aStudent();
        for (String form :
                List.of("jiangxi/dropout-registration", "haikou/home-visit-record", "national/duty-agreement")) {
            byte[] pdf = clerk.post("/api/forms/" + form + "/preview", Map.of("student", student, "values", Map.of()))
                    .expect(200)
                    .body();
            assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
            assertEquals(
                    "UNKNOWN",
                    Client.stranger(at("/"))
                            .upload("/api/verify", "p.pdf", pdf)
                            .json()
                            .get("verdict")
                            .asText());
        }
        clerk.get("/api/forms/haikou/home-visit-record/blank.pdf").expect(200);
    }

    @Test
    void aChildWithSeveralPapersCanChange() {
        long student = aStudentWithoutCase();
        for (int n = 0; n < 3; n++) {
            clerk.post("/api/instruments", Orders.notice(student)).expect(201);
        }
        clerk.post("/api/students/" + student + "/case", Map.of("openedOn", "2026-11-02", "reason", "厌学"))
                .expect(201);
        assertEquals(
                "SUSPECTED",
                clerk.get("/api/students/" + student + "/case")
                        .expect(200)
                        .json()
                        .get("state")
                        .asText());
    }

    @Test
    void voidingKeepsTheFileAndSaysSo() {
        JsonNode issued = clerk.post("/api/instruments", Orders.notice(aStudent()))
                .expect(201)
                .json();
        String path = "/api/instruments/" + issued.get("id");
        clerk.post(path + "/void", Map.of("reason", "")).expect(422);
        clerk.post(path + "/void", Map.of("reason", "学生姓名有误，另行制作")).expect(200);
        byte[] pdf = clerk.get(path + "/pdf").expect(200).body();
        assertEquals(
                "VOID",
                Client.stranger(at("/"))
                        .upload("/api/verify", "p.pdf", pdf)
                        .json()
                        .get("verdict")
                        .asText());
        clerk.post(path + "/void", Map.of("reason", "再次")).expect(409);
    }

    private long aStudent() {
        List<JsonNode> items = clerk.demoChildren();
        for (JsonNode item : items) {
            if (!item.get("maskedId").asText().equals("无")
                    && item.get("name").asText().length() <= 4) {
                return item.get("id").asLong();
            }
        }
        throw new AssertionError("no student with an ID: " + items);
    }

    private long aStudentWithoutCase() {
        for (JsonNode item : clerk.demoChildren()) {
            if (clerk.get("/api/students/" + item.get("id") + "/case").status() == 404) {
                return item.get("id").asLong();
            }
        }
        throw new AssertionError("every child of the clerk's school has a case");
    }

    private static Path home() {
        return Path.of(System.getProperty("guixue.it.home"));
    }

    private static Path archivedFile(String archivalNumber) throws IOException {
        try (Stream<Path> files = Files.walk(home().resolve("records"))) {
            return files.filter(file -> file.endsWith(archivalNumber + ".pdf"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static X509Certificate authority() throws Exception {
        try (InputStream file = Files.newInputStream(home().resolve("keys/authority/authority.crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
