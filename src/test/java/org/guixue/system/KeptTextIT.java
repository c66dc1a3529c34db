package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed outlives the session, the network and the page, in every form. */
class KeptTextIT extends SystemIT {
    private static final String WORDS = "家长在外务工，奶奶说下周一送回";

    @Test
    void signsInOnTheSpotAndSavesTheSheet() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/drafts/" + new Client(at("/"), "clerk").demoDraft());
            page.context().clearCookies();
            page.fill(".sheets textarea.blank-input >> nth=0", WORDS);
            page.waitForSelector("dialog.signin[open]");
            browser.picture("signin-again");
            assertEquals(List.of(), browser.accessibilityFaults());
            page.fill("#again-password", "wrong");
            Browser.click(page, "dialog.signin button[type=submit]");
            page.waitForSelector("dialog.signin .notice.bad:visible");
            page.fill("#again-password", PASSWORD);
            Browser.click(page, "dialog.signin button[type=submit]");
            page.waitForSelector(
                    "dialog.signin",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            page.waitForFunction("() => document.getElementById('saved').textContent.startsWith('草稿已保存')");
            Browser.submit(page, "save");
            page.reload();
            assertEquals(WORDS, page.inputValue(".sheets textarea.blank-input >> nth=0"));
            assertEquals(0, page.locator(".keptnote").count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "office"})
    void goesOnAfterSigningInOnTheSpot(String kind) {
        boolean child = kind.equals("child");
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn(child ? "clerk" : "bureau");
            Page page = browser.open(child ? "/students/new" : "/admin/offices");
            if (!child) {
                Browser.click(page, "a:text-is('添加单位')");
            }
            String first = child ? "#name" : "main form input:not([type=hidden]) >> nth=0";
            page.fill(first, "留住的字");
            page.context().clearCookies();
            Browser.click(page.locator("main form [type=submit]").last());
            page.waitForSelector("dialog.signin[open]");
            page.fill("#again-password", PASSWORD);
            Browser.click(page, "dialog.signin button[type=submit]");
            page.waitForSelector("main .violation, main .notice.bad");
            assertEquals("留住的字", page.inputValue(first));
        }
    }

    @Test
    void keepsWhatWasPostedWithoutScripts() {
        try (Browser browser = new Browser(at("/"), 1366, 768, false)) {
            browser.signIn("clerk");
            Page page = browser.open("/drafts/" + new Client(at("/"), "clerk").demoDraft());
            page.fill(".sheets textarea.blank-input >> nth=0", WORDS);
            page.context().clearCookies();
            Browser.click(page, ".bottombar button[value=save]");
            page.waitForSelector("main:has-text('登录已过期')");
            browser.picture("signin-resume");
            page.fill("#username", "clerk");
            page.fill("#password", "wrong");
            Browser.click(page, "main button[type=submit]");
            page.waitForSelector("main:has-text('密码不对')");
            page.fill("#username", "clerk");
            page.fill("#password", PASSWORD);
            Browser.click(page, "main button[type=submit]");
            page.waitForURL("**/drafts/*");
            assertEquals(WORDS, page.inputValue(".sheets textarea.blank-input >> nth=0"));
        }
    }

    @Test
    void goesOnWithThePageOfAnOlderSignInWithoutScripts() {
        try (Browser browser = new Browser(at("/"), 1366, 768, false)) {
            browser.signIn("clerk");
            Page page = browser.open("/students/new");
            page.fill("#name", "留住的字");
            page.context().clearCookies();
            Page other = page.context().newPage();
            other.navigate(at("/login").toString());
            other.fill("#username", "clerk");
            other.fill("#password", PASSWORD);
            Browser.click(other, "button[type=submit]");
            Browser.click(page.locator("#student [type=submit]").last());
            page.waitForSelector("main:has-text('继续提交')");
            Browser.click(page, "main button[type=submit]");
            page.waitForURL("**/students/new");
            assertEquals("留住的字", page.inputValue("#name"));
        }
    }

    @Test
    void neverKeepsAStrangersForm() {
        assertEquals(
                302,
                send(request("/students/new")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", "https://example.org")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=x")))
                        .statusCode());
    }

    @Test
    void waitsForTheNetwork() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students/new");
            page.fill("#name", "留住的字");
            page.context().setOffline(true);
            page.waitForSelector("#offline:visible");
            page.locator("#student [type=submit]")
                    .last()
                    .click(new com.microsoft.playwright.Locator.ClickOptions().setForce(true));
            Browser.click(page, ".crumbs a");
            assertTrue(page.url().endsWith("/students/new"), page.url());
            assertEquals("留住的字", page.inputValue("#name"));
            browser.picture("offline");
            page.context().setOffline(false);
            page.waitForSelector("main .violation");
            assertFalse(page.isVisible("#offline"));
            assertEquals("留住的字", page.inputValue("#name"));
        }
    }

    @Test
    void givesBackWhatWasNotSentAndForgetsItAtTheSignOut() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students/new");
            page.fill("#name", "留住的字");
            page.fill("#nationalId", "360730201");
            page.waitForFunction("() => JSON.stringify(localStorage).includes('留住的字')");
            assertFalse(page.evaluate("JSON.stringify(localStorage)").toString().contains("360730201"));
            browser.open("/students");
            browser.open("/students/new");
            assertEquals("留住的字", page.inputValue("#name"));
            assertTrue(page.innerText(".keptnote").contains("填回来"));
            browser.picture("given-back");
            Browser.click(page, "details.account summary");
            Browser.click(page, "details.account button");
            page.waitForURL("**/login");
            assertFalse(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
                    .toString()
                    .contains("留住的字"));
            browser.signIn("clerk");
            assertEquals("", browser.open("/students/new").inputValue("#name"));
        }
    }
}
