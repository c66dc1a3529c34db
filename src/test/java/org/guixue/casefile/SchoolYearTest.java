package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases through a school year, in straight and crooked ways: each gate refused before and passed after, the roll alike. */
class SchoolYearTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final RegistryDesk desk = REGISTRY.desk();
    private final CaseDesk at = new CaseDesk(desk, LocalDate.of(2026, 9, 1));
    private final Caller school = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    private final Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.east);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    private long enrolled() {
        return desk.roster
                .enter(school, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
    }

    /** Opened and confirmed on a day, last seen on another. */
    private long away(long child, String lastDay, String day) {
        at.on(day);
        long opened = at.casework
                .open(
                        school,
                        child,
                        at.today(),
                        "随父母外出",
                        at.said(EventKind.OPENED, "lastDayAttended", lastDay).facts())
                .id();
        at.record(school, opened, EventKind.CONFIRMED);
        return opened;
    }

    private void persuade(long caseId, String day, boolean joint, String childSaid) {
        at.on(day);
        at.casework.record(
                school,
                caseId,
                new PersuasionDetails(
                        at.today(),
                        List.of("林老师", "吴主任"),
                        joint ? List.of("学校", "乡镇") : List.of("学校", "学校"),
                        "家中",
                        "入户面谈",
                        "还要再做工作",
                        Optional.of(childSaid.isEmpty() ? PersuasionDetails.Met.GUARDIAN : PersuasionDetails.Met.BOTH),
                        childSaid,
                        "",
                        Optional.empty(),
                        "",
                        List.of()));
    }

    private void returned(long caseId, String day, String grade) {
        at.on(day);
        at.record(school, caseId, EventKind.RETURNED, "grade", grade, "schoolClass", "2班", "classForm", "随班就读");
    }

    private String closed(Runnable act) {
        return assertThrows(GateClosed.class, act::run).obstacle().rule();
    }

    private static String fields(Runnable act) {
        return assertThrows(ValuesRefused.class, act::run).violations().stream()
                .map(Violation::field)
                .collect(Collectors.joining(" "));
    }

    private StudentState state(long child) {
        return desk.child(child).state();
    }

    private List<MovementKind> movements(long child) {
        return desk.history(child, school.scope()).stream().map(Movement::kind).toList();
    }

    private long paper(long child, boolean valid) {
        long id = at.papers.size() + 1L;
        at.papers.put(
                id,
                new Papers.Paper(
                        id, "national/evidence-list", "证据目录", "东小证〔2026〕1号", child, valid, LocalDate.of(2026, 9, 1)));
        return id;
    }

    @Test
    void aChildThatStaysAwayComesBackIsWatchedAndStruckOff() {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        assertEquals(StudentState.DROPPED_OUT, state(child));
        persuade(caseId, "2026-09-09", true, "");
        assertEquals(1, at.now(caseId).jointPersuasions());
        returned(caseId, "2026-09-18", grade);
        assertEquals(StudentState.RETURNED, state(child));
        assertEquals("2班", desk.child(child).schoolClass());
        assertEquals(List.of(MovementKind.SUSPICION, MovementKind.DROPOUT, MovementKind.RESUMPTION), movements(child));

        assertEquals(
                "watch", closed(() -> at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED")));
        for (String day : List.of("2026-09-21", "2026-09-28", "2026-10-12")) {
            at.on(day);
            at.record(school, caseId, EventKind.WATCHED);
        }
        at.on("2026-10-03");
        assertEquals(
                "watch",
                closed(() -> at.recording.record(
                        school, caseId, CaseDesk.saidOn(LocalDate.of(2026, 10, 3), EventKind.WATCHED, "late", "漏记"))));
        at.on("2026-11-06");
        assertEquals(
                "watch", closed(() -> at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED")));
        at.record(school, caseId, EventKind.WATCHED);
        at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED");
        assertThrows(Forbidden.class, () -> at.record(school, caseId, EventKind.STRUCK_OFF, "end", "RETURNED"));
        assertEquals("strike-off", closed(() -> at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "DIED")));
        at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "RETURNED");
        assertEquals(CaseState.STRUCK_OFF, at.found(caseId).state());
        assertEquals(StudentState.RETURNED, state(child));
        assertEquals(List.of(), desk.read(() -> at.reader.flawed(at.found(caseId), at.cases.history(caseId))));
    }

    @Test
    void exactlyThreeMonthsIsTheSameGradeAndADayMoreTheNext() {
        String next = next(desk.child(enrolled()).grade());
        long first = enrolled();
        String grade = desk.child(first).grade();
        long early = away(first, "2026-09-01", "2026-09-07");
        at.on("2026-12-01");
        assertEquals("placement", closed(() -> returned(early, "2026-12-01", next(grade))));
        returned(early, "2026-12-01", grade);
        long second = enrolled();
        String own = desk.child(second).grade();
        long late = away(second, "2026-09-01", "2026-09-07");
        assertEquals("placement", closed(() -> returned(late, "2026-12-02", own)));
        at.record(
                school,
                late,
                EventKind.RETURNED,
                "grade",
                own,
                "schoolClass",
                "1班",
                "classForm",
                "单独编班",
                "reason",
                "家长和学校商定，先在原年级补课");
        assertEquals(own, desk.child(second).grade());
        assertFalse(next.isEmpty());
    }

    private static String next(String grade) {
        String figures = "一二三四五六七八九";
        return figures.charAt(figures.indexOf(grade.charAt(0)) + 1) + "年级";
    }

    @Test
    void aRefusalIsDeferredAfterThreeJointPersuasionsEvidenceTheChildsOwnWordsAndTheCountysConsent() {
        long child = enrolled();
        long caseId = away(child, "2026-09-01", "2026-09-07");
        at.on("2026-10-20");
        String[] decision = {"of", "DEFERRAL", "ground", "REFUSAL", "granted", "true", "until", "2027-01-20"};
        assertEquals(4, missing(() -> at.record(bureau, caseId, EventKind.DECIDED, decision)));
        persuade(caseId, "2026-10-21", true, "");
        persuade(caseId, "2026-10-22", true, "");
        persuade(caseId, "2026-10-23", false, "我不想读书");
        at.on("2026-10-24");
        assertEquals(3, missing(() -> at.record(bureau, caseId, EventKind.DECIDED, decision)));
        persuade(caseId, "2026-10-26", true, "");
        assertEquals(2, missing(() -> at.record(bureau, caseId, EventKind.DECIDED, decision)));
        at.record(bureau, caseId, EventKind.OPINION, "by", "县控辍保学领导小组", "number", "示控保〔2026〕3号");
        CaseEvent hindering = CaseDesk.proved(
                at.said(
                        EventKind.DECIDED,
                        "of",
                        "DEFERRAL",
                        "ground",
                        "REFUSAL",
                        "granted",
                        "true",
                        "until",
                        "2027-01-20",
                        "guardian",
                        "HINDERS"),
                paper(child, true));
        assertEquals(1, missing(() -> at.recording.record(bureau, caseId, hindering)));
        CaseEvent dutiful = CaseDesk.proved(
                at.said(
                        EventKind.DECIDED,
                        "of",
                        "DEFERRAL",
                        "ground",
                        "REFUSAL",
                        "granted",
                        "true",
                        "until",
                        "2027-01-20",
                        "guardian",
                        "DUTIFUL"),
                paper(child, true));
        assertThrows(Forbidden.class, () -> at.recording.record(school, caseId, dutiful));
        at.recording.record(bureau, caseId, dutiful);
        assertEquals(CaseState.DEFERRED, at.found(caseId).state());
        assertEquals(StudentState.SUSPENDED, state(child));
        persuade(caseId, "2026-11-02", true, "");

        at.on("2027-01-21");
        at.recording.endPeriods();
        assertEquals(CaseState.OUT, at.found(caseId).state());
        assertEquals(StudentState.DROPPED_OUT, state(child));
    }

    private int missing(Runnable act) {
        return assertThrows(GateClosed.class, act::run).obstacle().missing().size();
    }

    @Test
    void anApplicationOfAChildThatNeverDroppedOutCountsNoDropout() {
        long child = enrolled();
        at.on("2026-09-10");
        long caseId = at.casework
                .open(
                        school,
                        child,
                        at.today(),
                        "申请休学",
                        at.said(EventKind.OPENED, "as", "APPLICATION").facts())
                .id();
        assertEquals(StudentState.ENROLLED, state(child));
        String[] decision = {"of", "SUSPENSION", "ground", "HEALTH", "granted", "true", "until", "2027-01-20"};
        assertEquals("deferral-health", closed(() -> at.record(township, caseId, EventKind.DECIDED, decision)));
        at.record(school, caseId, EventKind.APPLIED, "of", "SUSPENSION", "ground", "HEALTH", "by", "监护人");
        assertEquals(1, missing(() -> at.record(township, caseId, EventKind.DECIDED, decision)));
        String[] threeYears = {"of", "SUSPENSION", "ground", "HEALTH", "granted", "true", "until", "2029-09-10"};
        assertEquals(
                1,
                missing(() -> at.recording.record(
                        township,
                        caseId,
                        CaseDesk.proved(at.said(EventKind.DECIDED, threeYears), paper(child, true)))));
        at.recording.record(
                township, caseId, CaseDesk.proved(at.said(EventKind.DECIDED, decision), paper(child, true)));
        assertEquals(CaseState.SUSPENDED, at.found(caseId).state());
        assertEquals(List.of(MovementKind.SUSPENSION), movements(child));
        at.on("2027-01-21");
        at.recording.endPeriods();
        assertEquals(CaseState.SUSPECTED, at.found(caseId).state());
    }

    @Test
    void aWrongReturnIsCorrectedAfterWatchAndStrikeOff() {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        returned(caseId, "2026-09-18", grade);
        for (String day : List.of("2026-09-21", "2026-09-28", "2026-10-12", "2026-11-06")) {
            at.on(day);
            at.record(school, caseId, EventKind.WATCHED);
        }
        at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "RETURNED");
        at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "RETURNED");
        long wrong = at.now(caseId).of(EventKind.RETURNED).get(0).id();

        assertEquals("reason", fields(() -> at.correcting.correct(school, caseId, wrong, Optional.empty(), " ")));
        at.correcting.correct(school, caseId, wrong, Optional.empty(), "该生没有到校，名册误登");
        assertEquals(CaseState.OUT, at.found(caseId).state());
        assertEquals(StudentState.DROPPED_OUT, state(child));
        assertEquals(
                MovementKind.CORRECTION, movements(child).get(movements(child).size() - 1));
        List<CaseEvent> flawed = desk.read(() -> at.reader.flawed(at.found(caseId), at.cases.history(caseId)));
        assertEquals(6, flawed.size(), "four confirmations, the proposal, the strike-off");
        assertThrows(Conflict.class, () -> at.correcting.correct(school, caseId, wrong, Optional.empty(), "再更正一次"));
    }

    @Test
    void anEventIsCorrectedInPlace() {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        returned(caseId, "2026-09-18", grade);
        long wrong = at.now(caseId).of(EventKind.RETURNED).get(0).id();
        CaseEvent right = CaseDesk.saidOn(
                LocalDate.of(2026, 9, 17),
                EventKind.RETURNED,
                "grade",
                grade,
                "schoolClass",
                "3班",
                "classForm",
                "随班就读");
        at.correcting.correct(school, caseId, wrong, Optional.of(right), "日期和班级写错");
        assertEquals(LocalDate.of(2026, 9, 17), at.now(caseId).since());
        assertEquals("3班", desk.child(child).schoolClass());
        long townships =
                at.record(township, caseId, EventKind.RELAPSED, "cause", "又离校").id();
        assertThrows(Forbidden.class, () -> at.correcting.correct(school, caseId, townships, Optional.empty(), "误登"));
    }

    @Test
    void aVisitIsRecordedAWeekLateWithAReasonAndKnownOnlyFromThen() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.on("2026-09-10");
        at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出打工");
        at.on("2026-09-16");
        CaseEvent late = CaseDesk.saidOn(LocalDate.of(2026, 9, 9), EventKind.ENQUIRED, "whereabouts", "广东");
        assertEquals("late", fields(() -> at.recording.record(school, caseId, late)));
        at.recording.record(
                school,
                caseId,
                CaseDesk.saidOn(LocalDate.of(2026, 9, 9), EventKind.ENQUIRED, "whereabouts", "广东", "late", "入户的老师刚回校"));
        assertEquals(Optional.of("广东"), at.now(caseId).whereabouts());
    }

    @Test
    void whatDidNotHoldOnItsDayIsRefusedAndNothingIsWritten() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        String before = REGISTRY.text("select count(*) from case_event where case_id = " + caseId);
        assertEquals(
                "on",
                fields(() -> at.recording.record(
                        school, caseId, CaseDesk.saidOn(at.today().plusDays(1), EventKind.ENQUIRED))));
        assertEquals("state", closed(() -> at.record(school, caseId, EventKind.WATCHED)));
        assertEquals("kind", fields(() -> at.record(school, caseId, EventKind.PERSUADED, "persuasion", "1")));
        assertEquals(
                "basis",
                fields(() -> at.recording.record(
                        school, caseId, CaseDesk.proved(at.said(EventKind.ENQUIRED), paper(child + 1, true)))));
        assertEquals(
                "basis",
                fields(() -> at.recording.record(
                        school, caseId, CaseDesk.proved(at.said(EventKind.ENQUIRED), paper(child, false)))));
        assertEquals("grade schoolClass classForm", fields(() -> at.record(school, caseId, EventKind.RETURNED)));
        assertEquals(before, REGISTRY.text("select count(*) from case_event where case_id = " + caseId));
        assertEquals(StudentState.DROPPED_OUT, state(child));
    }

    @Test
    void aSchoolRefusesAndTheBureauPlaces() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.record(township, caseId, EventKind.REFUSED_BY_SCHOOL, "school", Long.toString(REGISTRY.eastSchool.id()));
        assertThrows(
                Forbidden.class,
                () -> at.record(
                        school,
                        caseId,
                        EventKind.PLACED,
                        "school",
                        Long.toString(REGISTRY.westSchool.id()),
                        "grade",
                        "一年级"));
        at.on("2026-09-14");
        at.record(
                bureau,
                caseId,
                EventKind.PLACED,
                "school",
                Long.toString(REGISTRY.westSchool.id()),
                "grade",
                desk.child(child).grade(),
                "schoolClass",
                "1班");
        assertEquals(
                REGISTRY.westSchool.id(),
                desk.child(child).school().orElseThrow().id());
        assertEquals(CaseState.RETURNED, at.found(caseId).state());
    }

    @Test
    void aSchoolProposesAVocationalPlaceAndTheBureauDecides() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.record(school, caseId, EventKind.VOCATIONAL, "by", "县职业中学");
        assertEquals(CaseState.OUT, at.found(caseId).state());
        at.record(bureau, caseId, EventKind.VOCATIONAL, "by", "县职业中学");
        assertEquals(CaseState.VOCATIONAL, at.found(caseId).state());
        assertEquals(StudentState.TRANSFERRED, state(child));
        at.on("2026-10-12");
        at.record(school, caseId, EventKind.RELAPSED, "cause", "又离校");
        assertEquals(2, at.now(caseId).spell());
        assertEquals(StudentState.DROPPED_OUT, state(child));
    }

    @Test
    void aCaseIsHandedOverAndAcceptedByTheOther() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.record(school, caseId, EventKind.HANDED_OVER, "to", Long.toString(REGISTRY.east.id()));
        assertThrows(Forbidden.class, () -> at.record(school, caseId, EventKind.ACCEPTED));
        at.record(township, caseId, EventKind.ACCEPTED);
        assertEquals(REGISTRY.east.id(), at.found(caseId).leadOffice().orElseThrow());
        assertThrows(Forbidden.class, () -> at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出"));
    }

    @Test
    void whoACaseIsHandedOverToSeesTheChildWhereverItLives() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        Caller west = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.west);
        assertThrows(NotFound.class, () -> at.record(west, caseId, EventKind.ACCEPTED));
        at.record(school, caseId, EventKind.HANDED_OVER, "to", Long.toString(REGISTRY.west.id()));
        at.record(west, caseId, EventKind.ACCEPTED);
        at.record(west, caseId, EventKind.ENQUIRED, "whereabouts", "西河镇外婆家");
        assertEquals(
                1,
                desk.read(() -> at.cases.open(west.scope(), 1000)).stream()
                        .filter(each -> each.id() == caseId)
                        .count());
    }

    @Test
    void sixteenIsAGroundOfItsOwnAfterTheBirthdayAndAPersuasion() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        LocalDate birthday = desk.child(child).bornOn().plusYears(16);
        assertEquals(
                "strike-off", closed(() -> at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "SIXTEEN")));
        persuade(caseId, birthday.toString(), true, "");
        at.record(school, caseId, EventKind.STRIKE_OFF_PROPOSED, "end", "SIXTEEN");
        at.record(bureau, caseId, EventKind.STRUCK_OFF, "end", "SIXTEEN");
        assertEquals(CaseState.STRUCK_OFF, at.found(caseId).state());
    }

    @Test
    void aReturnThatIsRegisteredOnTheRollReturnsTheCaseToo() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        at.on("2026-09-20");
        at.moving.register(
                school,
                child,
                new MovementOrder(MovementKind.RESUMPTION, at.today(), OptionalLong.empty(), "", "4班", "", "返校签到表"));
        assertEquals(CaseState.RETURNED, at.found(caseId).state());
        assertEquals("4班", desk.child(child).schoolClass());
        at.on("2026-10-20");
        at.moving.register(
                school,
                child,
                new MovementOrder(MovementKind.DROPOUT, at.today(), OptionalLong.empty(), "", "", "", "点名册"));
        assertEquals(CaseState.OUT, at.found(caseId).state());
        assertEquals(2, at.now(caseId).spell());
    }

    @Test
    void aPersuasionIsCorrectedAndCountsNoMore() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        persuade(caseId, "2026-09-09", true, "");
        long event = at.now(caseId).of(EventKind.PERSUADED).get(0).id();
        PersuasionDetails alone = new PersuasionDetails(at.today(), List.of("林老师"), "家中", "电话联系", "没有打通");
        at.correcting.correctPersuasion(school, caseId, event, alone, "实际是电话联系");
        assertEquals(0, at.now(caseId).jointPersuasions());
        assertEquals(List.of("没有打通"), desk.read(() -> at.cases.find(caseId).orElseThrow().persuasions().stream()
                .map(Persuasion::result)
                .toList()));
    }

    /** The last step fails as a kill would: the case, the roll and the trail stand as before. */
    @Test
    void whatIsCutOffAtItsLastStepHasWrittenNothing() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        String events = REGISTRY.text("select count(*) from case_event where case_id = " + caseId);
        String told = REGISTRY.told(child);
        RegistryDesk other = REGISTRY.desk();
        CaseDesk failing = new CaseDesk(other, LocalDate.of(2026, 9, 14), (changed, entered) -> {
            throw new IllegalStateException("cut off");
        });
        assertThrows(
                IllegalStateException.class,
                () -> failing.record(
                        school,
                        caseId,
                        EventKind.RETURNED,
                        "grade",
                        "一年级",
                        "schoolClass",
                        "9班",
                        "classForm",
                        "随班就读",
                        "reason",
                        "另有安排"));
        assertEquals(events, REGISTRY.text("select count(*) from case_event where case_id = " + caseId));
        assertEquals("OUT", REGISTRY.text("select state from case_file where id = " + caseId));
        assertEquals("DROPPED_OUT", REGISTRY.text("select state from student where id = " + child));
        assertEquals("2", REGISTRY.text("select count(*) from student_movement where student_id = " + child));
        assertEquals(told, REGISTRY.told(child));
    }

    @Test
    void ofTwoWhoRecordAReturnAtOnceOneIsTold() throws Exception {
        long child = enrolled();
        String grade = desk.child(child).grade();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        CaseDesk other = new CaseDesk(REGISTRY.desk(), at.today());
        String[] said = {"grade", grade, "schoolClass", "2班", "classForm", "随班就读"};
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> returns(other, caseId, said));
        boolean first = returns(at, caseId, said);
        assertTrue(first != second.get(1, TimeUnit.MINUTES), "one return");
        assertEquals("RETURNED", REGISTRY.text("select state from case_file where id = " + caseId));
        assertEquals(
                "1", REGISTRY.text("select count(*) from case_event where kind = 'RETURNED' and case_id = " + caseId));
    }

    private boolean returns(CaseDesk with, long caseId, String... said) {
        try {
            with.record(school, caseId, EventKind.RETURNED, said);
            return true;
        } catch (GateClosed e) {
            return false;
        }
    }

    @Test
    void aCorrectionPutsNothingInPlaceThatOnlyAnActWrites() {
        long child = enrolled();
        long caseId = away(child, "2026-09-04", "2026-09-07");
        long enquiry =
                at.record(school, caseId, EventKind.ENQUIRED, "cause", "外出").id();
        CaseEvent order = at.said(EventKind.ORDERED);
        assertEquals(
                "replacement", fields(() -> at.correcting.correct(school, caseId, enquiry, Optional.of(order), "写错")));
    }
}
