package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Our roll against another register, over the API and in the browser. */
class ReconciliationIT extends SystemIT {
    private static final String HEADINGS = "姓名,身份证件号,出生日期,年级,就读状态\n";

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String enter(Client who, String name, String id) {
        who.upload("/api/students/import", "名册.csv", text("姓名,身份证号,年级\n%s,%s,五年级\n".formatted(name, id)))
                .expect(200);
        return who.get("/api/students?q=" + id)
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
    }

    private static JsonNode of(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + list));
    }

    private static Map<String, Object> order(Object... pairs) {
        Map<String, Object> order = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            order.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return order;
    }

    private static String line(String name, String id, String grade, String state) {
        String born = id.substring(6, 10) + "." + id.substring(10, 12) + "." + id.substring(12, 14);
        return String.join(",", name, id, born, grade, state) + "\n";
    }

    @Test
    void aListIsComparedSettledAndSealed() throws Exception {
        Client clerk = new Client(at("/"), "clerk");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(RosterSheet.id("20150605", 400 + i));
        }
        enter(clerk, "对小一", ids.get(0));
        String child = enter(clerk, "对小二", ids.get(1));
        enter(clerk, "对小三", ids.get(2));
        byte[] list = text("示范县学籍导出,,,,\n" + HEADINGS + line("对小一", ids.get(0), "五年级", "在读")
                + line("对小二", ids.get(1), "六年级", "在读") + line("对小三", ids.get(2), "2022级", "辍学")
                + line("对小四", ids.get(3), "一年级", "在读"));
        JsonNode begun = clerk.upload("/api/reconciliations?register=ROLL", "学籍.csv", list)
                .expect(201)
                .json();
        assertEquals("OPEN", begun.get("state").asText());
        String path = "/api/reconciliations/" + begun.get("id").asLong();
        JsonNode found = clerk.get(path).expect(200).json();
        assertEquals("学籍系统", found.get("register").asText());
        JsonNode grade = of(found.get("different"), "对小二");
        assertEquals(
                "grade 五年级 六年级",
                grade.get("field").asText() + " " + grade.get("here").asText() + " "
                        + grade.get("there").asText());
        assertEquals(Long.parseLong(child), grade.get("student").asLong());
        assertEquals("state", of(found.get("different"), "对小三").get("field").asText());
        assertEquals(6, of(found.get("onlyThere"), "对小四").get("row").asInt());
        assertEquals(1, found.get("same").asInt());
        assertFalse(found.toString().contains(ids.get(3)), "whole IDs");
        assertEquals(
                200,
                clerk.upload("/api/reconciliations?register=ROLL", "再传.csv", list)
                        .status());

        String settlements = path + "/settlements";
        assertEquals(404, new Client(at("/"), "clerk2").get(path).status());
        assertEquals(
                403,
                new Client(at("/"), "township")
                        .post(settlements, order("row", 4, "take", "HERE"))
                        .status());
        new Client(at("/"), "township").get(path).expect(200);
        assertEquals(
                422, clerk.post(settlements, order("row", 4, "take", "OURS")).status());
        assertEquals(422, clerk.post(settlements, order()).status());
        assertEquals(422, clerk.post(settlements, List.of()).status());
        assertEquals(
                404,
                clerk.post(settlements, order("row", 99_999, "take", "HERE")).status());
        clerk.post(settlements, order("row", 4, "field", "grade", "take", "THERE", "note", "已升级"))
                .expect(200);
        assertEquals(
                "六年级", clerk.get("/api/students/" + child).json().get("grade").asText());
        clerk.post(settlements, order("row", 5, "take", "ENQUIRE")).expect(200);
        clerk.post(settlements, order("row", 6, "take", "HERE")).expect(200);
        JsonNode rest = clerk.post(settlements, order("kind", "onlyHere", "take", "HERE", "note", "都在校"))
                .expect(200)
                .json();
        assertEquals(0, rest.get("left").asInt(), rest.toString());
        JsonNode paper = clerk.post(path + "/issue", Map.of()).expect(201).json();
        assertEquals("national/register-comparison", paper.get("form").asText());
        byte[] pdf = clerk.get("/api/instruments/" + paper.get("id") + "/pdf")
                .expect(200)
                .body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(words.contains("对小二") && words.contains("以对方为准") && words.contains("已升级"), words);
            assertFalse(words.contains(ids.get(1)), "whole IDs");
        }
        JsonNode issued = clerk.get(path).json();
        assertEquals("ISSUED", issued.get("state").asText());
        assertEquals(paper.get("id").asLong(), issued.get("instrument").asLong());
        assertEquals(
                paper.get("id").asLong(),
                clerk.post(path + "/issue", Map.of())
                        .expect(201)
                        .json()
                        .get("id")
                        .asLong(),
                "the same table is the same paper");
    }

    @Test
    void whatCannotBeComparedIsSaidInWords() {
        Client clerk = new Client(at("/"), "clerk");
        for (String list : List.of("姓名,年级\n王一,三年级\n", HEADINGS, "编号,说明\n1,无\n", "不是表格")) {
            JsonNode refused = clerk.upload("/api/reconciliations?register=ROLL", "坏.csv", text(list))
                    .expect(422)
                    .json();
            assertTrue(refused.get("violations").get(0).get("message").asText().matches("(?s).*[\\u4e00-\\u9fff].*"));
        }
        clerk.upload("/api/reconciliations", "无名.csv", text(HEADINGS)).expect(422);
    }

    @Test
    void aListIsSettledInTheBrowser() {
        Client clerk = new Client(at("/"), "clerk3");
        List<String> ids = new ArrayList<>();
        StringBuilder list = new StringBuilder("东山镇适龄儿童名单,,,,\n" + HEADINGS);
        for (int i = 0; i < 6; i++) {
            String id = RosterSheet.id("20150706", 420 + i);
            ids.add(id);
            if (i < 4) {
                enter(clerk, "边小" + "甲乙丙丁".charAt(i), id);
                list.append(line("边小" + "甲乙丙丁".charAt(i), id, i < 2 ? "六年级" : "五年级", "在读"));
            }
        }
        list.append(line("边小戊", ids.get(4), "五年级", "在读"));
        list.append("边小丁,,2015-07-07,五年级,在读\n边小丁,,,五年级,在读\n");
        for (boolean scripts : List.of(true, false)) {
            try (Browser browser = new Browser(at("/"), scripts ? 1366 : 390, 800, scripts)) {
                Page page = browser.signIn("clerk3");
                browser.open("/reconciliations");
                looksWell(browser, "reconciliations", scripts);
                page.selectOption("#register", "乡镇名单");
                page.setInputFiles(
                        "#file", new FilePayload("适龄.csv", "text/csv", text(list + (scripts ? "" : "\n备注\n"))));
                Browser.click(page, "form[enctype] button[type=submit]");
                page.waitForSelector("#next-step");
                assertTrue(page.innerText("#next-step").contains("先认定"), page.innerText("main"));
                looksWell(browser, "reconciliation-undecided", scripts);
                Browser.click(page, "article:has-text('边小丁') button:has-text('不采用这一行')");
                page.waitForSelector(".notice.good");
                if (scripts) {
                    Browser.click(page, ".tabs a:has-text('年级')");
                    looksWell(browser, "reconciliation-grade", true);
                    assertEquals("六", page.innerText("article .theirs mark"));
                    Browser.click(page, ".whole-kind button:has-text('全部以对方为准')");
                    page.waitForSelector(".sure");
                    looksWell(browser, "reconciliation-sure", true);
                    Browser.click(page, ".sure button.primary");
                    page.waitForSelector(".notice.good:has-text('“年级”2条：以对方为准')");
                    Browser.click(page, ".tabs a:has-text('仅对方有')");
                    Browser.click(page, "article:has-text('边小戊') button:has-text('加入名册')");
                    page.waitForSelector(".notice.good");
                }
                Browser.click(page, ".tabs a:has-text('仅本系统有')");
                looksWell(browser, "reconciliation-only-here", scripts);
                Browser.click(page, ".whole-kind button:has-text('全部以本系统为准')");
                page.waitForSelector(".notice.good");
                looksWell(browser, "reconciliation-settled", scripts);
            }
        }
        assertEquals(
                1,
                clerk.get("/api/students?q=" + ids.get(4)).json().get("total").asInt());
    }

    private static void looksWell(Browser browser, String picture, boolean wide) {
        browser.picture(picture + (wide ? "" : "-390"));
        if (wide) {
            assertEquals(List.of(), browser.accessibilityFaults(), picture);
            assertTrue(browser.fitsItsWidth(), picture);
        }
    }
}
