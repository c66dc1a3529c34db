package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The responsibility map, from who is missing to who has signed; and children who are watched and aided. */
class AgreementsIT extends SystemIT {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final int MOST_QUESTIONS = 300;

    @Test
    void aSchoolNamesItsTeachersIssuesAllAndSigns() throws InterruptedException {
        Client clerk = new Client(at("/"), "clerk");
        long first = named(clerk, "21班", "林晓芳");
        named(clerk, "22班", "赵明");
        Client.Answer taken = clerk.post("/api/agreements", entry("21班", "孙丽"));
        assertEquals(409, taken.status());
        assertTrue(taken.json().get("detail").asText().contains("已由林晓芳负责"));
        JsonNode second = clerk.post(
                        "/api/agreements",
                        Map.of("replaces", first, "name", "孙丽", "from", "2026-10-12", "reason", "产假"))
                .expect(201)
                .json();
        assertEquals(first, second.get("follows").asLong());
        assertEquals(
                404,
                new Client(at("/"), "clerk2").get("/api/agreements/" + first).status());

        Client.Answer ordered = clerk.post("/api/agreements/issue", Map.of("year", "2026", "layer", "HEAD_TEACHER"));
        assertEquals(202, ordered.status(), ordered.response().toString());
        String batch = ordered.response().headers().firstValue("Location").orElseThrow();
        JsonNode done = finished(clerk, batch.substring(batch.indexOf("/api/")));
        assertEquals(done.get("total").asInt(), done.get("done").asInt(), done.toString());
        assertEquals(0, done.get("failed").size());
        JsonNode map = clerk.get("/api/agreements?year=2026&layer=HEAD_TEACHER")
                .expect(200)
                .json();
        Set<Long> papers = new HashSet<>();
        map.get("entries")
                .forEach(each -> papers.add(each.at("/agreement/instrument").asLong()));
        assertEquals(map.get("entries").size(), papers.size(), "each has one of its own");
        assertEquals(map.get("entries").size(), map.get("unsigned").size());
        assertEquals(
                409,
                clerk.post("/api/agreements/issue", Map.of("year", "2026", "layer", "HEAD_TEACHER"))
                        .status());

        String today = map.at("/entries/0/agreement/issuedOn").asText();
        clerk.post("/api/agreements/" + second.get("id").asLong() + "/signature", Map.of("on", today))
                .expect(201);
        assertEquals(
                map.get("unsigned").size() - 1,
                clerk.get("/api/agreements?year=2026&layer=HEAD_TEACHER")
                        .expect(200)
                        .json()
                        .get("unsigned")
                        .size());
        assertEquals(
                403,
                new Client(at("/"), "inspector")
                        .post("/api/agreements", entry("23班", "孙丽"))
                        .status());
    }

    private static Map<String, Object> entry(String schoolClass, String name) {
        return Map.of(
                "year", "2026", "layer", "HEAD_TEACHER", "grade", "五年级", "schoolClass", schoolClass, "name", name);
    }

