package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rosters from workbooks over the API: what is wrong is told by row, column and reason, and nothing good is lost. */
class RosterImportIT extends SystemIT {
    private static final String PATH = "/api/students/import";

    private Client clerk;
    private Client clerk2;
    private Client township;
    private Client bureau;

    @BeforeEach
    void connect() {
        clerk = new Client(at("/"), "clerk");
        clerk2 = new Client(at("/"), "clerk2");
        township = new Client(at("/"), "township");
        bureau = new Client(at("/"), "bureau");
    }

    @Test
    void reportsEachOfSixtyFaultsAndLosesNoGoodRow() {
        RosterSheet sheet = RosterSheet.planted(300, 60, 41);
        JsonNode dry = take(bureau, sheet.csv(), "?dryRun=true");
        assertEquals(Map.of(), differences(sheet.faults(), dry.get("rejected")));
        assertEquals(300 - sheet.faults().size(), dry.get("accepted").asInt());

        JsonNode refused = take(bureau, sheet.csv(), "");
        assertEquals(0, refused.get("accepted").asInt());
        assertEquals(dry.get("rejected").size(), refused.get("rejected").size());
        assertEquals(0, count(bureau, sheet.anyGoodId()));

        JsonNode partial = take(bureau, sheet.csv(), "?partial=true");
        assertEquals(300 - sheet.faults().size(), partial.get("accepted").asInt());
        assertEquals(1, count(bureau, sheet.anyGoodId()));

        JsonNode again = take(bureau, sheet.csv(), "?partial=true");
        assertEquals(0, again.get("accepted").asInt());
        assertEquals(0, again.get("updated").asInt());
        assertEquals(300 - sheet.faults().size(), again.get("unchanged").asInt());
    }

    @Test
    void changesWhatIsNamedAndErasesNothing() {
        String id = RosterSheet.id("20140305", 301);
        take(clerk, csv("姓名,身份证号,年级,班级,监护人姓名,关系,联系电话,现住址\n白小雨," + id + ",五年级,1班,白大山,父亲,13900000001,东山镇桥头村1号\n"), "")
                .get("accepted");
        JsonNode changed = take(clerk, csv("班级,身份证件号,学生姓名,监护人姓名,联系电话,备注,是否住校,政治面貌\n3班," + id + ",白小雨,,,转班,寄宿,少先队员\n"), "");
        assertEquals(1, changed.get("updated").asInt());
        assertEquals("[\"政治面貌\"]", changed.get("notImported").toString());
        JsonNode child = child(clerk, id);
        assertEquals("3班", child.get("schoolClass").asText());
        assertEquals("五年级", child.get("grade").asText());
        assertEquals("转班", child.get("remarks").asText());
        assertEquals("是", child.get("boarding").asText());
        assertEquals("13900000001", child.at("/guardians/0/phone").asText());
        assertEquals("东山镇桥头村1号", child.get("residence").asText());
        JsonNode history =
                clerk.get("/api/students/" + child.get("id") + "/movements").json();
        assertEquals("3班", history.at("/0/to/schoolClass").asText());
        assertTrue(history.at("/0/evidence").asText().contains("导入名册"));
    }

    @Test
    void saysOfAChildElsewhereOnlyThatTheBureauShouldBeAsked() {
        String id = RosterSheet.id("20130708", 302);
        take(clerk2, csv("姓名,身份证号\n南小溪," + id + "\n"), "");
        JsonNode answer = take(clerk, csv("姓名,身份证号,年级\n南小溪," + id + ",六年级\n"), "?dryRun=true");
        assertEquals("已在本县名册，请联系教育局", answer.at("/rejected/0/message").asText());
        assertFalse(answer.toString().contains("南溪镇"));
        JsonNode moved = take(bureau, csv("姓名,身份证号,学校\n南小溪," + id + ",东山镇中心小学\n"), "");
        assertEquals(1, moved.get("updated").asInt());
        JsonNode child = child(clerk, id);
        JsonNode history =
                clerk.get("/api/students/" + child.get("id") + "/movements").json();
        assertEquals("TRANSFER_IN", history.at("/0/kind").asText());
    }

    @Test
    void leavesTheChoiceBetweenAlikeChildrenToPeople() {
        String id = RosterSheet.id("20150909", 303);
        take(clerk, csv("姓名,身份证号\n同名人," + id + "\n"), "");
        JsonNode alike = take(clerk, csv("姓名,性别,出生日期,班级\n同名人,女,2015-09-09,9班\n"), "");
        assertEquals(2, alike.at("/rejected/0/row").asInt());
        assertTrue(alike.at("/rejected/0/message").asText().contains("是否同一人"));
    }

    @Test
    void givesNoChildAnotherNameUnasked() {
        String id = RosterSheet.id("20150910", 307);
        String number = "G" + RosterSheet.id("20150911", 308);
        take(clerk, csv("姓名,身份证号,学籍号\n周小航," + id + "," + number + "\n"), "");
        for (String row : List.of("诸葛亮," + id + ",\n", "诸葛亮,," + number + "\n")) {
            JsonNode told =
                    take(clerk, csv("姓名,身份证号,学籍号,性别,出生日期\n" + row.replace("\n", ",女,2015-09-10\n")), "?partial=true");
            assertEquals(0, told.get("updated").asInt(), told.toString());
            assertEquals("姓名", told.at("/rejected/0/column").asText(), told.toString());
            assertTrue(told.at("/rejected/0/message").asText().contains("“周小航”"), told.toString());
        }
        assertEquals("周小航", child(clerk, id).get("name").asText());
        JsonNode same = take(clerk, csv("姓名,身份证号,班级\n周　小航," + id + ",2班\n"), "");
        assertEquals(1, same.get("updated").asInt(), same.toString());
    }

