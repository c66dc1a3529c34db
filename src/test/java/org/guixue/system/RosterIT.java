package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child in its parts over the API, and what happens to it on the roll. */
class RosterIT extends SystemIT {
    private Client clerk;
    private Client bureau;

    @BeforeEach
    void connect() {
        clerk = new Client(at("/"), "clerk");
        bureau = new Client(at("/"), "bureau");
    }

    @Test
    void keepsWhatWasLeftOutAndAnswersPartsAndTexts() {
        JsonNode entered = enter("罗小满");
        String path = "/api/students/" + entered.get("id");
        assertEquals("汉族", entered.get("ethnicity").asText());
        assertEquals("梅林镇", entered.at("/residenceParts/township").asText());
        assertEquals("江西省赣州市赣县区梅林镇桥头村12号", entered.get("residence").asText());
        assertEquals("赣县区", entered.at("/householdParts/county").asText());
        assertEquals("[\"留守儿童\",\"脱贫户学生\"]", entered.get("categories").toString());
        assertEquals("2025-09-01", entered.at("/categoryPeriods/1/from").asText());
        assertEquals("护照", entered.at("/otherPaper/kind").asText());
        assertFalse(entered.toString().contains(passport("罗小满")));

        String tag = clerk.get(path)
                .expect(200)
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        JsonNode corrected = clerk.put(path, Map.of("health", "良好", "categories", List.of("脱贫户学生")), "If-Match", tag)
                .expect(200)
                .json();
        assertEquals(entered.get("residenceParts"), corrected.get("residenceParts"));
        assertEquals("2025-09-01", corrected.at("/categoryPeriods/0/from").asText());
        assertEquals("父亲", corrected.at("/guardians/0/relation").asText());
        clerk.put(path, Map.of("health", "一般"), "If-Match", tag).expect(412);
        assertEquals(
                passport("罗小满"),
                clerk.get(path + "?reveal=test").json().at("/otherPaper/number").asText());
        JsonNode history = clerk.get(path + "/movements").expect(200).json();
        assertEquals("CATEGORY_CHANGE", history.at("/0/kind").asText());
        assertEquals("取消：留守儿童", history.at("/0/detail").asText());
    }

    @Test
    void refusesWithOneViolationAField() {
        Map<String, Object> body = body("=HYPERLINK(1)");
        body.put("ethnicity", "火星族");
        body.put("disability", Map.of("kind", "肢体", "certificate", "12"));
        JsonNode refused = clerk.post("/api/students", body).expect(422).json();
        List<String> fields = new java.util.ArrayList<>();
        refused.get("violations")
                .forEach(violation -> fields.add(violation.get("field").asText()));
        assertEquals(List.of("name", "ethnicity", "disability"), fields);
    }

    @Test
    void movesAChildAlongTheRoll() {
        long id = enter("罗小雪").get("id").asLong();
        String path = "/api/students/" + id + "/movements";
        clerk.post(path, Map.of("kind", "复学", "on", "2026-11-01", "evidence", "申请"))
                .expect(409);
        clerk.post(path, Map.of("kind", "休学", "on", "2999-11-01")).expect(422);
        new Client(at("/"), "inspector")
                .post(path, Map.of("kind", "休学", "on", "2026-10-08", "evidence", "证明"))
                .expect(403);
        JsonNode suspended = clerk.post(path, Map.of("kind", "休学", "on", "2026-10-08", "evidence", "县医院证明"))
                .expect(201)
                .json();
        assertEquals("SUSPENDED", suspended.at("/to/state").asText());
        JsonNode early = clerk.post(path, Map.of("kind", "复学", "on", "2026-10-07", "evidence", "复学申请"))
                .expect(422)
                .json();
        assertEquals("on", early.at("/violations/0/field").asText());
        assertTrue(early.at("/violations/0/message").asText().contains("2026年10月8日已登记“休学”"), early.toString());
        clerk.post(path, Map.of("kind", "RESUMPTION", "on", "2026-11-01", "schoolClass", "2班", "evidence", "复学申请"))
                .expect(201);
        clerk.post("/api/students/" + id + "/case", Map.of("openedOn", "2026-11-10", "reason", "外出务工"))
                .expect(201);
        JsonNode state = clerk.get("/api/students/" + id).json().get("state");
        assertEquals("AT_RISK", state.asText());
        clerk.post(path, Map.of("kind", "复学", "on", "2026-11-12", "evidence", "劝返"))
                .expect(201);
        clerk.post(path, Map.of("kind", "转出", "on", "2026-11-20", "elsewhere", "广州市某小学", "evidence", "转学申请表"))
                .expect(201);
        clerk.get(path).expect(404);

        JsonNode history = bureau.get(path).expect(200).json();
        assertEquals(
                List.of("SUSPENSION", "RESUMPTION", "SUSPICION", "RESUMPTION", "TRANSFER_OUT"),
                history.findValues("kind").stream().map(JsonNode::asText).toList());
        assertEquals("RETURNED", history.at("/3/to/state").asText());
        assertEquals("TRANSFERRED", history.at("/4/to/state").asText());
        assertTrue(history.at("/4/to/school").isNull());
        long school = history.at("/0/from/school").asLong();
        clerk.post(path, Map.of("kind", "转入", "on", "2026-11-21", "evidence", "转学申请表"))
                .expect(404);
        bureau.post(path, Map.of("kind", "转入", "on", "2026-11-21", "school", school, "evidence", "转学申请表"))
                .expect(201);
        assertEquals(
                "ENROLLED",
                clerk.get("/api/students/" + id).expect(200).json().get("state").asText());
    }

