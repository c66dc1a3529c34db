package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Children whom a register does not know well: one without household registration, twins without IDs, one never enrolled, a
 * no-show after grade 6; a sixteenth birthday under an order; what is recorded a week late.
 */
final class NoPapersStory {
    private final CountyYear year;
    private final YearChild unregistered;
    private final YearChild firstTwin;
    private final YearChild secondTwin;
    private final YearChild never;
    private final YearChild noShow;
    private final YearChild sixteen;
    private final YearChild lately;

    private NoPapersStory(CountyYear year) {
        this.year = year;
        this.unregistered = new YearChild(year, "施无籍");
        this.firstTwin = new YearChild(year, "张大双");
        this.secondTwin = new YearChild(year, "张小双");
        this.never = new YearChild(year, "何初见");
        this.noShow = new YearChild(year, "吕初一");
        this.sixteen = new YearChild(year, "曹十六");
        this.lately = new YearChild(year, "严补录");
    }

    static List<YearChild> plan(CountyYear year) {
        NoPapersStory story = new NoPapersStory(year);
        year.on("2025-09-08", "no household", story::unregistered);
        year.on("2025-09-08", "twins", story::twins);
        year.on("2025-09-08", "never enrolled", story::neverEnrolled);
        year.on("2025-09-16", "never enrolled", story::enrolled);
        year.on("2025-09-01", "no-show", story::noShow);
        year.on("2025-09-08", "no-show", story::foundOut);
        year.on("2025-09-16", "no-show", story::cameAfterAll);
        year.on("2025-09-08", "sixteen", story::beforeTheBirthday);
        year.on("2025-09-16", "sixteen", story::ordered);
        year.on("2025-10-10", "sixteen", story::lastJointPersuasion);
        year.on("2025-11-10", "sixteen", story::sixteen);
        year.on("2025-09-08", "late record", story::nobodyWrites);
        year.on("2025-09-16", "late record", story::aWeekLate);
        return List.of(
                story.unregistered,
                story.firstTwin,
                story.secondTwin,
                story.never,
                story.noShow,
                story.sixteen,
                story.lately);
    }

    private void unregistered() {
        unregistered.enter("clerk", "2018-03-09", "一年级", "noIdReason", "未上户口");
        JsonNode notice =
                unregistered.issue("clerk", "national/no-household-notice", "found", "入学登记时", "policeStation", "东山派出所");
        unregistered
                .deliver("clerk", notice, "2025-09-08", "GUARDIAN", "receiver", unregistered.guardian())
                .expect(201);
        JsonNode told = unregistered.issue("clerk", "national/police-notification", "police", "示范县公安局东山派出所");
        String values = year.as("clerk")
                .get("/api/instruments/" + told.get("id") + "/values")
                .expect(200)
                .json()
                .toString();
        assertTrue(values.contains(notice.get("serial").asText()), values);
        assertTrue(values.contains("2025-09-08"), values);
    }

    private void twins() {
        firstTwin.enter("clerk", "2016-08-08", "三年级", "noIdReason", "未上户口");
        secondTwin.enter("clerk", "2016-08-08", "三年级", "noIdReason", "未上户口");
        assertNotEquals(firstTwin.id(), secondTwin.id());
        firstTwin.away("clerk", "2025-09-01", "2025-09-03", "2025-09-05");
        firstTwin.persuade("clerk", "2025-09-08", "");
        JsonNode own = firstTwin.issue("clerk", "jiangxi/dropout-registration");
        secondTwin.open("clerk", "2025-09-08", "没有到校", "lastDayAttended", "2025-09-05");
        secondTwin.expectState("SUSPECTED");
        firstTwin.expectState("OUT");
        secondTwin
                .answer(
                        "clerk",
                        "ENQUIRED",
                        "2025-09-08",
                        "cause",
                        "外出",
                        "basis",
                        List.of(Map.of("instrument", own.get("id").asLong())))
                .expect(422);
        secondTwin.record("clerk", "CLEARED", "2025-09-08", "words", "请了病假，班主任入户见到本人");
        secondTwin.expectOnRoll("ENROLLED", "东山镇中心小学", "三年级");
    }

    private void neverEnrolled() {
        never.enter("township", "2018-05-01", "", "school", 0, "schoolClass", "");
        never.open("township", "2025-09-04", "入户摸排发现，从未入学", "neverEnrolled", true);
        never.record("township", "CONFIRMED", "2025-09-05", "words", "村里证明，从未入学");
        never.expectState("OUT");
        assertEquals("first-persuasion 2025-09-08, one-child-one-form 2025-09-12", never.due("township"));
        never.persuade("township", "2025-09-08", "");
        String form = never.task("township", "one-child-one-form").get("href").asText();
        assertTrue(form.contains("dropout-registration"), form);
        never.issue("township", "jiangxi/dropout-registration");
        assertEquals("keep-persuading 2025-09-30", never.due("township"));
    }

