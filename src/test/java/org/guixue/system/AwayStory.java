package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A child stays away from the second day of term: visit, notice, seven days, report, order, return after seventy days into its
 * own grade, watch, strike-off, relapse, and a return in June that is watched into the next term.
 */
final class AwayStory {
    private final CountyYear year;
    private final YearChild child;
    private JsonNode notice;
    private JsonNode order;

    private AwayStory(CountyYear year) {
        this.year = year;
        this.child = new YearChild(year, "周一帆");
    }

    static YearChild plan(CountyYear year) {
        AwayStory story = new AwayStory(year);
        year.on("2025-09-08", "away", story::visitAndNotice);
        year.on("2025-09-16", "away", story::reportAndOrder);
        year.on("2025-09-24", "away", story::orderLeft);
        year.on("2025-11-10", "away", story::backAfterSeventyDays);
        year.on("2025-12-10", "away", story::watched);
        year.on("2026-01-05", "away", story::struckOff);
        year.on("2026-03-03", "away", story::relapsed);
        year.on("2026-06-12", "away", story::backInJune);
        year.on("2026-09-22", "away", story::watchedOverTheSummer);
        return story.child;
    }

    private void visitAndNotice() {
        child.enter("clerk", "2014-05-06", "五年级");
        child.away("clerk", "2025-09-01", "2025-09-02", "2025-09-05");
        child.expectState("OUT");
        child.expectOnRoll("DROPPED_OUT", "东山镇中心小学", "五年级");
        assertEquals("first-persuasion 2025-09-08, one-child-one-form 2025-09-12", child.due("clerk"));
        child.issue("clerk", "haikou/home-visit-record", "visitedOn", "2025-09-08", "conversation", "宣讲义务教育法");
        child.persuade("clerk", "2025-09-08", "");
        child.issue("clerk", "jiangxi/dropout-registration");
        JsonNode early = child.issue("clerk", "shangtianti/persuasion-notice");
        assertEquals("notice-after-efforts", early.at("/warnings/0/rule").asText(), early.toString());
        notice = early;
        JsonNode received = child.deliver("clerk", notice, "2025-09-08", "GUARDIAN", "receiver", child.guardian())
                .expect(201)
                .json();
        assertTrue(received.get("startsClock").asBoolean());
        assertEquals("2025-09-08", received.get("clockFrom").asText());
        assertEquals("keep-persuading 2025-09-30, return-week 2025-09-15", child.due("clerk"));
    }

    private void reportAndOrder() {
        assertEquals("after-notice 2025-09-16, keep-persuading 2025-09-30", child.due("clerk"));
        String href = child.task("clerk", "after-notice").get("href").asText();
        assertTrue(href.contains("persuasion-failure-report"), href);
        JsonNode report = child.issue("clerk", "national/persuasion-failure-report", "aid", "已减免课后服务费");
        JsonNode values = year.as("clerk")
                .get("/api/instruments/" + report.get("id") + "/values")
                .expect(200)
                .json();
        assertTrue(values.toString().contains(notice.get("serial").asText()), values.toString());
        assertTrue(values.toString().contains("2025-09-08"), values.toString());
        assertEquals("keep-persuading 2025-09-30", child.due("clerk"));
        assertTrue(child.due("bureau").contains("order-after-report 2025-09-23"), child.due("bureau"));
        year.as("clerk").get("/api/forms/national/schooling-order").expect(403);
        year.as("clerk")
                .post(
                        "/api/instruments",
                        Map.of("form", "national/schooling-order", "case", child.caseId(), "values", Map.of("days", 7)))
                .expect(403);
        order = child.issueApproved("bureau", "chief", "national/schooling-order", "days", 7);
        assertFalse(child.due("bureau").contains("order-after-report"), child.due("bureau"));
    }

    private void orderLeft() throws Exception {
        child.deliver("bureau", order, "2025-09-17", "LEFT", "refusal", "不肯签字", "witness", "陈支书")
                .expect(422);
        child.deliver(
                        "bureau",
                        order,
                        "2025-09-17",
                        "LEFT",
                        "refusal",
                        "不肯签字",
                        "witness",
                        "陈支书",
                        "photos",
                        List.of(child.proof("bureau")))
                .expect(201);
    }

