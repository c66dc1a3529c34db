package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Where children go: into the next grade after a hundred days, to another school, where a school refuses by the bureau's
 * decision, to a vocational school; and a return that was none, found out after the strike-off.
 */
final class PlacementStory {
    private final CountyYear year;
    private final YearChild late;
    private final YearChild elsewhere;
    private final YearChild refused;
    private final YearChild vocational;
    private final YearChild wrong;

    private PlacementStory(CountyYear year) {
        this.year = year;
        this.late = new YearChild(year, "沈一百");
        this.elsewhere = new YearChild(year, "韩小川");
        this.refused = new YearChild(year, "杨拒之");
        this.vocational = new YearChild(year, "朱学汽");
        this.wrong = new YearChild(year, "秦未归");
    }

    static List<YearChild> plan(CountyYear year) {
        PlacementStory story = new PlacementStory(year);
        year.on("2025-09-08", "hundred days", () -> story.away(story.late, "clerk2", "四年级", "residence", "南溪镇河口村2号"));
        year.on("2025-12-10", "hundred days", story::backAfterHundredDays);
        year.on("2025-09-08", "another school", () -> story.away(story.elsewhere, "clerk", "四年级"));
        year.on("2025-09-24", "another school", story::backElsewhere);
        year.on("2025-09-08", "refusing school", () -> story.away(story.refused, "clerk", "三年级"));
        year.on("2025-09-24", "refusing school", story::refusedBySchool);
        year.on("2025-10-10", "refusing school", story::placed);
        year.on("2025-09-08", "vocational", () -> story.away(story.vocational, "clerk3", "九年级"));
        year.on("2025-09-16", "vocational", story::vocational);
        year.on("2025-10-10", "vocational", () -> story.followedUp("2025-10-10", "2025-10-16"));
        year.on("2025-11-10", "vocational", () -> story.followedUp("2025-11-10", "2025-11-14"));
        year.on("2025-09-08", "wrong return", () -> story.away(story.wrong, "clerk", "二年级"));
        year.on("2025-09-24", "wrong return", story::saidToBeBack);
        year.on("2025-10-10", "wrong return", () -> story.wrong.record("clerk", "WATCHED", "2025-10-10"));
        year.on("2025-11-10", "wrong return", story::watched);
        year.on("2025-12-10", "wrong return", story::struckOff);
        year.on("2026-01-05", "wrong return", story::corrected);
        return List.of(story.late, story.elsewhere, story.refused, story.vocational, story.wrong);
    }

    private void away(YearChild child, String account, String grade, Object... further) {
        child.enter(account, grade.equals("九年级") ? "2011-03-05" : "2015-03-05", grade, further);
        child.away(account, "2025-09-01", "2025-09-03", "2025-09-05");
        child.persuade(account, "2025-09-08", "");
        child.issue(account, "jiangxi/dropout-registration");
    }

    private void backAfterHundredDays() {
        String said = late.refused("placement", "clerk2", "RETURNED", "2025-12-10", back("四年级"));
        assertTrue(said.contains("超过3个月"), said);
        late.record("clerk2", "RETURNED", "2025-12-10", back("五年级"));
        late.expectOnRoll("RETURNED", "南溪镇中心小学", "五年级");
    }

    private void backElsewhere() {
        long south = year.office("南溪镇中心小学");
        year.as("clerk2").get("/api/students/" + elsewhere.id()).expect(404);
        elsewhere
                .answer("clerk", "RETURNED", "2025-09-24", backTo(south, "四年级"))
                .expect(403);
        elsewhere.record("bureau", "RETURNED", "2025-09-24", backTo(south, "四年级"));
        elsewhere.expectOnRoll("RETURNED", "南溪镇中心小学", "四年级");
        year.as("clerk2").get("/api/students/" + elsewhere.id()).expect(200);
        assertEquals("watch 2025-10-11", elsewhere.due("clerk2"));
        assertEquals("", elsewhere.due("clerk"), "the tasks go with the child");
    }

    private void refusedBySchool() {
        refused.record(
                "township", "REFUSED_BY_SCHOOL", "2025-09-24", "school", year.office("东山镇中心小学"), "words", "班额已满");
        assertTrue(refused.due("bureau").contains("place-after-refusal 2025-09-30"), refused.due("bureau"));
        refused.answer("clerk", "PLACED", "2025-09-24", "school", year.office("东山镇中心小学"), "grade", "三年级")
                .expect(403);
    }

