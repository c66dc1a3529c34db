package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CautionsTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final FormId VISIT = FormId.parse("haikou/home-visit-record");
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private Caller clerk;
    private Student child;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
        clerk = workshop.county().clerk();
        child = bench.child(workshop.county().first());
    }

    @Test
    void theSamePaperWithinAWeekNamesTheEarlierOne() {
        Instrument first = visit();
        assertEquals(List.of(), bench.cautions.of(first));
        workshop.pass(Duration.ofDays(7));
        Caution asked = before(VISIT).get(0);
        assertEquals("same-paper-within-week", asked.rule());
        for (String named : List.of(first.serial(), "2026年3月16日", clerk.displayName())) {
            assertTrue(asked.message().contains(named), asked.message());
        }
        Instrument second = visit();
        assertEquals(List.of(asked), bench.cautions.of(second));
        assertEquals(List.of(), bench.cautions.of(first), "told as it was when it was issued");
        workshop.pass(Duration.ofDays(8));
        assertEquals(List.of(), before(VISIT));
    }

    @Test
    void aVoidPaperAndAnotherFormDoNotCount() {
        Instrument first = visit();
        assertTrue(before(FormId.parse("xixiangtang/winter-visit-record")).isEmpty());
        bench.transactions.perform(
                () -> bench.instruments.find(first.id()).orElseThrow().voidWith("写错", "林晓芳", workshop.now()));
        assertEquals(List.of(), before(VISIT));
    }

    @Test
    void aNoticeBeforeThreePersuasionsIsAskedAbout() {
        LocalDate today = workshop.today();
        Case found = bench.caseActs.casework.open(clerk, child.id(), today.minusDays(8), "未返校");
        persuade(found, today.minusDays(7), "电话联系");
        persuade(found, today.minusDays(5), "入户面谈");
        bench.caseActs.casework.record(
                clerk,
                found.id(),
                new PersuasionDetails(today.minusDays(5), List.of("林晓芳", "吴主任"), "村委会", "面谈", "没有返校"),
                "上午在家，下午在村委会",
                "");
        Caution few = before(NOTICE).get(0);
        assertEquals("notice-after-efforts", few.rule());
        assertTrue(few.source().contains("天梯政办〔2019〕30号"), few.source());
        assertTrue(few.message().contains("记录了2次"), few.message());
        assertEquals(List.of(), before(FormId.parse("shangtianti/return-notice")), "handed over at the first visit");
        persuade(found, today.minusDays(1), "入户面谈");
        assertEquals(List.of(), before(NOTICE));
    }

    /** 劝返复学通知书 was issued for a child at school and nobody was asked. */
    @Test
    void aNoticeToAChildWithoutACaseIsAskedAbout() {
        LocalDate today = workshop.today();
        List<Caution> asked = before(NOTICE);
        assertEquals(
                List.of("notice-after-efforts", "notice-to-absent"),
                asked.stream().map(Caution::rule).toList());
        assertEquals("本单位规定", asked.get(1).source());
        assertEquals(
                "notice-to-absent",
                before(FormId.parse("shangtianti/return-notice")).get(0).rule());
        assertEquals(List.of(), before(VISIT));
        bench.caseActs.casework.open(clerk, child.id(), today.minusDays(1), "未返校");
        assertEquals(List.of(), before(FormId.parse("shangtianti/return-notice")));
    }

    private void persuade(Case found, LocalDate on, String how) {
        bench.caseActs.casework.record(
                clerk, found.id(), new PersuasionDetails(on, List.of("林晓芳", "吴主任"), "桥头村", how, "没有返校"));
    }

    private List<Caution> before(FormId form) {
        return bench.cautions.before(
                FORMS.form(form).orElseThrow(),
                Subject.of(child),
                workshop.county().first(),
                Map.of());
    }

    private Instrument visit() {
        return bench.issuing.issue(
                clerk,
                new IssueOrder(
                        VISIT,
                        Subject.of(child),
                        Map.of("visitedOn", workshop.today().toString(), "conversation", "了解近况")),
                Optional.empty());
    }
}
