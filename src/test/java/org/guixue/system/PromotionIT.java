package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A school's classes go on and are taken back, over the API and in the browser; yearly work is listed. */
class PromotionIT extends SystemIT {
    private JsonNode turn(Client who, String path) {
        return who.get("/api/promotions/" + path).expect(200).json();
    }

    /** All of its classes go on though they were entered in this school year; the sixth grade leaves for that school. */
    private static Map<String, Object> classes(JsonNode turn, long middle) {
        List<Map<String, Object>> classes = new ArrayList<>();
        turn.get("classes").forEach(each -> {
            boolean last = each.get("grade").asText().equals("六年级");
            Map<String, Object> choice = new HashMap<>();
            choice.put("grade", each.get("grade").asText());
            choice.put("schoolClass", each.get("schoolClass").asText());
            choice.put("step", last ? "LEAVES" : "UP");
            if (last) {
                choice.put("toSchool", middle);
            }
            classes.add(choice);
        });
        return Map.of("classes", classes);
    }

    private static List<String> grades(JsonNode turn) {
        List<String> grades = new ArrayList<>();
        turn.get("children")
                .forEach(each -> grades.add(
                        each.get("student").asLong() + " " + each.get("grade").asText() + " "
                                + each.get("schoolClass").asText()));
        return grades.stream().sorted().toList();
    }

    @Test
    void aSchoolGoesOnAndIsTakenBackInTheBrowser() {
        Client bureau = new Client(at("/"), "bureau");
        OwnSchool sending = OwnSchool.found(at("/"), "岭上小学", "990721201771");
        OwnSchool middle = OwnSchool.found(at("/"), "岭上初级中学", "990721201772");
        sending.enter("岭一", "2014-10-02", "六年级", "6.1班");
        sending.enter("岭二", "2015-10-02", "五年级", "五年级1班");
        sending.enter("岭三", "2019-10-02", "一年级", "1班");
        middle.enter("岭四", "2013-10-02", "七年级", "1班");
        long school = sending.id();
        long receiving = middle.id();
        assertEquals(
                404,
                new Client(at("/"), "clerk3").get("/api/promotions/" + school).status());
        JsonNode before = turn(bureau, Long.toString(school));
        assertEquals(0, before.at("/school/up").asInt(), "who was entered since July has the new grade already");
        bureau.put("/api/promotions/" + school, classes(before, receiving)).expect(200);
        assertEquals(
                422,
                bureau.put(
                                "/api/promotions/" + school,
                                Map.of(
                                        "children",
                                        List.of(Map.of(
                                                "student",
                                                before.at("/children/0/student").asLong(),
                                                "step",
                                                "STAYS"))))
                        .status(),
                "a child that stays needs a reason");
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            looked(browser, "/yearly", "yearly");
            looked(browser, "/promotions", "promotions");
            Page page = looked(browser, "/promotions/" + school, "promotion-school");
            page.fill("#basis", "2026年8月28日校务会议");
            Browser.click(page, "section[aria-labelledby=doing] button.primary");
            page.waitForSelector(".notice.good:has-text('已办理')");
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.picture("promotion-done");
        }
        JsonNode after = turn(bureau, Long.toString(school));
        assertEquals("DONE", after.at("/school/state").asText());
        assertFalse(grades(before).equals(grades(after)));
        assertEquals(
                409,
                bureau.post(
                                "/api/promotions",
                                Map.of(
                                        "basis",
                                        "校务会议",
                                        "schools",
                                        List.of(Map.of(
                                                "school",
                                                school,
                                                "digest",
                                                after.at("/school/digest").asText()))))
                        .status());
        assertEquals(List.of("岭一"), awaited(bureau, receiving));
        try (Browser telephone = new Browser(at("/"), 390, 844)) {
            telephone.signIn("bureau");
            looked(telephone, "/arrivals", "arrivals-390");
            looked(telephone, "/yearly", "yearly-390");
        }
        try (Browser browser = new Browser(at("/"), 390, 844)) {
            browser.signIn("bureau");
            Page page = looked(browser, "/promotions/" + school, "promotion-390");
            page.click("details.card summary");
            page.fill("#reason", "班级名称写错");
            page.fill("#withdrawal-password", "wrong");
            Browser.click(page, "details.card button.danger");
            page.waitForSelector("#withdrawal-denied");
            page.fill("#withdrawal-password", PASSWORD);
            Browser.click(page, "details.card button.danger");
            page.waitForSelector(".notice.good:has-text('已收回')");
            looked(browser, "/promotions", "promotions-390");
        }
        assertEquals(grades(before), grades(turn(bureau, Long.toString(school))));
        assertEquals(List.of(), awaited(bureau, receiving));
    }

    private static List<String> awaited(Client bureau, long school) {
        List<String> names = new ArrayList<>();
        bureau.get("/api/arrivals").expect(200).json().get("awaited").forEach(each -> {
            if (each.get("school").asLong() == school) {
                names.add(each.get("name").asText());
            }
        });
        return names;
    }

    private static Page looked(Browser browser, String path, String picture) {
        Page page = browser.open(path);
        assertEquals(List.of(), browser.accessibilityFaults(), path);
        assertTrue(browser.fitsItsWidth(), path);
        browser.picture(picture);
        return page;
    }
}
