package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back of papers: a receipt for several of them, signatures that are looked at, and lists on a telephone. */
class PapersBackIT extends SystemIT {
    private static final String OUTSIDE = "() => [...document.querySelectorAll('main td, main tbody th')]"
            + ".filter(cell => cell.getBoundingClientRect().right > innerWidth + 1).length";

    private Client clerk;

    @BeforeEach
    void signIn() {
        clerk = new Client(at("/"), "clerk3");
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private long child(int at) {
        return clerk.get("/api/students?size=" + (at + 1))
                .expect(200)
                .json()
                .get("items")
                .get(at)
                .get("id")
                .asLong();
    }

    private JsonNode notice(long child) {
        return clerk.post(
                        "/api/instruments",
                        Map.of(
                                "form",
                                "shangtianti/persuasion-notice",
                                "student",
                                child,
                                "values",
                                Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访")))
                .expect(201)
                .json();
    }

    private String state(JsonNode paper) {
        return clerk.get("/api/instruments/" + paper.get("id").asLong())
                .expect(200)
                .json()
                .get("state")
                .asText();
    }

    @Test
    void oneReceiptForTwoPapersDeliversBoth() {
        JsonNode first = notice(child(2));
        JsonNode second = notice(child(2));
        List<Long> papers = List.of(first.get("id").asLong(), second.get("id").asLong());
        JsonNode receipt = clerk.post("/api/receipts", Map.of("instruments", papers))
                .expect(201)
                .json()
                .get("receipts")
                .get(0);
        clerk.post("/api/receipts", Map.of("instruments", papers)).expect(409);
        long id = receipt.get("id").asLong();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open("/instruments/" + id + "/delivery");
            assertTrue(page.textContent("main").contains(first.get("serial").asText()), page.textContent("main"));
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.picture("receipt-delivery");
        }
        JsonNode delivered = clerk.post(
                        "/api/instruments/" + id + "/delivery",
                        Map.of(
                                "deliveredOn",
                                today(),
                                "outcome",
                                "GUARDIAN",
                                "receiver",
                                "王秀英",
                                "deliverers",
                                List.of("林晓芳")))
                .expect(201)
                .json();
        assertEquals(2, delivered.get("papers").size(), delivered.toString());
        assertEquals("DELIVERED", state(first));
        assertEquals("DELIVERED", state(second));
    }

    @Test
    void aReceiptIsBegunFromTheListOfDeliveries() {
        JsonNode paper = notice(child(3));
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open("/deliveries");
            page.locator("input[name=paper]").all().forEach(tick -> tick.uncheck());
            page.check("input[name=paper][value='" + paper.get("id").asLong() + "']");
            Browser.click(page, "button:has-text('填写送达回证')");
            page.waitForURL("**/drafts/**");
            String sheet = page.inputValue("[name='papers[0].number']");
            assertEquals(paper.get("serial").asText(), sheet);
        }
    }

    @Test
    void signaturesAreLookedAtBesideThePictureInOneClick() {
        JsonNode paper = notice(child(4));
        String path = "/api/instruments/" + paper.get("id").asLong();
        byte[] file = clerk.get(path + "/page/1.png").expect(200).body();
        clerk.upload(path + "/scans", "签字.png", file).expect(201);
        String serial = paper.get("serial").asText();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open("/scans/signatures");
            String article = "article[aria-label='" + serial + "']";
            for (int next = 1; page.querySelector(article) == null; next++) {
                browser.open("/scans/signatures?page=" + next);
            }
            page.locator(article).scrollIntoViewIfNeeded();
            page.waitForFunction("selector => document.querySelector(selector + ' img').naturalWidth > 300", article);
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.click(page, article + " button:has-text('缺签字')");
            page.waitForSelector(".notice.good");
            browser.open("/scans/signatures?show=missing");
            assertTrue(page.textContent("main").contains(serial), page.textContent("main"));
        }
        assertTrue(clerk.get("/api/scans/signatures?seen=MISSING")
                .expect(200)
                .json()
                .toString()
                .contains(serial));
        clerk.post(path + "/scans/1/signatures", Map.of("seen", "COMPLETE")).expect(200);
        assertEquals(422, clerk.post(path + "/scans/1/signatures", Map.of()).status());
    }

    @Test
    void noListHidesItsLastColumnsOnATelephone() {
        notice(child(5));
        try (Browser telephone = new Browser(at("/"), 390, 844)) {
            telephone.signIn("clerk3");
            for (String path :
                    List.of("/scans", "/scans/signatures", "/deliveries", "/shelf?show=out", "/shelf?show=boxes")) {
                Page page = telephone.open(path);
                assertTrue(telephone.fitsItsWidth(), path);
                assertEquals(0, page.evaluate(OUTSIDE), path);
                assertEquals(List.of(), telephone.accessibilityFaults(), path);
            }
        }
    }
}
