package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who opened this child's file? Everything that one may do with a child is asked for and found. */
class TrailIT extends SystemIT {
    private static final String NAME = "端木有痕";

    @Test
    void everyWayToAChildIsOnRecordUnderTheChild() {
        Client clerk = new Client(at("/"), "clerk");
        long school = clerk.get("/api/offices").json().get(0).get("id").asLong();
        long child = clerk.post("/api/students", body(school))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        clerk.get("/api/students/" + child).expect(200);
        clerk.get("/api/students/" + child + "?reveal=" + encode("核对户口簿")).expect(200);
        clerk.post("/api/students/" + child + "/case", Map.of("openedOn", "2026-10-01", "reason", "随父母外出"))
                .expect(201);
        clerk.get("/api/students/" + child + "/case").expect(200);
        clerk.post("/api/forms/haikou/home-visit-record/preview", Map.of("student", child, "values", Map.of()))
                .expect(200);
        String paper = "/api/instruments/"
                + clerk.post("/api/instruments", Orders.notice(child))
                        .expect(201)
                        .json()
                        .get("id")
                        .asLong();
        clerk.get(paper).expect(200);
        clerk.get(paper + "/values").expect(200);
        clerk.get(paper + "/values?reveal=" + encode("家长来校核对")).expect(200);
        clerk.get(paper + "/pdf").expect(200);
        clerk.get(paper + "/page/1.png").expect(200);
        clerk.post(paper + "/print", "{}").expect(202);
        clerk.get("/api/students/" + child + "/dossier.pdf").expect(200);
        clerk.post(paper + "/void", Map.of("reason", "姓名写错")).expect(200);
        Asker pages = new Asker(at("/"), "township");
        for (String path : List.of("/students/" + child, "/students/" + child + "/edit", paper.substring(4))) {
            assertEquals(200, pages.send("GET", path, "", "").statusCode(), path);
        }

        List<String> found = new ArrayList<>();
        JsonNode trail = trail("bureau", "child=" + child + "&size=200");
        trail.get("items").forEach(event -> {
            assertEquals(child, event.get("child").asLong());
            found.add(event.get("act").asText() + " "
                    + event.path("detail").asText().replaceAll("[{}\"]", "") + " "
                    + event.get("why").asText());
        });
        String all = String.join("\n", found);
        for (String expected : List.of(
                "CHANGE what:entered ",
                "READ_STUDENT  ",
                "UNMASK  核对户口簿",
                "READ_STUDENT what:case ",
                "PREVIEW what:",
                "ISSUE_RESERVED archivalNumber:",
                "ISSUED sha256:",
                "READ_INSTRUMENT what: ",
                "UNMASK  家长来校核对",
                "DOWNLOAD what:pdf ",
                "PRINT  ",
                "EXPORT what:dossier.pdf ",
                "VOID  姓名写错",
                "READ_STUDENT what:form ")) {
            assertTrue(found.stream().anyMatch(line -> line.startsWith(expected)), expected + " is not in\n" + all);
        }
        JsonNode one =
                trail("bureau", "child=" + child + "&act=PRINT").get("items").get(0);
        assertEquals("clerk", one.get("account").asText());
        assertEquals("CLERK", one.get("role").asText());
        assertEquals("127.0.0.1", one.get("address").asText());
        assertEquals(
                1,
                trail("inspector", "child=" + child + "&act=UNMASK&account=clerk&size=1")
                        .get("items")
                        .size());
        assertEquals(
                0,
                trail("bureau", "child=" + child + "&to=2020-01-01")
                        .get("total")
                        .asInt());
        assertTrue(
                trail("bureau", "child=" + child + "&act=READ_TRAIL")
                                .get("total")
                                .asInt()
                        > 0,
                "reading is on record");
        new Client(at("/"), "clerk").get("/api/audit?child=" + child).expect(403);
        new Client(at("/"), "bureau").get("/api/audit?child=999999999").expect(404);
        new Client(at("/"), "bureau").get("/api/audit?act=nothing").expect(422);
    }