    private void enrolled() {
        never.answer("township", "RETURNED", "2025-09-16", "grade", "一年级", "schoolClass", "1班", "classForm", "随班就读")
                .expect(403);
        never.record(
                "bureau",
                "RETURNED",
                "2025-09-16",
                "school",
                year.office("东山镇中心小学"),
                "grade",
                "一年级",
                "schoolClass",
                "1班",
                "classForm",
                "随班就读");
        never.expectOnRoll("RETURNED", "东山镇中心小学", "一年级");
        assertEquals("watch 2025-09-26", never.due("clerk"));
    }

    private void noShow() {
        noShow.enter("clerk3", "2013-04-03", "七年级");
        noShow.open("clerk3", "2025-09-01", "小学毕业后没有来报到", "lastDayAttended", "2025-07-04");
        assertEquals("absent-five-days 2025-09-05, settle-suspicion 2025-09-08", noShow.due("clerk3"));
    }

    private void foundOut() {
        noShow.record("clerk3", "ENQUIRED", "2025-09-08", "whereabouts", "在外婆家", "cause", "随父母外出");
        noShow.record("clerk3", "CONFIRMED", "2025-09-08", "words", "电话联系到家长，没有在别处就读");
        noShow.persuade("clerk3", "2025-09-08", "我想去");
        noShow.issue("clerk3", "jiangxi/dropout-registration");
    }

    private void cameAfterAll() {
        noShow.refused("placement", "clerk3", "RETURNED", "2025-09-16", back("九年级"));
        noShow.record("clerk3", "RETURNED", "2025-09-16", back("七年级"));
        noShow.expectOnRoll("RETURNED", "东山初级中学", "七年级");
    }

    private void beforeTheBirthday() {
        sixteen.enter("clerk3", "2009-11-05", "九年级");
        sixteen.away("clerk3", "2025-09-01", "2025-09-03", "2025-09-05");
        sixteen.persuade("clerk3", "2025-09-08", "");
        sixteen.issue("clerk3", "jiangxi/dropout-registration");
        sixteen.issue("clerk3", "national/persuasion-failure-report", "aid", "无");
        assertEquals("keep-persuading 2025-09-30", sixteen.due("clerk3"));
    }

    private void ordered() {
        assertEquals("keep-persuading 2025-09-30, sixteen 2025-11-05", sixteen.due("clerk3"));
        sixteen.issueApproved("township", "mayor", "national/return-order", "days", 7);
        assertFalse(sixteen.due("bureau").contains("order-after-report"), sixteen.due("bureau"));
    }

    private void lastJointPersuasion() {
        sixteen.persuade("clerk3", "2025-10-10", "我要打工");
        assertFalse(sixteen.due("clerk3").contains("sixteen"), sixteen.due("clerk3"));
        sixteen.refused("strike-off", "clerk3", "STRIKE_OFF_PROPOSED", "2025-10-10", "ground", "SIXTEEN");
        sixteen.issue("clerk3", "jiangxi/dropout-registration");
    }

    private void sixteen() {
        sixteen.expectState("OUT");
        sixteen.issueApproved(
                "bureau",
                "chief",
                "national/sixteen-unfinished",
                "completed",
                "八年级",
                "vocational",
                "已提供，不愿意",
                "decision",
                "同意");
        sixteen.record("clerk3", "STRIKE_OFF_PROPOSED", "2025-11-10", "ground", "SIXTEEN");
        sixteen.record("bureau", "STRUCK_OFF", "2025-11-10", "ground", "SIXTEEN");
        sixteen.expectState("STRUCK_OFF");
        sixteen.expectOnRoll("DROPPED_OUT", "东山初级中学", "九年级");
    }

    private void nobodyWrites() {
        lately.enter("clerk", "2015-01-20", "四年级");
        lately.away("clerk", "2025-09-01", "2025-09-03", "2025-09-05");
    }

    private void aWeekLate() {
        assertEquals("first-persuasion 2025-09-08 late, one-child-one-form 2025-09-12 late", lately.due("clerk"));
        lately.record("clerk", "ENQUIRED", "2025-09-15", "cause", "厌学");
        lately.persuade("clerk", "2025-09-08", "");
        assertFalse(lately.due("clerk").contains("first-persuasion"), lately.due("clerk"));
        lately.answer("clerk", "ENQUIRED", "2025-09-09", "whereabouts", "广东").expect(422);
        lately.record("clerk", "ENQUIRED", "2025-09-09", "whereabouts", "广东", "late", "入户的老师刚回校");
        lately.issue("clerk", "jiangxi/dropout-registration");
    }

    private static Object[] back(String grade) {
        return new Object[] {"grade", grade, "schoolClass", "2班", "classForm", "随班就读"};
    }
}
