package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPagesIT extends SystemIT {
    /** 示范县. */
    private static final String WORD = "%E7%A4%BA%E8%8C%83%E5%8E%BF";

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "clerk2", "township", "inspector", "bureau"})
    void findsWhatTheApiFinds(String username) {
        long total = Api.json(send(requestAs(username, "/api/search?q=" + WORD)))
                .get("total")
                .asLong();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn(username);
            Page page = browser.open("/search?q=" + WORD);
            browser.picture("search-" + username);
            assertTrue(page.textContent(".results .count").contains("找到 " + total + " 份"));
            assertTrue(page.locator(".hits mark").count() > 0);
            assertEquals("示范县", page.inputValue("#q"));
            assertEquals("示范县", page.inputValue("#find"));
            assertFalse(page.content().matches("(?s).*\\d{17}[\\dX].*"), "a whole ID among the hits");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
        }
    }

    @Test
    void narrowsByFacetAndTakesItAwayAgain() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("inspector");
            page.keyboard().press("/");
            page.keyboard().type("示范县");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=**");
            String all = page.textContent(".results .count > span");
            Browser.click(page, ".facets a:has-text('南溪镇中心小学')");
            assertTrue(page.textContent(".chips").contains("学校：南溪镇中心小学"));
            assertFalse(page.textContent(".results .count > span").equals(all));
            browser.picture("search-narrowed");
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.click(page, ".chips a");
            assertEquals(all, page.textContent(".results .count > span"));
            assertEquals(0, page.locator(".chips").count());
        }
    }

    @Test
    void findsAChildByTheLastFourOfItsId() {
        JsonNode item = Api.json(send(requestAs("clerk", "/api/search?kind=PERSUASION_NOTICE")))
                .get("items")
                .get(0);
        String masked = item.get("student").get("maskedId").asText();
        String found = "/search?q=" + masked.substring(14);
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("inspector");
            assertTrue(browser.open(found)
                    .innerText(".hits")
                    .contains(item.get("student").get("name").asText()));
            assertTrue(browser.page().textContent(".aschild").contains("名册中有"));
        }
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk2");
            Page page = browser.open(found);
            assertEquals(0, page.locator(".hits, .facets, .aschild").count());
            browser.picture("search-empty");
            assertEquals(List.of(), browser.accessibilityFaults());
        }
    }

    @Test
    void programsGetEachKindWithItsChineseName() {
        JsonNode kinds = new Client(at("/"), "inspector")
                .get("/api/search")
                .expect(200)
                .json()
                .at("/facets/kind");
        Map<String, String> labels = new HashMap<>();
        kinds.forEach(
                kind -> labels.put(kind.get("value").asText(), kind.get("label").asText()));
        assertEquals("家访记录", labels.get("HOME_VISIT"), kinds::toString);
        assertEquals("劝返通知", labels.get("PERSUASION_NOTICE"), kinds::toString);
        assertTrue(kinds.get(0).get("count").asLong() > 0);
    }

    @Test
    void namesAChosenKindOfWhichThereIsNone() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("inspector");
            Page page = browser.open("/search?q=nosuchword&kind=HOME_VISIT");
            assertTrue(page.innerText(".chips").contains("种类：家访记录"), page.innerText(".chips"));
        }
    }

    @Test
    void saysWhatIsWrongWithAFilter() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("inspector");
            assertEquals(
                    422,
                    browser.page()
                            .navigate(at("/search?from=yesterday").toString())
                            .status());
            assertTrue(browser.page().textContent("[role=alert]").contains("日期应写作"));
        }
    }

    @Test
    void neverWritesWhatWasTypedAsHtml() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("inspector");
            Page page = browser.open("/search?q=%3Cimg%20src%3Dx%3E%22%27");
            assertEquals("<img src=x>\"'", page.inputValue("#q"));
            assertEquals(0, page.locator("main img").count());
        }
    }
}