    private void backAfterSeventyDays() {
        child.refused("placement", "clerk", "RETURNED", "2025-11-10", back("六年级"));
        child.record("clerk", "RETURNED", "2025-11-10", back("五年级"));
        child.expectState("RETURNED");
        child.expectOnRoll("RETURNED", "东山镇中心小学", "五年级");
        assertEquals("SUSPICION DROPOUT RESUMPTION", child.movements());
        child.issue(
                "clerk",
                "national/return-placement",
                "application",
                "愿意返校读书",
                "placement",
                "原学校",
                "helper",
                "林晓芳",
                "measures",
                "补课",
                "decision",
                "安排在原班就读");
        child.refused("watch", "clerk", "STRIKE_OFF_PROPOSED", "2025-11-10", "ground", "RETURNED");
    }

    private void watched() {
        child.record("clerk", "WATCHED", "2025-11-20");
        child.refused("watch", "clerk", "WATCHED", "2025-11-22");
        child.record("clerk", "WATCHED", "2025-12-01");
        child.record("clerk", "WATCHED", "2025-12-10");
        child.refused("watch", "clerk", "STRIKE_OFF_PROPOSED", "2025-12-10", "ground", "RETURNED");
    }

    private void struckOff() {
        child.record("clerk", "WATCHED", "2025-12-23");
        child.refused("strike-off", "bureau", "STRUCK_OFF", "2026-01-05", "ground", "RETURNED");
        child.record("clerk", "STRIKE_OFF_PROPOSED", "2026-01-05", "ground", "RETURNED");
        child.answer("clerk", "STRUCK_OFF", "2026-01-05", "ground", "RETURNED").expect(403);
        assertTrue(child.due("bureau").contains("decide-strike-off 2026-01-12"), child.due("bureau"));
        child.issueApproved(
                "bureau",
                "chief",
                "national/strike-off-approval",
                "facts",
                "跟踪满30个教学日",
                "outcome",
                "同意销号",
                "decision",
                "同意销号");
        child.record("bureau", "STRUCK_OFF", "2026-01-05", "ground", "RETURNED");
        child.expectState("STRUCK_OFF");
        assertEquals("", child.due("bureau"));
    }

    private void relapsed() {
        child.record("clerk", "RELAPSED", "2026-03-03", "lastDayAttended", "2026-03-02", "cause", "随亲戚外出");
        child.expectState("OUT");
        assertEquals(2, child.file("clerk").get("spells").size());
        child.expectOnRoll("DROPPED_OUT", "东山镇中心小学", "五年级");
        assertEquals("first-persuasion 2026-03-06, one-child-one-form 2026-03-10", child.due("clerk"));
        child.persuade("clerk", "2026-03-03", "");
        child.issue("clerk", "jiangxi/dropout-registration");
    }

    private void backInJune() {
        child.refused("placement", "clerk", "RETURNED", "2026-06-12", back("五年级"));
        child.record("clerk", "RETURNED", "2026-06-12", back("六年级"));
        child.expectOnRoll("RETURNED", "东山镇中心小学", "六年级");
    }

    private void watchedOverTheSummer() {
        for (String day : List.of("2026-06-24", "2026-07-03", "2026-09-11")) {
            child.record("clerk", "WATCHED", day, "late", "教务处集中登记");
        }
        child.refused("watch", "clerk", "WATCHED", "2026-07-20", "late", "漏记");
        child.refused("watch", "clerk", "STRIKE_OFF_PROPOSED", "2026-09-22", "ground", "RETURNED");
        child.record("clerk", "WATCHED", "2026-09-22");
        child.record("clerk", "STRIKE_OFF_PROPOSED", "2026-09-22", "ground", "RETURNED");
    }

    private static Object[] back(String grade) {
        return new Object[] {"grade", grade, "schoolClass", "2班", "classForm", "随班就读"};
    }
}
