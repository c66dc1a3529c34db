package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
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
        clerk.post(SUSPECTED + "/submit", Map.of()).expect(422);
        String period = clerk.get(SUSPECTED).expect(200).json().get("period").asText();
        JsonNode paper = clerk.post(SUSPECTED + "/submit", Map.of("period", period))
                .expect(201)
                .json();
        assertEquals("ISSUED", paper.get("state").asText());
        clerk.post(SUSPECTED + "/submit", Map.of("period", period)).expect(409);

        JsonNode ledger = clerk.get(SUSPECTED + "?period=" + period).expect(200).json();
        assertEquals(paper.get("serial"), ledger.at("/submitted/serial"));
        assertEquals(0, ledger.get("differences").size());

        byte[] pdf = clerk.get(SUSPECTED + ".pdf?period=" + period).expect(200).body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .containsKey("ledger.xlsx"));
        }
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                clerk.get(SUSPECTED + ".zip?period=" + period).expect(200).body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().replaceAll("^.*\\.", ""));
            }
        }
        assertEquals(List.of("pdf", "xlsx"), names);
        clerk.post(SUSPECTED + ".zip?period=" + period, Map.of("password", "short"))
                .expect(422);
        byte[] encrypted = clerk.post(SUSPECTED + ".zip?period=" + period, Map.of("password", "Kx7#mq2P"))
                .expect(200)
                .body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(encrypted), StandardCharsets.UTF_8)) {
            assertEquals("说明.txt", zip.getNextEntry().getName());
            String notice = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(notice.contains("用密码加密"), "everybody reads: " + notice);
        }
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
        clerk.get("/api/forms/national/dropouts").expect(404);
        clerk.get("/api/forms/national/dropouts/blank.pdf").expect(404);
        clerk.post("/api/forms/national/dropouts/preview", Map.of()).expect(404);
        clerk.post("/api/instruments", Map.of("form", "national/dropouts", "values", Map.of()))
                .expect(404);
        clerk.post("/api/drafts", Map.of("form", "national/dropouts", "values", Map.of()))
                .expect(404);
    }

    @Test
    void whatNoFactFillsIsTypedOnItsPageAndSubmitted() {
        String path = "/ledgers/national/school-age-children";
        JsonNode ledger = clerk.get("/api" + path).expect(200).json();
        String period = ledger.get("period").asText();
        String row = ledger.get("rows").get(0).get("key").asText();
        String cell = "input[name='cell.remark." + row + "']";
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open(path + "?period=" + period);
            page.fill(cell, "随父母在县城租住");
            Browser.click(page, "button:has-text('保存填写的内容')");
            page.waitForSelector(".notice.good:has-text('已保存1格')");
            assertEquals("随父母在县城租住", page.inputValue(cell));

            Map<String, Object> other = Map.of("row", row, "column", "remark", "text", "别的说法");
            clerk.put("/api" + path + "/typed", Map.of("period", period, "cells", List.of(other)))
                    .expect(409);
            Map<String, Object> later = Map.of("row", row, "column", "remark", "text", "已在县城上学", "was", "随父母在县城租住");
            clerk.put("/api" + path + "/typed", Map.of("period", period, "cells", List.of(later)))
                    .expect(200);
            page.fill(cell, "这一格填的不丢");
            Browser.click(page, "button:has-text('保存填写的内容')");
            page.waitForSelector(".notice.bad:has-text('别人刚刚填过')");
            assertEquals("这一格填的不丢", page.inputValue(cell));
            assertTrue(page.textContent("td:has(" + cell + ")").contains("已在县城上学"));
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("ledger-typed-meanwhile");

            page.fill(cell, "两人商定");
            Browser.click(page, "main button.primary");
            page.waitForSelector(".notice.good:has-text('已报送')");
            browser.picture("ledger-typed");
        }
        JsonNode submitted =
                clerk.get("/api" + path + "?period=" + period).expect(200).json();
        assertEquals("两人商定", submitted.get("rows").get(0).get("remark").asText());
        assertEquals(0, submitted.get("differences").size());
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
            // A home that began today is asked for nothing of the month before, which its first days propose.
            boolean going = month.equals(
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).toString().substring(0, 7));
            assertTrue(isDue(month) || !going, "to be reported: " + month);
            Browser.click(page, "main button.primary[form=grid]");
            page.waitForSelector(".notice.good:has-text('已报送')");
            browser.picture("ledger-submitted");
            assertFalse(isDue(month), "reported: " + month);
            assertEquals(0, page.locator("main button.primary[form=grid]").count());
            browser.open("/ledgers");
            page.waitForSelector(going ? "tr:has-text('月报') .badge:has-text('已报送')" : "tr:has-text('月报')");
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