    private static long named(Client clerk, String schoolClass, String name) {
        return clerk.post("/api/agreements", entry(schoolClass, name))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    /** Asks until the batch runs no more. */
    private static JsonNode finished(Client who, String address) throws InterruptedException {
        JsonNode standing = who.get(address).expect(200).json();
        for (int asked = 0;
                asked < MOST_QUESTIONS && standing.get("state").asText().equals("RUNNING");
                asked++) {
            Thread.sleep(200);
            standing = who.get(address).expect(200).json();
        }
        return standing;
    }

    @Test
    void theWorkbookThatWasHandedOutComesBackUnchanged() {
        Visitor bureau = new Visitor(at("/")).signIn("bureau", PASSWORD);
        JsonNode office = new Client(at("/"), "clerk2")
                .get("/api/offices")
                .expect(200)
                .json()
                .get(0);
        new Client(at("/"), "clerk2")
                .post(
                        "/api/agreements",
                        Map.of(
                                "year",
                                "2030",
                                "layer",
                                "SCHOOL_LEADER",
                                "office",
                                office.get("id").asLong(),
                                "grade",
                                "六年级",
                                "name",
                                "何玉兰"))
                .expect(201);
        bureau.get("/agreements/import?year=2030");
        HttpResponse<String> sent = bureau.upload(
                "/agreements/import?year=2030",
                "责任表.xlsx",
                bureau.download("/agreements/export.xlsx?year=2030").body());
        assertEquals(303, sent.statusCode(), sent.body());
        HttpResponse<String> preview = bureau.get("/agreements/import/preview");
        assertTrue(preview.body().contains("不用导入"), preview.body());

        bureau.upload(
                "/agreements/import?year=2030",
                "责任表.csv",
                "责任层次,单位,年级,责任人,职务,起始日,变更原因\n校领导包年级,%s,六年级,罗立新,副校长,2030-10-08,\n县领导包乡镇,没有这个镇,,周志强,,,\n"
                        .formatted(office.get("name").asText())
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> refused = bureau.get("/agreements/import/preview");
        assertTrue(refused.body().contains("您的工作范围内没有“没有这个镇”"), refused.body());
        assertFalse(refused.body().contains("确认导入（"), "may be confirmed");
        assertEquals(200, bureau.download("/agreements/import/errors.xlsx").statusCode());
        Matcher seen = SEEN.matcher(refused.body());
        assertTrue(seen.find());
        assertEquals(
                409,
                bureau.post("/agreements/import/confirm", "seen", seen.group(1)).statusCode());
    }

    @Test
    void aChildIsWatchedVisitedAndAided() {
        Client clerk = new Client(at("/"), "clerk");
        long child =
                clerk.get("/api/students").expect(200).json().at("/items/0/id").asLong();
        long watch = clerk.post(
                        "/api/watch",
                        Map.of(
                                "student",
                                child,
                                "group",
                                "ORPHAN",
                                "since",
                                "2026-09-07",
                                "reason",
                                "祖父照看",
                                "responsible",
                                "林晓芳"))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        clerk.post("/api/watch/" + watch + "/visits", Map.of("on", "2026-10-12", "by", List.of("林晓芳"), "words", "情绪稳定"))
                .expect(201);
        assertEquals(
                "2026-10-12",
                clerk.get("/api/watch/" + watch)
                        .expect(200)
                        .json()
                        .get("lastOn")
                        .asText());
        assertEquals(
                403,
                clerk.post(
                                "/api/watch",
                                Map.of(
                                        "student",
                                        child,
                                        "group",
                                        "DISABLED",
                                        "since",
                                        "2026-09-07",
                                        "reason",
                                        "x",
                                        "responsible",
                                        "x"))
                        .status());
        JsonNode aid = clerk.post(
                        "/api/students/" + child + "/aid", Map.of("kind", "助学金", "amount", 312.5, "on", "2026-10-20"))
                .expect(201)
                .json();
        assertEquals("2026-autumn", aid.get("term").asText());
        clerk.post(
                        "/api/students/" + child + "/aid",
                        Map.of("counters", aid.get("id").asLong(), "reason", "多登一笔"))
                .expect(201);
        JsonNode book = clerk.get("/api/students/" + child + "/aid").expect(200).json();
        assertEquals(0.0, book.get("total").asDouble());
        assertEquals(2, book.get("items").size());
    }

    @Test
    void thePagesLookWell() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            for (String path : List.of(
                    "/agreements",
                    "/agreements/new?layer=HEAD_TEACHER",
                    "/agreements/issue?layer=SCHOOL_LEADER",
                    "/agreements/import",
                    "/watch")) {
                browser.open(path);
                assertEquals(List.of(), browser.accessibilityFaults(), path);
                assertTrue(browser.fitsItsWidth(), path);
            }
        }
    }
}
