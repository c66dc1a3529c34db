package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What contradicts roll and office was once taken without a word: another class, another relation, another bureau. */
class TypedOtherwiseTest {
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private Workshop.Bench bench;
    private Caller clerk;
    private Student child;
    private Form notice;

    @BeforeEach
    void sitDown() {
        bench = workshop.bench();
        clerk = workshop.county().clerk();
        child = bench.child(workshop.county().first());
        notice = bench.check.form(clerk, NOTICE);
    }

    @Test
    void anotherClassOrRelationIsToldWithWhatTheRollSays() {
        List<Violation> doubts =
                assessed(Map.of("gradeClass", "五年级9班", "relation", "祖父")).doubts();
        assertEquals(
                List.of("gradeClass", "relation"),
                doubts.stream().map(Violation::field).sorted().toList());
        for (Violation doubt : doubts) {
            assertTrue(doubt.message().contains("名册登记的是"), doubt.message());
        }
        assertTrue(doubts.toString().contains("三年级2班") && doubts.toString().contains("父亲"), doubts.toString());
    }

    @Test
    void theSameInOtherSpellingIsNoContradiction() {
        assertEquals(List.of(), assessed(Map.of("gradeClass", "三年级（二）班")).doubts());
    }

    @Test
    void aGuardianWhomTheRollDoesNotKnowIsTold() {
        List<Violation> doubts = assessed(Map.of("guardian", "赵不识")).doubts();
        assertEquals(1, doubts.size(), doubts.toString());
        assertTrue(doubts.get(0).message().contains(child.guardians().get(0).name()), doubts.toString());
    }

    @Test
    void anotherSignatoryIsToldWhereTheOfficeHasOne() {
        Office office = workshop.county().first();
        List<Violation> doubts = assessed(Map.of("signatory", "别的人")).doubts();
        assertEquals(office.principal().isEmpty() ? 0 : 1, doubts.size(), doubts.toString());
    }

    @Test
    void anotherBureauIsRefusedAndTheRightOneStandsThere() {
        Check.Assessed assessed = assessed(Map.of("bureau", "海口市教育局"));
        assertTrue(
                assessed.violations().stream()
                        .anyMatch(each ->
                                each.field().equals("bureau") && each.message().contains("示范县教育局")),
                assessed.violations().toString());
        assertEquals("示范县教育局", assessed.values().get("bureau"));
    }

    @Test
    void theIssuedPaperSaysItToo() {
        Map<String, Object> values = new LinkedHashMap<>(complete());
        values.put("gradeClass", "五年级9班");
        List<Caution> said = bench.cautions.of(bench.issuing.issue(
                clerk, new IssueOrder(NOTICE, Subject.of(child), values), java.util.Optional.empty()));
        assertTrue(
                said.stream()
                        .anyMatch(each -> each.rule().equals("written-otherwise")
                                && each.message().contains("五年级9班")),
                said.toString());
    }

    private Map<String, Object> complete() {
        return Map.of(
                "absentFrom", "2026-03-02", "efforts", "三次入户", "signatory", "赵文彬", "contactPhone", "0799-5550112");
    }

    private Check.Assessed assessed(Map<String, Object> given) {
        return bench.check.assess(clerk, notice, Subject.of(child), given);
    }
}
