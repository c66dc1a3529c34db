package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ledgers are read, submitted, taken away and held against each other, over the API and in the browser. */
class LedgerIT extends SystemIT {
    private static final String SUSPECTED = "/api/ledgers/national/suspected-dropouts";

    private Client clerk;
    private Client bureau;

    @BeforeEach
    void signIn() {
        clerk = new Client(at("/"), "clerk3");
        bureau = new Client(at("/"), "bureau");
    }

    private static String ids(JsonNode ledger) {
        StringBuilder ids = new StringBuilder();
        ledger.get("rows").forEach(row -> ids.append(row.path("nationalId").asText()));
        return ids.toString();
    }

    @Test
    void masksNumbersUnlessAReasonIsGiven() {
        JsonNode masked = clerk.get("/api/ledgers/national/school-age-children")
                .expect(200)
                .json();
        assertTrue(masked.get("count").asInt() > 0);
        assertTrue(ids(masked).contains("**********"), ids(masked));
        JsonNode whole = clerk.get("/api/ledgers/national/school-age-children?reveal=核对")
                .expect(200)
                .json();
        assertFalse(ids(whole).contains("*"));
        clerk.get("/api/ledgers/national/school-age-children?reveal=").expect(422);
    }

    @Test
    void isSubmittedOnceAndTakenAwayWithItsWorkbook() throws IOException {
        JsonNode paper = clerk.post(SUSPECTED + "/submit", Map.of()).expect(201).json();
        assertEquals("ISSUED", paper.get("state").asText());
        clerk.post(SUSPECTED + "/submit", Map.of()).expect(409);

        JsonNode ledger = clerk.get(SUSPECTED).expect(200).json();
        assertEquals(paper.get("serial"), ledger.at("/submitted/serial"));
        assertEquals(0, ledger.get("differences").size());

        byte[] pdf = clerk.get(SUSPECTED + ".pdf").expect(200).body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .containsKey("ledger.xlsx"));
        }
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                clerk.get(SUSPECTED + ".zip").expect(200).body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().replaceAll("^.*\\.", ""));
            }
        }
        assertEquals(List.of("pdf", "xlsx"), names);
        assertEquals(
                "AUTHENTIC",
                clerk.upload("/api/verify", "x.pdf", pdf)
                        .expect(200)
                        .json()
                        .get("verdict")
                        .asText());
    }

    @Test
    void aCountySeesWhoHasNotSubmittedAndNobodySubmitsForOthers() {
        JsonNode sum = bureau.get("/api/ledgers/national/dropouts").expect(200).json();
        assertTrue(sum.get("sum").asBoolean());
        assertTrue(sum.get("missing").size() > 0);
        long school = sum.get("missing").get(0).get("id").asLong();
        bureau.post("/api/ledgers/national/dropouts/submit", Map.of("office", school))
                .expect(403);
        clerk.get("/api/ledgers/national/dropouts?office=" + bureauOffice()).expect(404);
    }

    private long bureauOffice() {
        return bureau.get("/api/offices").expect(200).json().get(0).get("id").asLong();
    }

    @Test
    void refusesAPeriodThatIsNone() {
        for (String period : List.of("2026-W05", "2999-01", "x", "2026-13")) {
            JsonNode refused =
                    clerk.get(SUSPECTED + "?period=" + period).expect(422).json();
            assertTrue(refused.toString().contains("期间") || refused.toString().contains("开始"), refused::toString);
        }
        clerk.get("/api/ledgers/national/no-such-ledger").expect(404);
    }

    @Test
    void aLedgerIsNoFormToFillIn() {
        clerk.post("/api/instruments", Map.of("form", "national/dropouts", "values", Map.of()))
                .expect(422);
        clerk.post("/api/drafts", Map.of("form", "national/dropouts", "values", Map.of()))
                .expect(422);
    }

    @Test
    void agreementSaysWhatDiffersAndWhere() {
        JsonNode checks = clerk.get("/api/agreement").expect(200).json();
        assertTrue(checks.size() >= 5, checks::toString);
        checks.forEach(check -> {
            assertEquals(
                    check.get("holds").asBoolean(), check.get("differences").isEmpty());
            check.get("differences")
                    .forEach(each -> assertFalse(each.get("mend").asText().isEmpty()));
        });
    }

    private String period() {
        return clerk.get("/api/ledgers/national/monthly-ledger")
                .expect(200)
                .json()
                .get("period")
                .asText();
    }

    /** Whether the month's report is still to be done, as the desk's list has it. */
    private boolean isDue(String month) {
        for (JsonNode task : clerk.get("/api/tasks?size=200").expect(200).json().get("items")) {
            if (task.get("rule").asText().equals("monthly-report")
                    && task.get("href").asText().contains(month)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isSubmittedOnItsPage() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open("/ledgers");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("ledgers");
            Browser.click(page, "td a:has-text('月报')");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("ledger");
            String month = period();
            assertTrue(isDue(month), "to be reported: " + month);
            Browser.click(page, "main form[method=post] button.primary");
            page.waitForSelector(".notice.good:has-text('已报送')");
            browser.picture("ledger-submitted");
            assertFalse(isDue(month), "reported: " + month);
            assertEquals(
                    0, page.locator("main form[method=post] button.primary").count());
            browser.open("/ledgers");
            page.waitForSelector("tr:has-text('月报') .badge:has-text('已报送')");
            browser.open("/agreement");
            page.waitForSelector("h1:has-text('人账相符')");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("agreement");
        }
        try (Browser telephone = new Browser(at("/"), 390, 844)) {
            telephone.signIn("clerk3");
            for (String path : List.of("/ledgers", "/ledgers/national/dropouts", "/agreement")) {
                telephone.open(path).waitForSelector("main h1");
                assertFalse(telephone.page().textContent("main h1").contains("问题"), path);
                assertTrue(telephone.fitsItsWidth(), path);
                assertEquals(List.of(), telephone.accessibilityFaults(), path);
            }
        }
    }
}
