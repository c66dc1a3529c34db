package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The county's picture over HTTP and in the browser, at the desk, on a telephone and on paper. */
class CountyIT extends SystemIT {
    /** A4 without its margins, in CSS pixels. */
    private static final int PAPER_WIDTH = 680;

    private JsonNode picture(String who, String query) {
        return new Client(at("/"), who).get("/api/county" + query).expect(200).json();
    }

    @Test
    void eachSeesItsOwn() {
        JsonNode county = picture("bureau", "");
        JsonNode school = picture("clerk", "");
        assertEquals("全县控辍保学情况", county.get("title").asText());
        assertEquals("本校控辍保学情况", school.get("title").asText());
        assertEquals(
                county.at("/totals/open").asLong(),
                picture("inspector", "").at("/totals/open").asLong());
        assertTrue(
                county.at("/totals/open").asLong() > school.at("/totals/open").asLong());
        long own = school.at("/office/id").asLong();
        assertEquals(
                school.at("/totals/open").asLong(),
                picture("bureau", "?office=" + own).at("/totals/open").asLong());
        long other = picture("clerk2", "").at("/office/id").asLong();
        Client clerk = new Client(at("/"), "clerk");
        assertEquals(404, clerk.get("/api/county?office=" + other).status());
        assertEquals(
                404,
                clerk.get("/api/county?office=" + county.at("/office/id").asLong())
                        .status());
        assertEquals(422, clerk.get("/api/county?period=2100-01").status());
        assertEquals(422, clerk.get("/api/county?period=x").status());
        assertEquals(422, clerk.get("/api/county?office=x").status());
        assertEquals(
                "2026-2027", picture("clerk", "?period=2026-2027").get("period").asText());
    }

    @Test
    void placesCausesAndStatesAddUp() {
        JsonNode county = picture("bureau", "");
        long open = county.at("/totals/open").asLong();
        long causes = 0;
        for (JsonNode cause : county.get("causes")) {
            causes += cause.get("count").asLong();
        }
        long places = 0;
        for (JsonNode place : county.get("places")) {
            places += place.get("level").asInt() == 0 ? place.get("open").asLong() : 0;
        }
        assertEquals(open, causes);
        assertEquals(open, places);
        assertEquals(3, county.get("rates").size());
        county.get("rates")
                .forEach(rate -> assertFalse(rate.get("formula").asText().isEmpty()));
    }

    @Test
    void everyBarLeadsToAListOfAsManyCases() {
        JsonNode county = picture("bureau", "");
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            for (String part : List.of("places", "causes", "pauses", "towardZero", "returns")) {
                for (JsonNode bar : county.get(part)) {
                    long count =
                            bar.get(part.equals("places") ? "open" : "count").asLong();
                    Page page = browser.open(bar.get("list").asText());
                    assertEquals(count + " 件", page.textContent("h1 small").strip(), bar.toString());
                }
            }
        }
    }

    @Test
    void isReadAtTheDeskOnATelephoneAndOnPaper() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            Page page = browser.open("/county");
            assertEquals("全县", page.textContent(".rail a[aria-current]"));
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            assertEquals(2, page.locator("svg.chart").count());
            assertTrue(page.locator("svg.strip > title").count() > 0);
            assertEquals(0, page.locator("main [style]").count(), "our policy lets none through");
            browser.picture("county");
            page.setViewportSize(PAPER_WIDTH, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue(
                    (Boolean) page.evaluate("[...document.querySelectorAll('.chart')].every("
                            + "(chart) => chart.clientWidth <= chart.parentElement.clientWidth)"),
                    "no column is cut off on paper");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(1366, 768);
            Browser.click(page, "table.bars tbody tr a");
            assertTrue(page.textContent("main").contains("只列出"), page.textContent("main"));
            assertEquals(List.of(), browser.accessibilityFaults());
        }
        try (Browser telephone = new Browser(at("/"), 390, 844)) {
            telephone.signIn("clerk");
            telephone.open("/county");
            assertTrue(telephone.fitsItsWidth());
            assertEquals(List.of(), telephone.accessibilityFaults());
            telephone.picture("county-390");
        }
    }
}
