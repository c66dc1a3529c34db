package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Five notices: taken by a grandmother, refused and left, failed and posted, voided and given anew, and a child that moves in its week. */
final class ReceiptStory {
    private final CountyYear year;
    private final YearChild proxy;
    private final YearChild left;
    private final YearChild posted;
    private final YearChild twice;
    private final YearChild moving;
    private JsonNode sent;
    private JsonNode first;

    private ReceiptStory(CountyYear year) {
        this.year = year;
        this.proxy = new YearChild(year, "冯小雨");
        this.left = new YearChild(year, "陈天明");
        this.posted = new YearChild(year, "褚大勇");
        this.twice = new YearChild(year, "卫小红");
        this.moving = new YearChild(year, "蒋山川");
    }

    static List<YearChild> plan(CountyYear year) {
        ReceiptStory story = new ReceiptStory(year);
        year.on("2025-09-08", "proxy", story::takenByGrandmother);
        year.on("2025-09-16", "proxy", story::grandmothersWeekIsOver);
        year.on("2025-09-08", "left", story::refusedAndLeft);
        year.on("2025-09-08", "posted", story::notMet);
        year.on("2025-09-16", "posted", story::byPost);
        year.on("2025-09-08", "two notices", story::firstNotice);
        year.on("2025-09-16", "two notices", story::secondNotice);
        year.on("2025-09-24", "two notices", story::secondWeekIsOver);
        year.on("2025-09-08", "moving", story::moves);
        year.on("2025-09-16", "moving", story::reportedFromThere);
        return List.of(story.proxy, story.left, story.posted, story.twice, story.moving);
    }

    private JsonNode noticed(YearChild child) {
        child.enter("clerk", "2014-06-0" + (1 + child.name().length()), "五年级");
        child.away("clerk", "2025-09-01", "2025-09-03", "2025-09-05");
        child.persuade("clerk", "2025-09-08", "");
        child.issue("clerk", "jiangxi/dropout-registration");
        return child.issue("clerk", "shangtianti/persuasion-notice");
    }

    private void takenByGrandmother() {
        JsonNode notice = noticed(proxy);
        proxy.deliver("clerk", notice, "2025-09-08", "GUARDIAN", "receiver", proxy.name())
                .expect(422);
        proxy.deliver("clerk", notice, "2025-09-08", "PROXY", "receiver", "冯小宝", "relation", "弟弟")
                .expect(422);
        JsonNode taken = proxy.deliver("clerk", notice, "2025-09-08", "PROXY", "receiver", "李秀兰", "relation", "祖母（同住）")
                .expect(201)
                .json();
        assertTrue(taken.get("startsClock").asBoolean());
        assertEquals("keep-persuading 2025-09-30, return-week 2025-09-15", proxy.due("clerk"));
    }

    private void grandmothersWeekIsOver() {
        assertEquals("after-notice 2025-09-16, keep-persuading 2025-09-30", proxy.due("clerk"));
    }

    private void refusedAndLeft() throws Exception {
        JsonNode notice = noticed(left);
        left.deliver("clerk", notice, "2025-09-08", "LEFT", "refusal", "闭门不开").expect(422);
        JsonNode done = left.deliver(
                        "clerk",
                        notice,
                        "2025-09-08",
                        "LEFT",
                        "refusal",
                        "闭门不开",
                        "witness",
                        "陈支书",
                        "photos",
                        List.of(left.proof("clerk")))
                .expect(201)
                .json();
        assertEquals("2025-09-08", done.get("clockFrom").asText());
        assertTrue(left.due("clerk").contains("return-week 2025-09-15"), left.due("clerk"));
    }

    private void notMet() {
        sent = noticed(posted);
        JsonNode failed = posted.deliver("clerk", sent, "2025-09-08", "FAILED", "refusal", "家中无人")
                .expect(201)
                .json();
        assertFalse(failed.get("startsClock").asBoolean());
        assertEquals("keep-persuading 2025-09-30, redelivery 2025-09-11", posted.due("clerk"));
    }

    private void byPost() throws Exception {
        assertEquals("keep-persuading 2025-09-30, redelivery 2025-09-11 late", posted.due("clerk"));
        posted.deliver("clerk", sent, "2025-09-12", "POST", "deliverers", List.of())
                .expect(422);
        posted.deliver(
                        "clerk",
                        sent,
                        "2025-09-12",
                        "POST",
                        "receiver",
                        posted.guardian(),
                        "deliverers",
                        List.of(),
                        "photos",
                        List.of(posted.proof("clerk")))
                .expect(201);
        assertEquals("keep-persuading 2025-09-30, return-week 2025-09-19", posted.due("clerk"));
    }

    private void firstNotice() {
        first = noticed(twice);
        twice.deliver("clerk", first, "2025-09-08", "GUARDIAN", "receiver", twice.guardian())
                .expect(201);
    }

    private void secondNotice() {
        JsonNode second = twice.issue("clerk", "shangtianti/persuasion-notice");
        JsonNode later = twice.deliver("clerk", second, "2025-09-16", "GUARDIAN", "receiver", twice.guardian())
                .expect(201)
                .json();
        assertFalse(later.get("startsClock").asBoolean(), "a later notice does not start the week again");
        assertEquals("after-notice 2025-09-16, keep-persuading 2025-09-30", twice.due("clerk"));
        year.as("clerk")
                .post("/api/instruments/" + first.get("id") + "/void", Map.of("reason", "家长姓名写错"))
                .expect(200);
        assertEquals("keep-persuading 2025-09-30, return-week 2025-09-23", twice.due("clerk"));
    }

    private void secondWeekIsOver() {
        assertEquals("after-notice 2025-09-24, keep-persuading 2025-09-30", twice.due("clerk"));
    }

    private void moves() {
        JsonNode notice = noticed(moving);
        moving.deliver("clerk", notice, "2025-09-08", "GUARDIAN", "receiver", moving.guardian())
                .expect(201);
        year.as("west").get("/api/students/" + moving.id()).expect(404);
        moving.record("clerk", "HANDED_OVER", "2025-09-08", "to", year.office("西河乡人民政府"));
        assertEquals("accept-handover 2025-09-11", moving.due("west"));
    }

    private void reportedFromThere() {
        moving.record("west", "ACCEPTED", "2025-09-10");
        year.as("west")
                .put(
                        "/api/students/" + moving.id(),
                        Map.of("township", year.office("西河乡人民政府"), "residence", "西河乡石塘村3号"))
                .expect(200);
        assertEquals("after-notice 2025-09-16, keep-persuading 2025-09-30", moving.due("west"));
        assertEquals("", moving.due("clerk"), "tasks follow");
        moving.answer("clerk", "ENQUIRED", "2025-09-16", "cause", "外出").expect(403);
        moving.issue("west", "national/persuasion-failure-report", "aid", "无");
        assertEquals("keep-persuading 2025-09-30", moving.due("west"));
        moving.file("clerk");
    }
}