    private void placed() {
        assertTrue(refused.due("bureau").contains("place-after-refusal 2025-09-30 late"), refused.due("bureau"));
        refused.issueApproved(
                "bureau",
                "chief",
                "national/placement-decision",
                "school",
                "南溪镇中心小学",
                "applied",
                "要求入学",
                "facts",
                "学校以班额已满为由拒收",
                "reasons",
                "学校不得拒收适龄儿童",
                "grade",
                "三年级",
                "classForm",
                "随班就读",
                "reportOn",
                "2025-10-13");
        refused.record(
                "bureau",
                "PLACED",
                "2025-10-10",
                "school",
                year.office("南溪镇中心小学"),
                "grade",
                "三年级",
                "schoolClass",
                "1班",
                "classForm",
                "随班就读");
        refused.expectState("RETURNED");
        refused.expectOnRoll("RETURNED", "南溪镇中心小学", "三年级");
        assertEquals("watch 2025-10-21", refused.due("clerk2"));
    }

    private void vocational() {
        vocational.record("clerk3", "VOCATIONAL", "2025-09-16", "by", "示范县职业中学", "schoolClass", "汽修1班");
        vocational.expectState("OUT");
        vocational.record("bureau", "VOCATIONAL", "2025-09-16", "by", "示范县职业中学", "schoolClass", "汽修1班");
        vocational.expectState("VOCATIONAL");
        assertEquals("vocational-tracking 2025-10-16", vocational.due("clerk3"));
    }

    private void followedUp(String day, String dueOn) {
        assertEquals("vocational-tracking " + dueOn, vocational.due("clerk3"));
        vocational.record("clerk3", "WATCHED", day, "words", "到校走访，在读，出勤正常");
        assertEquals("", vocational.due("clerk3"), "until the month is over");
    }

    private void saidToBeBack() {
        wrong.record("clerk", "RETURNED", "2025-09-24", back("二年级"));
        wrong.expectOnRoll("RETURNED", "东山镇中心小学", "二年级");
    }

    private void watched() {
        for (String day : List.of("2025-10-20", "2025-11-03", "2025-11-10")) {
            wrong.record("clerk", "WATCHED", day);
        }
        wrong.refused("watch", "clerk", "STRIKE_OFF_PROPOSED", "2025-11-10", "ground", "RETURNED");
    }

    private void struckOff() {
        wrong.record("clerk", "WATCHED", "2025-11-11");
        wrong.record("clerk", "STRIKE_OFF_PROPOSED", "2025-12-10", "ground", "RETURNED");
        wrong.record("bureau", "STRUCK_OFF", "2025-12-10", "ground", "RETURNED");
        wrong.expectState("STRUCK_OFF");
    }

    private void corrected() {
        long event = 0;
        for (JsonNode each : wrong.file("clerk").get("events")) {
            event = each.get("kind").asText().equals("RETURNED")
                    ? each.get("id").asLong()
                    : event;
        }
        wrong.answer("clerk", "CORRECTED", "2026-01-05", "corrects", event).expect(422);
        wrong.record("clerk", "CORRECTED", "2026-01-05", "corrects", event, "reason", "该生没有到校，名册误登");
        wrong.expectState("OUT");
        wrong.expectOnRoll("DROPPED_OUT", "东山镇中心小学", "二年级");
        assertTrue(wrong.movements().endsWith("CORRECTION"), wrong.movements());
        long flawed = 0;
        for (JsonNode each : wrong.file("clerk").get("events")) {
            flawed += each.get("flawed").asBoolean() ? 1 : 0;
        }
        assertEquals(7, flawed, "five confirmations, the proposal, the strike-off");
        assertTrue(wrong.due("clerk").contains("keep-persuading"), wrong.due("clerk"));
    }

    private static Object[] back(String grade) {
        return new Object[] {"grade", grade, "schoolClass", "2班", "classForm", "随班就读"};
    }

    private static Object[] backTo(long school, String grade) {
        return new Object[] {"school", school, "grade", grade, "schoolClass", "2班", "classForm", "随班就读"};
    }
}
