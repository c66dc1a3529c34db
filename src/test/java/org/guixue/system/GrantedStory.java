package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What is granted: a refuser's deferral after three joint persuasions and the county's consent; a suspension for illness of a
 * child that never dropped out, renewed ten days before its end; home tuition with plan, programme and records.
 */
final class GrantedStory {
    private final CountyYear year;
    private final YearChild refuser;
    private final YearChild ill;
    private final YearChild taught;

    private GrantedStory(CountyYear year) {
        this.year = year;
        this.refuser = new YearChild(year, "孙志远");
        this.ill = new YearChild(year, "吴佳慧");
        this.taught = new YearChild(year, "郑小宝");
    }

    static List<YearChild> plan(CountyYear year) {
        GrantedStory story = new GrantedStory(year);
        year.on("2025-09-08", "refuser", story::refuses);
        year.on("2025-09-24", "refuser", story::deferred);
        year.on("2026-03-03", "refuser", story::persuadedAgain);
        year.on("2026-09-22", "refuser", story::outAgain);
        year.on("2025-09-08", "illness", story::suspended);
        year.on("2026-03-03", "illness", story::appliesAgain);
        year.on("2026-03-23", "illness", story::renewed);
        year.on("2026-09-22", "illness", story::over);
        year.on("2025-09-08", "home tuition", story::homeTuition);
        year.on("2025-09-24", "home tuition", story::planned);
        year.on("2025-10-10", "home tuition", () -> story.taughtOn("2025-10-10", 1));
        year.on("2025-11-10", "home tuition", () -> story.taughtOn("2025-11-10", 2));
        return List.of(story.refuser, story.ill, story.taught);
    }

    private void refuses() {
        refuser.enter("clerk3", "2012-04-02", "八年级");
        refuser.away("clerk3", "2025-09-01", "2025-09-03", "2025-09-05");
        refuser.persuade("clerk3", "2025-09-08", "");
        refuser.issue("clerk3", "jiangxi/dropout-registration");
        String missing = refuser.refused("deferral-refusal", "bureau", "DECIDED", "2025-09-08", deferral());
        assertEquals(4, missing.split("；(?=[监学县联])").length, missing);
    }

    private void deferred() throws Exception {
        refuser.persuade("clerk3", "2025-09-17", "");
        refuser.persuade("clerk3", "2025-09-24", "我不想读书，想学汽修");
        String missing = refuser.refused("deferral-refusal", "bureau", "DECIDED", "2025-09-24", deferral());
        assertFalse(missing.contains("联合劝返"), missing);
        refuser.record(
                "clerk3", "APPLIED", "2025-09-24", "of", "DEFERRAL", "ground", "REFUSAL", "by", refuser.guardian());
        refuser.record("bureau", "OPINION", "2025-09-24", "by", "县控辍保学领导小组", "number", "示控保〔2025〕3号");
        long proof = refuser.proof("bureau");
        refuser.refused(
                "deferral-refusal",
                "bureau",
                "DECIDED",
                "2025-09-24",
                with(deferral(), "guardian", "HINDERS", "basis", List.of(Map.of("evidence", proof))));
        refuser.answer(
                        "clerk3",
                        "DECIDED",
                        "2025-09-24",
                        with(
                                deferral(),
                                "guardian",
                                "DUTIFUL",
                                "basis",
                                List.of(Map.of("evidence", refuser.proof("clerk3")))))
                .expect(403);
        refuser.record(
                "bureau",
                "DECIDED",
                "2025-09-24",
                with(deferral(), "guardian", "DUTIFUL", "basis", List.of(Map.of("evidence", proof))));
        refuser.expectState("DEFERRED");
        refuser.expectOnRoll("SUSPENDED", "东山初级中学", "八年级");
    }

    private static Object[] deferral() {
        return new Object[] {"of", "DEFERRAL", "ground", "REFUSAL", "granted", true, "until", "2026-06-30"};
    }

    private void persuadedAgain() {
        assertTrue(refuser.due("clerk3").contains("refusers-persuaded 2026-03-31"), refuser.due("clerk3"));
        refuser.persuade("clerk3", "2026-03-03", "再想想");
        assertFalse(refuser.due("clerk3").contains("refusers-persuaded"), refuser.due("clerk3"));
        refuser.issue("clerk3", "jiangxi/dropout-registration");
    }

    private void outAgain() {
        refuser.expectState("OUT");
        refuser.expectOnRoll("DROPPED_OUT", "东山初级中学", "八年级");
        assertEquals("2026-07-01", refuser.file("bureau").get("since").asText());
    }

