package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of children and a child's page. */
class StudentPagesIT extends SystemIT {
    private static final String IN_LIST = "#found tbody tr";

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "township", "inspector", "bureau"})
    void listsTheChildrenInScope(String username) {
        long total = Api.json(send(requestAs(username, "/api/students?size=1")))
                .get("total")
                .asLong();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn(username);
            Page page = browser.open("/students");
            browser.picture("students-" + username);
            assertTrue(page.textContent("#found .count").contains("共 " + total + " 名"));
            assertEquals(Math.min(total, 50), page.locator(IN_LIST).count());
            assertFalse(page.content().matches("(?s).*\\d{17}[\\dX].*"), "a whole ID in the list");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
        }
    }

    @Test
    void turnsPages() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            Page page = browser.open("/students");
            Browser.click(page, "a[rel=next]");
            assertTrue(page.url().endsWith("?page=1"), page.url());
            assertTrue(page.locator(IN_LIST).count() > 0);
            Browser.click(page, "a[rel=prev]");
            assertTrue(page.url().endsWith("/students"), page.url());
        }
    }

    @Test
    void filtersAsOneTypesAndIsWalkedByKeyboard() {
        JsonNode child = aChildOf("clerk");
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students");
            int all = page.locator(IN_LIST).count();
            page.locator("#q").pressSequentially(lastFour(child));
            page.waitForFunction("all => document.querySelectorAll('#found tbody tr').length < all", all);
            assertTrue(page.textContent("#found").contains(child.get("name").asText()));
            assertTrue(page.url().contains("q=" + lastFour(child)), page.url());
            page.keyboard().press("ArrowDown");
            assertEquals("A", page.evaluate("document.activeElement.tagName"));
            page.keyboard().press("ArrowUp");
            assertEquals("q", page.evaluate("document.activeElement.id"));
            page.fill("#q", "");
            page.waitForFunction("all => document.querySelectorAll('#found tbody tr').length === all", all);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertEquals(
                    page.locator(IN_LIST + " a").nth(1).getAttribute("href"),
                    page.evaluate("document.activeElement.getAttribute('href')"));
            page.keyboard().press("Enter");
            page.waitForURL("**/students/*");
        }
    }

    @Test
    void filtersWithoutScript() {
        JsonNode child = aChildOf("clerk");
        try (Browser browser = new Browser(at("/"))) {
            browser.page().route("**/*.js", route -> route.abort());
            browser.signIn("clerk");
            Page page = browser.open("/students");
            page.fill("#q", lastFour(child));
            Browser.click(page, "#filter button");
            assertTrue(page.textContent("#found").contains(child.get("name").asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "township", "inspector", "bureau"})
    void showsAChildAtAGlance(String username) {
        long id = aChildWithCase();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn(username);
            Page page = browser.open("/students/" + id);
            browser.picture("child-" + username);
            String text = page.innerText("main");
            assertTrue(text.contains("建档"), text);
            assertTrue(text.contains("第1次劝返"), text);
            assertTrue(text.contains("签发《"), text);
            assertEquals(username.equals("inspector"), !text.contains("记录第"), text);
            assertFalse(page.content().matches("(?s).*\\d{17}[\\dX].*"), "a whole ID on the page");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
        }
    }

    @Test
    void hidesAChildFromAnotherSchool() {
        JsonNode child = aChildOf("clerk");
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk2");
            for (String path : List.of("", "/edit", "/case/new", "/fill?form=haikou/home-visit-record")) {
                Response answer = browser.page()
                        .navigate(at("/students/" + child.get("id").asLong() + path)
                                .toString());
                assertEquals(404, answer.status(), path);
                assertFalse(answer.text().contains(child.get("name").asText()), path);
            }
            Page page = browser.open("/students?q=" + lastFour(child));
            assertTrue(page.textContent("#found .count").contains("没有符合的学生"));
        }
    }

    @Test
    void keepsHealthFromWhoHasNoGrant() {
        long id = aChildOf("clerk2").get("id").asLong();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk2");
            assertTrue(browser.open("/students/" + id).innerText("main").contains("另册保管"));
            assertEquals(
                    0,
                    browser.open("/students/" + id + "/edit").locator("#health").count());
        }
    }

    @Test
    void revealsTheNumbersOnceAndOnlyForAReason() {
        long id = aChildWithCase();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students/" + id);
            Browser.click(page, "details.reveal summary");
            page.fill("#reason", "   ");
            Browser.click(page, "details.reveal button");
            assertTrue(page.textContent(".violation").contains("理由"));
            assertFalse(page.content().matches("(?s).*\\d{17}[\\dX].*"));
            assertEquals(List.of(), browser.accessibilityFaults());
            page.fill("#reason", "核对户口簿");
            Browser.click(page, "details.reveal button");
            assertTrue(page.innerText("main").matches("(?s).*\\d{17}[\\dX].*"));
            assertTrue(page.innerText("[role=status]").contains("审计"));
            browser.picture("child-revealed");
            assertFalse(browser.open("/students/" + id).content().matches("(?s).*\\d{17}[\\dX].*"));
        }
    }

    @Test
    void picksOneChildInTheListAndGoesToItsForm() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students?sort=class&state=ENROLLED");
            assertTrue(page.isDisabled("#fill"), "nobody is picked yet");
            page.locator("#found tbody a").first().focus();
            page.keyboard().press("Space");
            assertEquals("已选 1 名", page.innerText("#chosen"));
            browser.picture("students-picked");
            assertEquals(List.of(), browser.accessibilityFaults());
            page.locator("#found tbody input").nth(1).check();
            assertFalse(page.isVisible("#fill"), "several are filled in together");
            assertTrue(page.isVisible("#fill-many"));
            page.selectOption("#grade", "九年级");
            page.waitForFunction("() => document.querySelectorAll('#found tbody tr').length === 0");
            assertEquals("已选 2 名", page.innerText("#chosen"));
            Browser.click(page, "button[type=reset]");
            page.waitForFunction("() => document.getElementById('chosen').textContent.startsWith('勾选')");
        }
    }

    @Test
    void fitsATelephone() {
        long id = aChildWithCase();
        try (Browser browser = new Browser(at("/"), 390, 844)) {
            browser.signIn("clerk");
            Page page = browser.open("/students/" + id);
            browser.picture("child-390");
            assertTrue(browser.fitsItsWidth());
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.click(page, ".chips a:has-text('异动')");
            assertFalse(page.innerText(".timeline").contains("签发"));
            assertTrue(page.innerText(".timeline").contains("录入名册"));
        }
    }

    @Test
    void letsAnInspectorWriteNothing() {
        long id = aChildWithCase();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("inspector");
            for (String path : List.of(
                    "/students/new",
                    "/students/" + id + "/edit",
                    "/students/" + id + "/movements/new",
                    "/students/" + id + "/case/new")) {
                assertEquals(403, browser.page().navigate(at(path).toString()).status(), path);
            }
        }
    }

    @Test
    void leadsFromAChildToAForm() {
        long id = aChildWithCase();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students/" + id);
            String link = page.getAttribute("main a[href*='dropout-registration']", "href");
            page.route("**/instruments/new**", route -> route.abort());
            String[] asked = {""};
            page.onRequest(request -> asked[0] = request.url());
            page.evaluate("link => { location.assign(link); }", link);
            page.waitForCondition(() -> asked[0].contains("/instruments/new"));
            assertTrue(asked[0].contains("case="), asked[0]);
        }
    }

    private JsonNode aChildOf(String username) {
        return new Client(at("/"), username).enrolledDemoChild();
    }

    private long aChildWithCase() {
        JsonNode items = Api.json(send(requestAs("clerk", "/api/search?kind=DROPOUT_REGISTRATION&sort=oldest")))
                .get("items");
        return items.get(0).get("student").get("id").asLong();
    }

    private static String lastFour(JsonNode child) {
        String masked = child.get("maskedId").asText();
        return masked.substring(masked.length() - 4);
    }
}
