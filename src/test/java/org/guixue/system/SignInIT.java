package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInIT extends SystemIT {
    @Test
    void opensTheDeskAfterSignInByForm() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.open("/");
            assertTrue(page.url().endsWith("/login"), page.url());
            browser.picture("login");
            assertEquals(List.of(), browser.accessibilityFaults());

            browser.signIn("clerk");
            assertEquals("工作台", page.textContent("h1"));
            browser.picture("desk");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());

            page.keyboard().press("/");
            assertEquals("find", page.evaluate("document.activeElement.id"));
        }
    }

    @Test
    void refusesAWrongPasswordAtTheForm() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.open("/login?next=/students");
            page.fill("#username", "clerk2");
            page.fill("#password", "wrong-password");
            Browser.click(page, "button[type=submit]");
            assertTrue(page.textContent("[role=alert]").contains("用户名或密码不对"));
            assertEquals("clerk2", page.inputValue("#username"));
            assertEquals("/students", page.inputValue("[name=next]"));
            browser.picture("login-refused");
            assertEquals(List.of(), browser.accessibilityFaults());
        }
    }

    @Test
    void givesTheSessionANewIdAndTheTokenANewValue() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.open("/login");
            String before = sessionId(page);
            String token = page.inputValue("[name=_csrf]");
            browser.signIn("clerk");
            assertNotEquals(before, sessionId(page));
            assertNotEquals(token, page.getAttribute("meta[name=csrf]", "content"));
        }
    }

    @Test
    void signsOut() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            Browser.click(page, "details.account summary");
            Browser.click(page, "text=退出登录");
            page.waitForURL("**/login");
            browser.open("/");
            assertTrue(page.url().endsWith("/login"), page.url());
        }
    }

    @Test
    void countsASessionAtTheApiOnlyWithItsToken() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            assertEquals("401 null", page.evaluate("""
                    fetch('/api/nowhere').then(r => r.status + ' ' + r.headers.get('WWW-Authenticate'))"""));
            assertEquals(404, page.evaluate("""
                    fetch('/api/nowhere', {headers: {'X-CSRF-TOKEN':
                      document.querySelector('meta[name=csrf]').content}}).then(r => r.status)"""));
        }
    }

    @Test
    void takesBasicAtTheApiAndChallengesWithoutIt() {
        HttpResponse<String> without = send(request("/api/nowhere"));
        assertEquals(401, without.statusCode());
        assertTrue(without.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
        HttpResponse<String> with = send(requestAs("clerk", "/api/nowhere"));
        assertEquals(404, with.statusCode());
        assertEquals(
                "application/problem+json",
                with.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
    }

    @Test
    void doesNotTakeBasicForPages() {
        assertEquals(302, send(requestAs("clerk", "/")).statusCode());
    }

    @Test
    void locksThePairAfterFiveFailuresAndNobodyElse() {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, failWith("guessed").statusCode());
        }
        HttpResponse<String> sixth = failWith("guessed");
        assertAll(
                () -> assertEquals(429, sixth.statusCode()),
                () -> assertTrue(sixth.body().contains("15 分钟"), sixth.body()),
                () -> assertEquals(404, send(requestAs("clerk", "/api/nowhere")).statusCode()));
    }

    @Test
    void refusesAChangeWithoutTheToken() {
        HttpResponse<String> answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=clerk&password=guixue-demo")));
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("没有做任何改动"), answer.body());
        assertFalse(answer.headers().firstValue("Location").isPresent());
    }

    @Test
    void leadsNowhereElseAfterSignIn() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.open("/login?next=//example.org/");
            assertEquals("/", page.inputValue("[name=next]"));
        }
    }

    private HttpResponse<String> failWith(String username) {
        return send(request("/api/nowhere").header("Authorization", basic(username, "not-the-password")));
    }

    private static String sessionId(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