    private void suspended() throws Exception {
        ill.enter("clerk", "2016-03-03", "三年级", "sex", "女");
        ill.open("clerk", "2025-09-08", "申请休学", "as", "APPLICATION");
        ill.expectState("APPLYING");
        ill.expectOnRoll("ENROLLED", "东山镇中心小学", "三年级");
        ill.refused("deferral-health", "township", "DECIDED", "2025-09-08", suspension("2026-03-20"));
        ill.record(
                "clerk",
                "APPLIED",
                "2025-09-08",
                "of",
                "SUSPENSION",
                "ground",
                "HEALTH",
                "by",
                ill.guardian(),
                "basis",
                List.of(Map.of("evidence", ill.proof("clerk"))));
        ill.refused("deferral-health", "township", "DECIDED", "2025-09-08", suspension("2028-09-08"));
        ill.record("township", "DECIDED", "2025-09-08", suspension("2026-03-20"));
        ill.expectState("SUSPENDED");
        ill.expectOnRoll("SUSPENDED", "东山镇中心小学", "三年级");
        assertEquals("SUSPENSION", ill.movements(), "no dropout is counted");
    }

    private static Object[] suspension(String until) {
        return new Object[] {"of", "SUSPENSION", "ground", "HEALTH", "granted", true, "until", until};
    }

    private void appliesAgain() throws Exception {
        assertTrue(ill.due("clerk").contains("renewal 2026-03-10"), ill.due("clerk"));
        ill.refused("deferral-health", "township", "DECIDED", "2026-03-03", suspension("2026-09-10"));
        ill.record(
                "clerk",
                "APPLIED",
                "2026-03-03",
                "of",
                "SUSPENSION",
                "ground",
                "HEALTH",
                "by",
                ill.guardian(),
                "basis",
                List.of(Map.of("evidence", ill.proof("clerk"))));
        assertFalse(ill.due("clerk").contains("renewal"), ill.due("clerk"));
        ill.record("township", "DECIDED", "2026-03-03", suspension("2026-09-10"));
    }

    private void renewed() {
        ill.expectState("SUSPENDED");
        assertEquals("2026-09-10", ill.file("clerk").get("until").asText());
        for (JsonNode task : year.tasks("bureau", "")) {
            assertFalse(task.toString().matches(".*(因病|残疾|肢体|疾病).*"), task.toString());
        }
    }

    private void over() {
        ill.expectState("SUSPECTED");
        assertTrue(ill.due("clerk").contains("settle-suspicion 2026-09-18 late"), ill.due("clerk"));
        ill.expectOnRoll("AT_RISK", "东山镇中心小学", "三年级");
    }

    private void homeTuition() {
        taught.enter(
                "clerk",
                "2015-02-08",
                "四年级",
                "disability",
                Map.of("kind", "肢体", "grade", "一级", "certificate", "", "remark", ""));
        taught.open("clerk", "2025-09-01", "申请送教上门", "as", "APPLICATION");
        Object[] decision = {"of", "HOME_TUITION", "ground", "DISABILITY", "granted", true};
        taught.refused("home-tuition", "bureau", "DECIDED", "2025-09-03", decision);
        taught.record(
                "clerk",
                "APPLIED",
                "2025-09-02",
                "of",
                "HOME_TUITION",
                "ground",
                "DISABILITY",
                "by",
                taught.guardian());
        taught.record("bureau", "OPINION", "2025-09-02", "by", "县残疾人教育专家委员会");
        taught.record("bureau", "DECIDED", "2025-09-03", decision);
        taught.expectState("HOME_TUITION");
        taught.expectOnRoll("ENROLLED", "东山镇中心小学", "四年级");
        assertEquals(
                "tuition-plan 2025-09-30, tuition-programme 2025-09-30, tuition-record 2025-09-30",
                taught.due("clerk"));
        assertFalse(taught.task("clerk", "tuition-plan").toString().contains("肢体"));
    }

    private void planned() {
        taught.issue(
                "clerk",
                "national/home-tuition-service-plan",
                "team",
                List.of(Map.of("name", "林晓芳", "duty", "语文")),
                "present",
                "能听懂简单指令",
                "aims",
                "认读常用字",
                "frequency",
                "每周一次",
                "lessons",
                2,
                "schedule",
                List.of(Map.of("month", "2025-10", "content", "认读", "lessons", 4)),
                "support",
                "轮椅");
        taught.issue(
                "clerk",
                "national/individual-programme",
                "form",
                "送教上门",
                "fromDay",
                "2025-09-03",
                "untilDay",
                "2026-07-03",
                "domains",
                List.of(Map.of("domain", "认知", "present", "认识十个字", "aim", "认读一百个字", "steps", "每周五个字")),
                "teaching",
                "认读",
                "family",
                "每天练习",
                "team",
                List.of(Map.of("name", "林晓芳", "role", "语文教师")));
        taughtOn("2025-09-24", 1);
        assertEquals("", taught.due("clerk"), "taught before the month is over");
    }

    private void taughtOn(String day, int ordinal) {
        taught.issue(
                "clerk",
                "national/home-tuition-record",
                "visitedOn",
                day,
                "fromTime",
                "14:00",
                "untilTime",
                "15:30",
                "lessons",
                2,
                "ordinal",
                ordinal,
                "teachers",
                "林晓芳、何玉兰",
                "aims",
                "认读十个字",
                "content",
                "认读",
                "performance",
                "认真");
    }

    private static Object[] with(Object[] facts, Object... further) {
        Object[] all = java.util.Arrays.copyOf(facts, facts.length + further.length);
        System.arraycopy(further, 0, all, facts.length, further.length);
        return all;
    }
}
