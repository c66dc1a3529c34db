package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calendar of a year: known, written by the bureau over API and page, read by everybody of the county. */
class CalendarIT extends SystemIT {
    @Test
    void theBureauWritesAYearAndTheSchoolReadsIt() {
        Client bureau = new Client(at("/"), "bureau");
        JsonNode before = bureau.get("/api/calendar/2041").expect(200).json();
        assertEquals("NONE", before.get("source").asText());
        Map<String, Object> year = Map.of(
                "holidays", List.of(Map.of("on", "2041-10-01", "name", "国庆节")),
                "worked", List.of("2041-10-12"),
                "terms", List.of(Map.of("term", "2041-autumn", "starts", "2041-09-02", "ends", "2042-01-17")));
        assertEquals(
                1,
                bureau.put("/api/calendar/2041", year)
                        .expect(200)
                        .json()
                        .get("version")
                        .asInt());
        JsonNode seen = new Client(at("/"), "clerk")
                .get("/api/calendar/2041")
                .expect(200)
                .json();
        assertEquals("OWN", seen.get("source").asText());
        assertEquals("2041-09-02", seen.at("/terms/0/starts").asText());
        assertEquals(
                403,
                new Client(at("/"), "clerk").put("/api/calendar/2041", year).status());
        HttpResponse<String> stale = send(requestAs("bureau", "/api/calendar/2041")
                .header("If-Match", "\"0\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"terms\":[]}")));
        assertEquals(412, stale.statusCode(), stale.body());
        JsonNode refused = bureau.put("/api/calendar/2041", Map.of("holidays", List.of(Map.of("name", "x"))))
                .expect(422)
                .json();
        assertEquals("holidays[0].on", refused.at("/violations/0/field").asText());
    }

    @Test
    void theBureauFillsAYearOnItsPageFromAFile() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            Page page = browser.open("/admin/calendar/2042");
            assertTrue(page.textContent("main").contains("还没有2042年的放假安排"));
            byte[] file =
                    "日期,名称,类型\n2042-10-01,国庆节,放假\n2042-10-02,国庆节,放假\n2042-10-11,,上班\n".getBytes(StandardCharsets.UTF_8);
            page.setInputFiles("#file", new com.microsoft.playwright.options.FilePayload("放假.csv", "text/csv", file));
            Browser.click(page, "button:text-is('读入')");
            page.waitForSelector("main:has-text('读入2天放假、1天调休上班')");
            assertEquals("2042-10-02", page.inputValue("[name='off0.until']"));
            page.fill("[name='term1.starts']", "2042-09-01");
            page.fill("[name='term1.ends']", "2042-06-01");
            Browser.click(page, "button:text-is('保存')");
            page.waitForSelector("main:has-text('学期结束日期应晚于开学日期')");
            assertEquals("2042-10-11", page.inputValue("[name='worked0']"), "nothing typed is lost");
            page.fill("[name='term1.ends']", "2043-01-16");
            Browser.click(page, "button:text-is('保存')");
            page.waitForSelector("main:has-text('已保存')");
            assertEquals(1, page.locator(".months td.worked").count());
            assertTrue(page.textContent("main").contains("本县自行填写的"));
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("calendar");
        }
    }

    @Test
    void aHolidayThatWasChangedIsNotPassedOver() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            Page page = browser.open("/admin/calendar/2025");
            Browser.click(page, "summary:text-is('各次放假和调休上班的日期')");
            page.fill("[name='off0.until']", "2025-01-02");
            Browser.click(page, "button:text-is('保存')");
            page.waitForSelector("main:has-text('放假日期改动过')");
            assertEquals("2025-01-02", page.inputValue("[name='off0.until']"));
            assertTrue(page.isVisible("[name='off0.until']"));
        }
    }
}