    @Test
    void anImportAndAListingAreOnRecordUnderEachChild() {
        Client clerk = new Client(at("/"), "clerk");
        String roster = "姓名,性别,出生日期,身份证号\n端木有册,女,2013-07-15," + RosterSheet.id("20130715", 401) + "\n";
        clerk.upload("/api/students/import", "名册.csv", roster.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        String child = clerk.get("/api/students?q=" + encode("端木有册"))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Visitor visitor = new Visitor(at("/")).signIn("clerk", PASSWORD);
        assertEquals(
                200,
                visitor.postForFile("/students/export.xlsx", "id", child, "reason", "报送名单")
                        .statusCode());
        assertEquals(200, visitor.download("/students/export.xlsx?id=" + child).statusCode());
        String all =
                trail("bureau", "child=" + child + "&size=200").get("items").toString();
        for (String expected : List.of("entered by import", "UNMASK", "报送名单", "EXPORT", "学生名册")) {
            assertTrue(all.contains(expected), expected + " is not in " + all);
        }
    }

    @Test
    void signingInFailingAndSigningOutAreOnRecord() {
        Asker clerk2 = new Asker(at("/"), "clerk2");
        assertEquals(303, clerk2.send("POST", "/logout", "", "").statusCode());
        send(request("/api/nowhere").header("Authorization", basic("clerk2", "wrong")));
        new Asker(at("/"), "clerk2");
        String name = "nobody-" + System.nanoTime();
        send(request("/api/nowhere").header("Authorization", basic(name, "wrong")));
        assertTrue(trail("bureau", "account=clerk2&act=SIGN_IN").get("total").asInt() > 0);
        assertTrue(trail("bureau", "account=clerk2&act=SIGN_OUT").get("total").asInt() > 0);
        assertTrue(trail("inspector", "account=clerk2&act=SIGN_IN_FAILED")
                        .get("total")
                        .asInt()
                > 0);
        assertEquals(1, trail("bureau", "account=" + name).get("total").asInt());
        assertEquals(0, trail("inspector", "account=" + name).get("total").asInt());
    }

    @Test
    void aSearchIsOnRecordWithoutTheNumberThatWasTyped() {
        Client clerk = new Client(at("/"), "clerk");
        clerk.get("/api/search?q=" + encode("端木 360799201503150012")).expect(200);
        String item = trail("bureau", "account=clerk&act=SEARCH&size=5").toString();
        assertTrue(item.contains("端木 ******"), item);
        assertFalse(item.contains("360799201503150012"), item);
    }

    @Test
    void thePageAnswersInOneClickFromTheChild() {
        long child = new Client(at("/"), "clerk")
                .get("/api/students?size=1")
                .json()
                .at("/items/0/id")
                .asLong();
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("inspector");
            browser.open("/students/" + child);
            Browser.click(page, "text=谁打开过这名学生的档案");
            assertTrue(page.textContent("h1").startsWith("谁打开过"), page.textContent("h1"));
            String rows = page.textContent("tbody");
            assertTrue(rows.contains("陈督学（inspector）") && rows.contains("查看学生"), rows);
            assertTrue(page.textContent("[role=status]").contains("审计链相符"), page.textContent("main"));
            browser.picture("audit-child");
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.open("/admin/audit");
            browser.picture("audit");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            Browser.click(page, "text=核对审计链");
            assertTrue(page.textContent("[role=status]").contains("审计链相符"));
            page.fill("#q", "王");
            Browser.click(page, "main form.filter button[type=submit]");
            assertTrue(page.textContent("#which").contains("哪一名学生"), page.textContent("main"));
        }
    }

    /** Whoever asks the trail is answered with all that happened before. */
    private JsonNode trail(String username, String query) {
        HttpResponse<String> answer = send(requestAs(username, "/api/audit?" + query));
        assertEquals(200, answer.statusCode(), answer.body());
        return Api.json(answer);
    }

    private static Map<String, Object> body(long school) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", NAME);
        body.put("sex", "男");
        body.put("bornOn", "2015-03-15");
        body.put("school", school);
        body.put("grade", "五年级");
        body.put("schoolClass", "1班");
        body.put("headTeacher", "林晓芳");
        body.put("headTeacherPhone", "13900000002");
        body.put("guardians", List.of(Map.of("name", "端木安", "relation", "父亲", "phone", "13900000001")));
        body.put("residence", "示范省示范市示范县东山镇桥头村1号");
        body.put("household", "示范省示范市示范县东山镇桥头村1号");
        return body;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