    @Test
    void namesThePlaceWhereABodyHasTheWrongShape() {
        assertEquals(422, clerk.post("/api/students", "null").status());
        assertEquals(422, clerk.post("/api/instruments", "null").status());
        assertEquals("guardians[0]", violated("{\"name\":\"甲乙\",\"guardians\":[null]}", "空项"));
        assertEquals("categories[1]", violated("{\"categories\":[\"留守\",null]}", "空项"));
        assertEquals("bornOn", violated("{\"bornOn\":\"2014-02-30\"}", "确有的日期"));
        assertEquals("school", violated("{\"school\":\"abc\"}", "数字"));
        assertEquals("guardians", violated("{\"guardians\":\"x\"}", "列表"));
        assertEquals("nickname", violated("{\"nickname\":\"x\"}", "没有这一项"));
    }

    private String violated(String body, String message) {
        JsonNode refused = clerk.post("/api/students", body).expect(422).json().at("/violations/0");
        assertTrue(refused.get("message").asText().contains(message), refused.toString());
        return refused.get("field").asText();
    }

    @Test
    void refusesASubjectThatTheFormIsNotAbout() {
        long child = enter("罗小题").get("id").asLong();
        for (String other : List.of("case", "office", "term")) {
            Map<String, Object> order = new LinkedHashMap<>(Orders.homeVisit(child));
            order.put(other, other.equals("term") ? "2026-autumn" : 1);
            JsonNode refused = clerk.post("/api/instruments", order).expect(422).json();
            assertEquals(other, refused.at("/violations/0/field").asText());
        }
    }

    @Test
    void keepsWhatWasPutRightAsHistoryWithoutItsValues() {
        JsonNode entered = enter("罗小芳");
        String path = "/api/students/" + entered.get("id");
        clerk.put(path, Map.of("name", "罗晓芳", "headTeacher", "林晓芳", "health", "一般"))
                .expect(200);
        JsonNode history = clerk.get(path + "/movements").expect(200).json();
        assertEquals(1, history.size());
        assertEquals("CORRECTION", history.at("/0/kind").asText());
        assertEquals("更正：姓名、班主任", history.at("/0/detail").asText());
    }

    @Test
    void tellsWhereAChildWentThatIsSeenNoMore() {
        long id = enter("罗小远").get("id").asLong();
        String south = Long.toString(new Client(at("/"), "bureau")
                .office("name", "南溪镇中心小学")
                .get("id")
                .asLong());
        bureau.put(
                        "/api/students/" + id,
                        Map.of(
                                "township",
                                bureau.office("name", "南溪镇人民政府").get("id").asLong()))
                .expect(200);
        Visitor visitor = new Visitor(at("/")).signIn("clerk", PASSWORD);
        String next = Visitor.location(visitor.post(
                "/students/" + id + "/movements/new",
                "kind",
                "TRANSFER_OUT",
                "on",
                "2026-11-20",
                "school",
                south,
                "evidence",
                "转学申请表"));
        assertEquals("/students", next);
        assertTrue(visitor.get(next).body().contains("罗小远已转到南溪镇中心小学"));
        assertEquals(404, visitor.get("/students/" + id).statusCode());
    }

    @Test
    void saysInOneRoundWhatIsMissingAndWhatIsWrong() {
        JsonNode refused = clerk.post(
                        "/api/students",
                        Map.of(
                                "name", "罗小圆",
                                "nationalId", "360799201504120010",
                                "studentNumber", "X12",
                                "headTeacherPhone", "无"))
                .expect(422)
                .json();
        assertEquals(
                List.of("sex", "bornOn", "nationalId", "studentNumber", "headTeacherPhone"),
                refused.get("violations").findValuesAsText("field"));
    }

    private JsonNode enter(String name) {
        return clerk.post("/api/students", body(name)).expect(201).json();
    }

    /** Each child its own. */
    private static String passport(String name) {
        return "E%08d".formatted(Math.floorMod(name.hashCode(), 100_000_000));
    }

    private static Map<String, Object> body(String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("sex", "2");
        body.put("ethnicity", "汉");
        body.put("bornOn", "2015-03-15");
        body.put("noIdReason", "未上户口");
        body.put("otherPaper", Map.of("kind", "护照", "number", passport(name).toLowerCase(Locale.ROOT)));
        body.put("grade", "五年级");
        body.put("schoolClass", "1班");
        body.put("guardians", List.of(Map.of("name", "罗国强", "relation", "爸爸", "phone", "13900000000")));
        body.put("residence", "江西省赣州市赣县区梅林镇桥头村12号");
        body.put("household", Map.of("province", "江西省", "county", "赣县区", "detail", "上坝村"));
        body.put("categories", List.of("留守", Map.of("name", "脱贫户学生", "from", "2025-09-01")));
        return body;
    }
}
