package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One form for many children, from sign-in to the print dialog, and over the API. */
class BatchIT extends SystemIT {
    private static final String FORM = "haikou/home-visit-record";
    private static final String TELLS = "window.print = () => console.log('prints ' + location.pathname)";

    @Test
    void aHeadTeacherIssuesForAGradeFromSignInToThePrintDialogInFifteenSteps() {
        try (Browser browser = Browser.withViewer(at("/"))) {
            browser.page().addInitScript(TELLS);
            Page page = browser.signIn("clerk3");
            int steps = 3;
            browser.open("/students");
            steps++;
            page.check("#all");
            steps++;
            page.selectOption("#fill-form", FORM);
            steps++;
            Browser.click(page, "#fill-many");
            page.waitForURL("**/batches/new?**");
            steps++;
            Browser.click(page, "text=为这些学生准备");
            page.waitForURL("**/prepared");
            steps++;
            page.fill("[name='same.visitedOn']", today());
            page.fill("[name='same.conversation']", "了解学生在家学习情况，讲解义务教育法。");
            steps += 2;
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.click(page, ".bottombar .primary");
            steps++;
            page.waitForSelector(
                    "a[href^='/prints/new']",
                    new Page.WaitForSelectorOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(120_000));
            assertEquals(
                    0, page.locator("#failed").count(), page.locator("main").innerText());
            Browser.click(page, "a[href^='/prints/new']");
            page.waitForURL("**/prints/new?**");
            steps++;
            ConsoleMessage said = page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().startsWith("prints")),
                    () -> page.click("#print button"));
            steps++;
            assertEquals("prints /prints", said.text());
            assertTrue(steps <= 15, steps + " steps");
        }
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    @Test
    void aDryRunNamesWhoCannotBeServedAndTheBatchServesTheRest() {
        Client clerk = new Client(at("/"), "clerk2");
        JsonNode children = clerk.get("/api/students?size=3").expect(200).json().get("items");
        String known = children.get(0).get("name").asText();
        Map<String, Object> order = Map.of(
                "form",
                FORM,
                "names",
                List.of(known, "没有这个人"),
                "values",
                Map.of("visitedOn", today(), "conversation", "电话了解情况"));
        JsonNode trial =
                clerk.post("/api/batches?dryRun=true", order).expect(200).json();
        assertEquals(1, trial.get("ready").asInt(), trial.toString());
        assertEquals("没有这个人", trial.at("/blocked/0/name").asText());
        Client.Answer nobody = clerk.post("/api/batches", Map.of("form", FORM, "names", List.of("没有这个人")));
        assertEquals(422, nobody.status());
        assertTrue(
                nobody.json().at("/violations/0/message").asText().startsWith("没有这个人：第1行"),
                nobody.json().toString());
        JsonNode begun = clerk.post("/api/batches", order).expect(202).json();
        String path = "/api/batches/" + begun.get("id").asLong();
        JsonNode now = begun;
        for (int i = 0; i < 10 && now.get("state").asText().equals("RUNNING"); i++) {
            assertTrue(new String(clerk.get(path + "/events").expect(200).body(), StandardCharsets.UTF_8)
                    .contains("event: progress"));
            now = clerk.get(path).expect(200).json();
        }
        assertEquals("DONE", now.get("state").asText(), now.toString());
        assertEquals(1, now.get("failed").size(), now.toString());
        Client.Answer file =
                clerk.post("/api/prints", Map.of("batch", begun.get("id").asLong()));
        assertEquals(now.get("done").asInt() > 0 ? 200 : 422, file.status(), now.toString());
        assertEquals(404, new Client(at("/"), "clerk").get(path).status());
    }
}
