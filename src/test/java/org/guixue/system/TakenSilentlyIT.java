package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was once taken without a word, or refused without a way out. */
class TakenSilentlyIT extends SystemIT {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Client clerk;
    private long child;

    @BeforeEach
    void enterAChild() {
        clerk = new Client(at("/"), "clerk");
        child = child("悄无声");
    }

    private long child(String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("sex", "女");
        body.put("bornOn", "2015-05-06");
        body.put("noIdReason", "证件遗失，正在补办");
        body.put("grade", "五年级");
        body.put("schoolClass", "2班");
        body.put("headTeacher", "何玉兰");
        body.put("residence", "东山镇桥头村");
        body.put("guardians", List.of(Map.of("name", name + "父", "relation", "父亲", "phone", "13900000001")));
        return clerk.post("/api/students", body).expect(201).json().get("id").asLong();
    }

    private Map<String, Object> otherwise() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("absentFrom", today.minusDays(9).toString());
        values.put("efforts", "电话联系两次");
        values.put("gradeClass", "六年级9班");
        values.put("relation", "祖父");
        values.put("signatory", "张三丰");
        return values;
    }

    private Map<String, Object> notice(Map<String, Object> values) {
        return Map.of("form", "shangtianti/persuasion-notice", "student", child, "values", values);
    }

    @Test
    void aPaperThatContradictsTheRollSaysSo() {
        JsonNode issued =
                clerk.post("/api/instruments", notice(otherwise())).expect(201).json();
        assertContradicted(issued.get("warnings").findValuesAsText("message"));
        JsonNode draft =
                clerk.post("/api/drafts", notice(otherwise())).expect(201).json();
        assertContradicted(draft.get("warnings").findValuesAsText("message"));
        Visitor page = new Visitor(at("/")).signIn("clerk", PASSWORD);
        String asked =
                page.get("/drafts/" + draft.get("id").asLong() + "/issue").body();
        assertTrue(asked.contains("名册登记的是“五年级2班”") && asked.contains("仍要签发"), asked);
    }

    private static void assertContradicted(List<String> said) {
        assertTrue(said.stream().anyMatch(each -> each.contains("六年级9班") && each.contains("五年级2班")), said.toString());
        assertTrue(said.stream().anyMatch(each -> each.contains("祖父") && each.contains("父亲")), said.toString());
        assertTrue(said.stream().anyMatch(each -> each.contains("张三丰")), said.toString());
    }

    @Test
    void anotherBureauIsRefused() {
        Map<String, Object> values = otherwise();
        values.put("bureau", "海口市教育局");
        JsonNode refused =
                clerk.post("/api/instruments", notice(values)).expect(422).json();
        assertEquals("bureau", refused.at("/violations/0/field").asText(), refused.toString());
        assertTrue(refused.at("/violations/0/message").asText().contains("示范县教育局"), refused.toString());
    }

    @Test
    void theTrialOfABatchNamesWhoseValuesContradict() {
        Map<String, Object> order =
                Map.of("form", "shangtianti/persuasion-notice", "students", List.of(child), "values", otherwise());
        JsonNode trial =
                clerk.post("/api/batches?dryRun=true", order).expect(200).json();
        assertEquals(1, trial.get("ready").asInt(), trial.toString());
        assertEquals(child, trial.at("/doubted/0/student").asLong(), trial.toString());
        assertContradicted(trial.at("/doubted/0/warnings").findValuesAsText("message"));
    }

    @Test
    void aBatchOnThePageAsksAndALineThatNamedNobodyIsMendedThere() {
        child("悄悄话");
        Visitor page = new Visitor(at("/")).signIn("clerk", PASSWORD);
        String place = Visitor.location(page.post(
                        "/batches/new", "form", "shangtianti/persuasion-notice", "by", "names", "names", "悄悄话\n悄无此人"))
                + "/prepared";
        Document grid = Jsoup.parse(page.get(place).body());
        Element line = grid.selectFirst("[name^='who.']");
        assertNotNull(line, place + " " + grid.text());
        assertEquals("悄无此人", line.val());
        List<String> rows = grid.select("[name=row]").eachAttr("value");
        long other = child("悄无第二");
        String[] written = fields(
                grid,
                rows,
                line.attr("name"),
                "悄无第二",
                "same.signatory",
                "张三丰",
                "same.absentFrom",
                today.minusDays(9).toString(),
                "same.efforts",
                "电话联系两次");
        Document mended = Jsoup.parse(
                page.get(Visitor.location(page.post(place, written))).body());
        assertTrue(mended.select("[name^='who.']").isEmpty(), "nobody is unknown any more");
        assertTrue(mended.select("th a[href=/students/" + other + "]").hasText());
        assertTrue(
                mended.select("small.doubt").text().contains("张三丰"),
                mended.select("tbody").text());
        var asked = page.post(place + "/start", fields(mended, rows));
        assertEquals(409, asked.statusCode(), asked.body());
        assertTrue(Jsoup.parse(asked.body()).select("#doubted").text().contains("张三丰"), asked.body());
        assertEquals(
                303,
                page.post(place + "/start", fields(Jsoup.parse(asked.body()), rows, "despite", "true"))
                        .statusCode());
    }

    private static String[] fields(Document grid, List<String> rows, String... further) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("seen", grid.selectFirst("[name=seen]").val()));
        rows.forEach(row -> all.addAll(List.of("row", row)));
        all.addAll(List.of(further));
        return all.toArray(String[]::new);
    }

    @Test
    void whoWritesWithoutAVersionIsToldWhoWroteBefore() {
        Client bureau = new Client(at("/"), "bureau");
        clerk.put("/api/students/" + child, Map.of("schoolClass", "3班")).expect(200);
        Client.Answer blind = bureau.put("/api/students/" + child, Map.of("schoolClass", "4班"));
        JsonNode told = blind.expect(200).json();
        assertEquals("4班", told.get("schoolClass").asText());
        assertTrue(told.at("/warnings/0").asText().contains("If-Match"), told.toString());
        String seen = blind.response().headers().firstValue("ETag").orElseThrow();
        clerk.put("/api/students/" + child, Map.of("schoolClass", "5班"), "If-Match", seen)
                .expect(200);
        bureau.put("/api/students/" + child, Map.of("schoolClass", "6班"), "If-Match", seen)
                .expect(412);
        JsonNode own = clerk.put("/api/students/" + child, Map.of("headTeacher", "林晓芳"), "If-Match", "*")
                .expect(200)
                .json();
        assertFalse(own.has("warnings"), own.toString());
    }

    @Test
    void trueIsNoNameAndANumberNoId() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("name", true), Map.of("name", 7), Map.of("nationalId", 360702201503151234L))) {
            JsonNode refused =
                    clerk.put("/api/students/" + child, body).expect(422).json();
            assertEquals(
                    body.keySet().iterator().next(),
                    refused.at("/violations/0/field").asText(),
                    refused.toString());
            assertTrue(refused.at("/violations/0/message").asText().contains("应为文字"), refused.toString());
        }
    }

    @Test
    void aCaseAsksWhyAVisitIsLateAndNamesWhatAnEventMaySay() {
        long file = clerk.post(
                        "/api/students/" + child + "/case",
                        Map.of("openedOn", today.minusDays(3).toString(), "reason", "未返校"))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Map<String, Object> visit = new LinkedHashMap<>();
        visit.put("on", today.minusDays(40).toString());
        visit.put("by", List.of("林晓芳"));
        visit.put("place", "家中");
        visit.put("how", "入户面谈");
        visit.put("result", "不愿返校");
        String persuasions = "/api/cases/" + file + "/persuasions";
        JsonNode refused = clerk.post(persuasions, visit).expect(422).json();
        assertEquals("late", refused.at("/violations/0/field").asText(), refused.toString());
        visit.put("late", "记录本刚交来");
        clerk.post(persuasions, visit).expect(201);

        Map<String, Object> enquired = Map.of("kind", "ENQUIRED", "on", today.toString(), "guardianDuty", "DUTIFUL");
        JsonNode unknown = clerk.post("/api/cases/" + file + "/events", enquired)
                .expect(422)
                .json();
        assertTrue(unknown.toString().contains("guardian（监护人履行义务）"), unknown.toString());
    }
}