    @Test
    void refusesTheSecondRowOfAChildWhicheverNumberItBears() {
        String id = RosterSheet.id("20150912", 309);
        String number = "G" + RosterSheet.id("20150913", 310);
        take(clerk, csv("姓名,身份证号,学籍号\n田小禾," + id + "," + number + "\n"), "");
        byte[] twice = csv("姓名,身份证号,学籍号,班级\n田小禾," + id + ",,2班\n田小禾,," + number + ",3班\n");
        JsonNode dry = take(clerk, twice, "?dryRun=true");
        assertEquals(1, dry.get("updated").asInt(), dry.toString());
        assertEquals(3, dry.at("/rejected/0/row").asInt(), dry.toString());
        assertTrue(dry.at("/rejected/0/message").asText().contains("与第2行是同一名学生"), dry.toString());
        take(clerk, twice, "?partial=true");
        assertEquals("2班", child(clerk, id).get("schoolClass").asText());
    }

    @Test
    void keepsSchoolsApart() {
        byte[] other = csv("姓名,身份证号,学校\n越界人," + RosterSheet.id("20140202", 304) + ",南溪镇中心小学\n");
        JsonNode answer = take(clerk, other, "");
        assertEquals("学校", answer.at("/rejected/0/column").asText());
        assertEquals(0, answer.get("accepted").asInt());
        assertEquals(
                403,
                new Client(at("/"), "inspector").upload(PATH, "a.csv", other).status());
        JsonNode health = take(
                township,
                csv("姓名,身份证号,学校,健康状况\n健康人," + RosterSheet.id("20140203", 306) + ",东山镇中心小学,哮喘\n"),
                "?dryRun=true");
        assertTrue(health.has("notGranted"));
    }

    @Test
    void refusesWhatIsNoRosterAtOnce() {
        Map<String, Integer> hostile = new TreeMap<>();
        byte[] pdf = "%PDF-1.7 this is no workbook".getBytes(StandardCharsets.UTF_8);
        long began = System.nanoTime();
        hostile.put("kind", clerk.upload(PATH, "a.xlsx", pdf).status());
        hostile.put("heading", clerk.upload(PATH, "a.csv", csv("甲,乙\n1,2\n")).status());
        hostile.put("id", clerk.upload(PATH, "a.csv", csv("姓名,班级\n王,2\n")).status());
        hostile.put(
                "twice",
                clerk.upload(PATH, "a.csv", csv("姓名,身份证号,居民身份证号码\n王,2,3\n")).status());
        hostile.put("empty", clerk.upload(PATH, "a.csv", new byte[0]).status());
        assertEquals("{empty=422, heading=422, id=422, kind=422, twice=422}", hostile.toString());
        assertTrue(System.nanoTime() - began < 25_000_000_000L, "five refusals took too long");
    }

    @Test
    void readsGb18030AndKeepsOddNamesHarmless() {
        String id = RosterSheet.id("20120101", 305);
        byte[] gb = ("花名册,,\n姓名,公民身份号码,家庭住址\n古丽娜尔•买买提," + id + ",东山镇<script>alert(1)</script>\n"
                        + "=HYPERLINK(\"x\"),,\n填表人：张三,,\n")
                .getBytes(Charset.forName("GB18030"));
        JsonNode answer = take(clerk, gb, "?partial=true");
        assertEquals(1, answer.get("accepted").asInt(), answer.toString());
        assertEquals(4, answer.at("/rejected/0/row").asInt(), answer.toString());
        JsonNode child = child(clerk, id);
        assertEquals("古丽娜尔·买买提", child.get("name").asText());
        assertTrue(child.get("residence").asText().contains("<script>"));
    }

    private static Map<Integer, String> differences(Map<Integer, String> planted, JsonNode rejected) {
        Map<Integer, String> told = new TreeMap<>();
        rejected.forEach(each ->
                told.merge(each.get("row").asInt(), each.get("column").asText(), (one, two) -> one + " " + two));
        Map<Integer, String> differences = new TreeMap<>();
        planted.forEach((row, column) -> {
            if (!told.getOrDefault(row, "not refused").contains(column)) {
                differences.put(row, "expected " + column + ", found " + told.get(row));
            }
        });
        told.forEach((row, column) -> {
            if (!planted.containsKey(row)) {
                differences.put(row, "a good row refused at " + column);
            }
        });
        return differences;
    }

    private JsonNode take(Client who, byte[] file, String query) {
        return who.upload(PATH + query, "roster.csv", file).expect(200).json();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int count(Client who, String id) {
        return who.get("/api/students?q=" + id).json().get("total").asInt();
    }

    private static JsonNode child(Client who, String id) {
        JsonNode found = who.get("/api/students?q=" + id).expect(200).json();
        return who.get("/api/students/" + found.at("/items/0/id").asLong())
                .expect(200)
                .json();
    }
}
