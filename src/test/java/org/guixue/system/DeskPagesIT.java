package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskPagesIT extends SystemIT {
    @ParameterizedTest
    @ValueSource(strings = {"clerk", "clerk2", "township", "inspector", "bureau"})
    void opensForEveryRole(String username) {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn(username);
            browser.picture("desk-" + username);
            assertEquals("工作台", page.textContent("h1"));
            assertTrue(page.locator("section[aria-labelledby=papers-title] tbody tr")
                            .count()
                    > 0);
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            page.keyboard().press("/");
            assertEquals("find", page.evaluate("document.activeElement.id"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280, 1920})
    void fitsOtherScreens(int width) {
        try (Browser browser = new Browser(at("/"), width, 900)) {
            browser.signIn("bureau");
            browser.picture("desk-bureau-" + width);
            assertTrue(browser.fitsItsWidth());
            assertEquals(List.of(), browser.brokenWords());
            Page students = browser.open("/students");
            assertTrue(browser.fitsItsWidth());
            assertEquals(List.of(), browser.brokenWords());
            assertTrue(students.locator("tbody input").first().isVisible());
            students.locator("tbody input").first().check();
        }
    }

    @Test
    void offersAnInspectorNothingToWrite() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("inspector");
            String text = page.innerText("main");
            assertFalse(text.contains("记录劝返"), text);
            assertFalse(text.contains("填写文书"), text);
            assertTrue(text.contains("各乡镇"), text);
            assertTrue(text.contains("东山镇人民政府"), text);
        }
    }

    @Test
    void showsAClerkOnlyTheOwnSchool() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            String text = page.innerText("main");
            assertTrue(text.contains("记录劝返"), text);
            assertFalse(text.contains("南溪"), text);
            assertFalse(text.contains("东山初级中学"), text);
        }
    }

    /** 今年签发 was counted by residence there and by all that the office sees here. */
    @Test
    void aTownshipsFigureOfTheYearIsTheOneOfItsOwnDesk() {
        Document above = desk("bureau");
        String own = desk("township").select(".figures b").last().text();
        String row = above.select("section[aria-labelledby=offices-title] tr:contains(东山镇人民政府) td")
                .last()
                .text();
        assertEquals(own, row);
    }

    private Document desk(String account) {
        return Jsoup.parse(
                new Visitor(at("/")).signIn(account, PASSWORD).get("/").body());
    }
}
