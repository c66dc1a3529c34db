package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.IssueOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A child misses school: notice, report and order know what happened before them. */
class KnownInCaseTest {
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");
    private static final FormId REPORT = FormId.parse("national/persuasion-failure-report");
    private static final FormId ORDER = FormId.parse("national/schooling-order");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private WorkshopCounty county;
    private Caller clerk;
    private Caller bureau;
    private Workshop.Bench bench;

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        clerk = county.clerk();
        bureau = county.bureauClerk();
        bench = workshop.bench();
    }

    @Test
    void everyPathThatAFormAsksForIsKnown() {
        for (Form form : FormCatalog.load(List.of(Path.of("forms"))).forms()) {
            for (Field field : form.fields()) {
                field.from().ifPresent(path -> assertTrue(Prefill.knows(path), form.id() + " " + path));
            }
        }
    }

    @Test
    void eachPaperKnowsTheOnesBefore() {
        LocalDate lastDay = workshop.today().minusDays(12);
        Case found = open(lastDay);
        persuade(found, 9, "电话联系");
        persuade(found, 6, "入户面谈");
        persuade(found, 3, "入户面谈");

        Instrument notice = issue(clerk, NOTICE, Subject.of(found.student()), Map.of());
        Map<String, Object> written = values(notice);
        assertEquals(lastDay.plusDays(1).toString(), written.get("absentFrom"));
        assertEquals(
                "%s林晓芳、吴主任电话联系，%s林晓芳、吴主任入户面谈，%s林晓芳、吴主任入户面谈".formatted(day(9), day(6), day(3)), written.get("efforts"));

        LocalDate received = receive(found, notice);
        workshop.pass(Duration.ofDays(8));
        bench = workshop.bench();
        Instrument report =
                issue(clerk, REPORT, Subject.of(again(found)), Map.of("aid", "落实生活补助", "proposal", "请依法责令送学"));
        Map<String, Object> told = values(report);
        assertEquals(notice.serial(), told.get("noticeNumber"));
        assertEquals(received.toString(), told.get("noticeReceivedOn"));
        assertEquals(3, told.get("persuasionCount"));
        assertEquals("去浙江打工", told.get("reason"));
        assertEquals(lastDay.plusDays(1).toString(), told.get("absentFrom"));
        assertEquals(
                List.of(
                        Map.of("name", "劝返记录3份"),
                        Map.of("name", "《%s》%s及回执".formatted(notice.title(), notice.serial()))),
                told.get("annexes"));

        Map<String, Object> order = completed(bureau, ORDER, Subject.of(again(found)), Map.of("days", 7));
        assertEquals(report.issuer().name() + "以" + report.serial() + "文", order.get("report"));
        assertEquals(told.get("absentFrom"), order.get("absentFrom"));
        assertTrue(
                order.get("efforts")
                        .toString()
                        .endsWith("%d月%d日送达《%s》"
                                .formatted(received.getMonthValue(), received.getDayOfMonth(), notice.title())),
                order.get("efforts").toString());
    }

    /** The report said 「期限届满」 on the day on which the notice was received. */
    @Test
    void aReportSaysThatTheNoticeHasRunOutOnlyOnceItHas() {
        Case found = open(workshop.today().minusDays(12));
        LocalDate received = receive(found, issue(clerk, NOTICE, Subject.of(found.student()), Map.of("efforts", "面谈")));
        Map<String, Object> early = completed(clerk, REPORT, Subject.of(again(found)), Map.of());
        assertEquals(received.plusDays(7).toString(), early.get("noticeRunsUntil"));
        assertFalse(early.containsKey("noticeEndedOn"));
        assertEquals(List.of("report-after-notice"), cautions(found));
        workshop.pass(Duration.ofDays(8));
        bench = workshop.bench();
        Map<String, Object> later = completed(clerk, REPORT, Subject.of(again(found)), Map.of());
        assertEquals(early.get("noticeRunsUntil"), later.get("noticeEndedOn"));
        assertFalse(later.containsKey("noticeRunsUntil"));
        assertEquals(List.of(), cautions(found));
    }

    private List<String> cautions(Case found) {
        return bench
                .cautions
                .before(bench.check.form(clerk, REPORT), Subject.of(again(found)), county.first(), Map.of())
                .stream()
                .map(Caution::rule)
                .toList();
    }

    /** An order that had been handed in was approved after the child's return, and said that it had not returned. */
    @Test
    void aChildThatCameBackIsNotOrderedBack() {
        Case found = open(workshop.today().minusDays(12));
        Form order = bench.check.form(bureau, ORDER);
        Map<String, Object> given = Map.of("days", 7);
        assertEquals(List.of(), refused(order, found, given));
        bench.caseActs.recording.record(
                clerk,
                found.id(),
                said(EventKind.RETURNED, Fact.GRADE, "三年级", Fact.SCHOOL_CLASS, "2班", Fact.CLASS_FORM, "随班就读"));
        assertTrue(refused(order, found, given).get(0).contains("已复学"));
    }

    private List<String> refused(Form form, Case found, Map<String, Object> given) {
        return bench.check.assess(bureau, form, Subject.of(again(found)), given).violations().stream()
                .filter(each -> each.field().equals("case"))
                .map(Violation::message)
                .toList();
    }

    @Test
    void whatWasTakenBackIsNotToldAndAVoidNoticeIsNone() {
        Case found = open(workshop.today().minusDays(12));
        persuade(found, 9, "电话联系");
        long second = persuade(found, 6, "入户面谈");
        bench.caseActs.correcting.correct(clerk, found.id(), second, Optional.empty(), "写错了学生");
        Map<String, Object> report = completed(clerk, REPORT, Subject.of(again(found)), Map.of());
        assertEquals(1, report.get("persuasionCount"));
        assertEquals(1, ((List<?>) report.get("persuasions")).size());
        assertFalse(report.containsKey("noticeNumber"));
    }

    @Test
    void aChildWithoutACaseLeavesItToTheClerk() {
        Map<String, Object> notice = completed(clerk, NOTICE, Subject.of(bench.child(county.first())), Map.of());
        assertFalse(notice.containsKey("absentFrom"));
        assertFalse(notice.containsKey("efforts"));
    }

    @Test
    void aBlankThatNothingWasKnownForIsFilledOnceSomethingIs() {
        long child = bench.child(county.first()).id();
        Subject subject = Subject.of(bench.students.find(child, clerk.scope()).orElseThrow());
        Form form = bench.check.form(clerk, NOTICE);
        Map<String, Object> saved = bench.filling.posted(clerk, form, subject, Map.of("signatory", List.of("")));
        LocalDate today = workshop.today();
        bench.caseActs.casework.open(clerk, child, today, "去浙江打工");
        Map<String, Object> shown = completed(clerk, NOTICE, subject, saved);
        assertEquals(today.toString(), shown.get("absentFrom"));
        assertFalse(shown.containsKey("signatory"), "emptied on purpose");
    }

    @Test
    void manyPersuasionsAreToldShorterAndNeverFewer() {
        Case found = open(workshop.today().minusDays(40));
        for (int days = 30; days > 0; days -= 2) {
            persuade(found, days, "入户面谈，讲解法律，商量回校办法");
        }
        String efforts = completed(clerk, NOTICE, Subject.of(again(found).student()), Map.of())
                .get("efforts")
                .toString();
        assertTrue(efforts.length() <= 130, efforts);
        assertTrue(efforts.endsWith("先后劝返15次"), efforts);
    }

    @Test
    void theReturnIsKnownToThePlacement() {
        Case found = open(workshop.today().minusDays(80));
        persuade(found, 3, "入户面谈");
        bench.caseActs.recording.record(
                clerk,
                found.id(),
                said(EventKind.RETURNED, Fact.GRADE, "三年级", Fact.SCHOOL_CLASS, "2班", Fact.CLASS_FORM, "随班就读"));
        Map<String, Object> placement = completed(
                clerk,
                FormId.parse("national/return-placement"),
                Subject.of(again(found).student()),
                Map.of());
        assertEquals("辍学", placement.get("before"));
        assertEquals("不超过三个月", placement.get("away"));
        assertEquals(workshop.today().toString(), placement.get("returnedOn"));
        assertEquals(county.first().name(), placement.get("placedSchool"));
        assertEquals("三年级2班", placement.get("placedGrade"));
        assertEquals("随班就读", placement.get("classForm"));
    }

    private Case open(LocalDate lastDay) {
        long child = bench.child(county.first()).id();
        return bench.transactions.run(() -> {
            Case opened = bench.caseActs.casework.open(
                    clerk,
                    child,
                    lastDay.plusDays(2),
                    "去浙江打工",
                    Facts.none().with(Fact.LAST_DAY_ATTENDED, lastDay.toString()));
            bench.caseActs.recording.record(
                    clerk,
                    opened.id(),
                    CaseEvent.said(EventKind.CONFIRMED, lastDay.plusDays(2), "", "补录", Facts.NONE, List.of()));
            return opened;
        });
    }

    /** The id of the event. */
    private long persuade(Case found, int daysAgo, String how) {
        bench.caseActs.casework.record(
                clerk,
                found.id(),
                new PersuasionDetails(workshop.today().minusDays(daysAgo), List.of("林晓芳", "吴主任"), "桥头村", how, "没有返校"));
        List<CaseEvent> recorded = bench.caseActs.cases.history(found.id()).recorded();
        return recorded.get(recorded.size() - 1).id();
    }

    private LocalDate receive(Case found, Instrument notice) {
        LocalDate today = workshop.today();
        bench.transactions.run(() -> bench.caseActs.recording.happened(
                clerk,
                again(found),
                CaseEvent.said(
                        EventKind.NOTICE_RECEIVED,
                        today,
                        "",
                        "",
                        Facts.none().with(Fact.PAPER, Long.toString(notice.id())),
                        List.of())));
        return today;
    }

    private CaseEvent said(EventKind kind, Object... facts) {
        Map<Fact, String> said = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            said.put((Fact) facts[i], facts[i + 1].toString());
        }
        return CaseEvent.said(kind, workshop.today(), "", "", new Facts(said), List.of());
    }

    private Case again(Case found) {
        return bench.caseActs.cases.find(found.id()).orElseThrow();
    }

    private Instrument issue(Caller caller, FormId form, Subject subject, Map<String, Object> given) {
        Instrument issued = bench.issuing.issue(caller, new IssueOrder(form, subject, given), Optional.empty());
        assertEquals(InstrumentState.ISSUED, issued.state());
        return issued;
    }

    private Map<String, Object> completed(Caller caller, FormId form, Subject subject, Map<String, Object> given) {
        return bench.check
                .assess(caller, bench.check.form(caller, form), subject, given)
                .values();
    }

    private static Map<String, Object> values(Instrument issued) {
        return ValuesJson.read(issued.valuesJson());
    }

    private String day(int daysAgo) {
        LocalDate day = workshop.today().minusDays(daysAgo);
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
