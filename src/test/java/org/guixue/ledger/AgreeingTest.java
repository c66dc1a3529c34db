package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.office.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 人账相符: what was made to disagree is found, child by child, and nothing else. */
class AgreeingTest {
    private static final FormId REGISTRATION = FormId.parse("jiangxi/dropout-registration");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    private List<FiguresFinding> findings(Office office) {
        at.bench.entities.clear();
        return at.agreeing.findings(
                at.clerk(office), at.agreeing.asked(at.clerk(office), Optional.empty(), Optional.empty()));
    }

    private FiguresFinding finding(Office office, String check) {
        return findings(office).stream()
                .filter(each -> each.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private void assertFound(Office office, String check, String name) {
        assertEquals(
                List.of(name),
                finding(office, check).differences().stream()
                        .map(FiguresFinding.Disagreement::name)
                        .toList());
    }

    private Case out() {
        Case found = at.away(at.school);
        at.bench.caseActs.recording.record(
                at.clerk(at.school),
                found.id(),
                CaseEvent.said(EventKind.CONFIRMED, workshop.today(), "", "", Facts.none(), List.of()));
        return found;
    }

    private void put(String sql) {
        workshop.county().database().execute(sql);
    }

    @Test
    void whatAgreesIsSaidToAgree() {
        at.away(at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        at.submit(LedgerTable.REGISTER, at.other);
        at.submit(LedgerTable.REGISTER, at.township);
        assertTrue(findings(at.township).stream().allMatch(FiguresFinding::holds), () -> findings(at.township)
                .toString());
    }

    @Test
    void findsARollThatSaysSomethingElseThanTheCase() {
        Case found = at.away(at.school);
        put("update student set state = 'ENROLLED' where id = %d"
                .formatted(found.student().id()));
        assertFound(at.school, "case-state", found.student().name());
    }

    @Test
    void findsAChildThatIsOutOnTheRollWithoutACase() {
        long child = at.bench.child(at.school).id();
        put("update student set state = 'DROPPED_OUT' where id = %d".formatted(child));
        FiguresFinding finding = finding(at.school, "roll-without-case");
        assertEquals(
                List.of(child),
                finding.differences().stream()
                        .map(FiguresFinding.Disagreement::student)
                        .toList());
    }

    @Test
    void findsAChildThatCameBackToOneSchoolAndStandsOnTheRollOfAnother() {
        Case found = out();
        at.bench.caseActs.recording.record(
                at.clerk(at.school),
                found.id(),
                CaseEvent.said(
                        EventKind.RETURNED,
                        workshop.today(),
                        "",
                        "",
                        Facts.none()
                                .with(Fact.SCHOOL, Long.toString(at.school.id()))
                                .with(Fact.GRADE, found.student().grade())
                                .with(Fact.SCHOOL_CLASS, "1班")
                                .with(Fact.CLASS_FORM, "随班就读"),
                        List.of()));
        assertTrue(finding(at.township, "return-school").holds());
        put("update student set school_id = %d where id = %d"
                .formatted(at.other.id(), found.student().id()));
        assertFound(at.township, "return-school", found.student().name());
    }

    @Test
    void findsAChildThatIsOutWithoutItsForm() {
        Case found = out();
        assertFound(at.school, "registration-form", found.student().name());
    }

    @Test
    void findsAFormThatCountsOtherPersuasionsThanAreRecorded() {
        Case found = out();
        at.persuade(found, at.school);
        register(found);
        assertTrue(finding(at.school, "persuasion-count").holds());

        at.workshop.pass(Duration.ofDays(1));
        at.persuade(found, at.school);
        assertFound(at.school, "persuasion-count", found.student().name());
    }

    private Instrument register(Case found) {
        return at.bench.issuing.issue(
                at.clerk(at.school),
                new IssueOrder(
                        REGISTRATION,
                        Subject.of(at.bench.caseActs.cases.find(found.id()).orElseThrow()),
                        Map.of()),
                Optional.empty());
    }

    @Test
    void findsAnEventThatRestsOnAVoidPaper() {
        Case found = out();
        at.persuade(found, at.school);
        Instrument paper = register(found);
        at.bench.caseActs.recording.record(
                at.clerk(at.school),
                found.id(),
                CaseEvent.said(
                        EventKind.ENQUIRED,
                        workshop.today(),
                        "核实",
                        "",
                        Facts.none().with(Fact.CAUSE, "厌学"),
                        List.of(new CaseEvent.Basis(CaseEvent.Basis.Kind.INSTRUMENT, paper.id()))));
        at.bench.voiding.voidWith(at.clerk(workshop.county().bureau()), paper.id(), "填写有误");
        assertFound(at.school, "void-basis", found.student().name());
    }

    @Test
    void findsANumberThatIsMissing() {
        at.submit(LedgerTable.REGISTER, at.school);
        Instrument second = at.submit(LedgerTable.FIGURES, at.school);
        put("update instrument set serial_no = 7 where id = %d".formatted(second.id()));
        FiguresFinding finding = finding(at.school, "number-series");
        assertTrue(finding.differences().get(0).there().contains("缺2号"), finding::toString);
    }

    @Test
    void findsWhoHasNotSubmitted() {
        at.submit(LedgerTable.REGISTER, at.school);
        assertFound(at.township, "ledger-missing/" + LedgerTable.REGISTER, at.other.name());
    }

    @Test
    void findsAChildThatIsAwayAndNotInWhatWasSubmitted() {
        at.submit(LedgerTable.REGISTER, at.school);
        Case late = at.away(at.school);
        assertFound(
                at.township,
                "ledger-current/" + LedgerTable.REGISTER,
                late.student().name());
    }

    @Test
    void findsAChildThatWasSubmittedAndIsAwayNoMore() {
        Case found = at.away(at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        at.bench.caseActs.recording.record(
                at.clerk(at.school),
                found.id(),
                CaseEvent.said(EventKind.CLEARED, workshop.today(), "已到校", "", Facts.none(), List.of()));
        assertFound(
                at.school,
                "ledger-current/" + LedgerTable.REGISTER,
                found.student().name());
    }

    @Test
    void findsASumThatASchoolHasCorrectedSince() {
        at.submit(LedgerTable.REGISTER, at.school);
        at.submit(LedgerTable.REGISTER, at.other);
        at.submit(LedgerTable.REGISTER, at.township);
        Case late = at.away(at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        assertFound(
                at.township,
                "ledger-levels/" + LedgerTable.REGISTER,
                late.student().name());
    }

    @Test
    void findsAChildThatTwoSchoolsReported() {
        Case found = at.away(at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        put("update student set school_id = %d, school_path = '%s' where id = %d"
                .formatted(at.other.id(), at.other.path(), found.student().id()));
        at.bench.entities.clear();
        at.submit(LedgerTable.REGISTER, at.other);
        assertFound(
                at.township,
                "ledger-twice/" + LedgerTable.REGISTER,
                found.student().name());
        assertEquals(1, at.read(LedgerTable.REGISTER, at.township).content().count());
    }

    @Test
    void findsTwoLedgersWithDifferentFigures() {
        at.submit(LedgerTable.REGISTER, at.school);
        at.away(at.school);
        at.submit(LedgerTable.FIGURES, at.school);
        FiguresFinding finding = finding(at.school, "ledger-figure/" + LedgerTable.REGISTER + "/total");
        assertEquals("0", finding.here());
        assertEquals("1", finding.there());
    }
}
