package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.guixue.scan.ScannedSheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paper originals go into boxes, over the API and in the browser. */
class ShelvingIT extends SystemIT {
    private static final String SHELF = "档案室3架2层";

    private Client clerk;

    @BeforeEach
    void signIn() {
        clerk = new Client(at("/"), "clerk3");
    }

    private static String path(JsonNode paper) {
        return "/api/instruments/" + paper.get("id").asLong();
    }

    private void comesBack(JsonNode paper) {
        clerk.upload(path(paper) + "/scans", "签字.pdf", ScannedSheets.pdf(ScannedSheets.blank()))
                .expect(201);
    }

    private boolean listed(Client who, String show, JsonNode paper) {
        for (int page = 0; ; page++) {
            JsonNode items = who.get("/api/shelf?show=" + show + "&page=" + page)
                    .expect(200)
                    .json()
                    .get("items");
            if (StreamSupport.stream(items.spliterator(), false)
                    .anyMatch(item -> item.get("id").equals(paper.get("id")))) {
                return true;
            }
            if (items.isEmpty()) {
                return false;
            }
        }
    }

    @Test
    void aPaperThatCameBackWaitsAndThenLiesInItsBox() {
        JsonNode paper = Orders.homeVisits(clerk, 1).get(0);
        assertTrue(listed(clerk, "out", paper));
        comesBack(paper);
        assertFalse(listed(clerk, "out", paper));
        assertTrue(listed(clerk, "waiting", paper));
        clerk.get(path(paper) + "/place").expect(404);
        Map<String, Object> order =
                Map.of("instruments", List.of(paper.get("id").asLong()), "box", "接口-1", "shelf", SHELF);
        assertEquals(404, new Client(at("/"), "clerk").put("/api/shelf", order).status());
        assertEquals(
                403, new Client(at("/"), "inspector").put("/api/shelf", order).status());
        assertEquals(422, clerk.put("/api/shelf", Map.of()).status());
        clerk.put("/api/shelf", order).expect(200);
        assertFalse(listed(clerk, "waiting", paper));
        JsonNode place = clerk.get(path(paper) + "/place").expect(200).json();
        assertEquals("接口-1", place.get("box").asText());
        assertEquals(SHELF, place.get("shelf").asText());
        assertEquals(422, clerk.get("/api/shelf?show=lost").status());
        assertTrue(new String(clerk.get("/api/shelf?show=boxes").expect(200).body(), StandardCharsets.UTF_8)
                .contains("接口-1"));
    }

    @Test
    void aBoxIsFilledAndItsListPrintedInTheBrowser() {
        List<JsonNode> papers = Orders.homeVisits(clerk, 3);
        papers.forEach(this::comesBack);
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open("/scans");
            Browser.click(page, ".tabs a:has-text('待入盒')");
            assertEquals(List.of(), browser.accessibilityFaults());
            page.check("#all");
            assertTrue(page.textContent("#chosen").contains("已选"), page.textContent("#chosen"));
            page.uncheck("#all");
            for (JsonNode paper : papers) {
                page.check("input[name=instrument][value='" + paper.get("id").asLong() + "']");
            }
            assertTrue(browser.fitsItsWidth());
            browser.picture("shelf-waiting");
            page.fill("#box", "浏览器/1");
            page.fill("#shelf", SHELF);
            Browser.click(page, ".bottombar button.primary");
            page.waitForSelector(".violation");
            assertTrue(
                    page.isChecked("input[name=instrument][value='"
                            + papers.get(0).get("id").asLong() + "']"),
                    "what was ticked stays ticked");
            page.fill("#box", "浏览器-1");
            Browser.click(page, ".bottombar button.primary");
            page.waitForSelector(".notice.good:has-text('3份已放入盒浏览器-1')");
            Browser.click(page, ".tabs a:text-is('盒')");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("shelf-boxes");
            Browser.click(page, "td a:text-is('浏览器-1')");
            assertEquals(3, page.locator(".boxlist tbody tr").count());
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("shelf-box");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(680, 960);
            assertTrue(page.isVisible(".boxhead"));
            assertFalse(page.isVisible(".offpaper"));
            assertTrue(browser.fitsItsWidth(), "on A4 less its margins");
            browser.picture("shelf-box-paper");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(1366, 768);
            page.click(".offpaper summary");
            page.fill("#shelf", "档案室4架1层");
            Browser.click(page, ".offpaper button");
            page.waitForSelector(".boxhead:has-text('档案室4架1层')");
            browser.open("/instruments/" + papers.get(0).get("id").asLong());
            assertTrue(page.textContent("#place").contains("档案室4架1层"), page.textContent("#place"));
            assertEquals(List.of(), browser.accessibilityFaults());
            page.click("#place summary");
            page.fill("#out-why", "教育局调阅");
            Browser.click(page, "#place button:text-is('取出')");
            page.waitForSelector("#place:has-text('还没有入盒')");
        }
        try (Browser telephone = new Browser(at("/"), 390, 844)) {
            telephone.signIn("clerk3");
            for (String path :
                    List.of("/shelf?show=waiting", "/shelf?show=boxes", "/shelf/boxes/%E6%B5%8F%E8%A7%88%E5%99%A8-1")) {
                telephone.open(path);
                assertTrue(telephone.fitsItsWidth(), path);
                assertEquals(List.of(), telephone.accessibilityFaults(), path);
            }
            telephone.picture("shelf-390");
        }
    }
}
