package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.RecordJson;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A void paper made anew: with what stood on it, under another number, naming it. */
class ReissuingTest {
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private WorkshopCounty county;
    private Workshop.Bench bench;
    private Caller clerk;
    private Reissuing reissuing;
    private Student child;

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        bench = workshop.bench();
        clerk = county.clerk();
        reissuing = new Reissuing(bench.reading, bench.check, bench.drafts, workshop.clock());
        child = bench.child(county.first());
    }

    private IssueOrder order(Student about, Optional<Long> replaces) {
        return new IssueOrder(
                NOTICE, Subject.of(about), Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访"), replaces);
    }

    private Instrument voided() {
        Instrument paper = bench.issuing.issue(clerk, order(child, Optional.empty()), Optional.empty());
        bench.voiding.voidWith(clerk, paper.id(), "日期写错");
        return bench.instruments.find(paper.id()).orElseThrow();
    }

    @Test
    void takesWhatStoodOnItAndNamesItInTheSealedFile() {
        Instrument old = voided();
        Draft draft = reissuing.begin(clerk, old.id());
        assertEquals(draft.id(), reissuing.begin(clerk, old.id()).id(), "a second click finds the same draft");
        Map<String, Object> values = new LinkedHashMap<>(ValuesJson.read(draft.valuesJson()));
        assertEquals("电话联系，两次家访", values.get("efforts"));
        assertTrue(!values.containsKey("studentName"), "the name is the record's of today");
        values.put("absentFrom", "2026-03-10");
        bench.drafts.save(clerk, draft.id(), values, java.util.OptionalInt.empty());
        Instrument successor = new DraftIssuing(bench.drafts, bench.issuing).issue(clerk, draft.id());
        assertEquals(old.serial(), successor.replaces().orElseThrow().serial());
        assertEquals(
                old.archivalNumber(),
                RecordJson.read(successor.recordJson()).replaces().orElseThrow().number());
        assertEquals("2026-03-10", ValuesJson.read(successor.valuesJson()).get("absentFrom"));
        assertEquals(
                successor.id(), bench.instruments.successorOf(old).orElseThrow().id());
    }

    @Test
    void oncePerVoidPaperUntilTheSuccessorIsVoidItself() {
        Instrument old = voided();
        Instrument first = bench.issuing.issue(clerk, order(child, Optional.of(old.id())), Optional.empty());
        Conflict refused = assertThrows(
                Conflict.class,
                () -> bench.issuing.issue(clerk, order(child, Optional.of(old.id())), Optional.empty()));
        assertTrue(refused.getMessage().contains(first.serial()), refused.getMessage());
        bench.voiding.voidWith(clerk, first.id(), "又写错");
        bench.issuing.issue(clerk, order(child, Optional.of(old.id())), Optional.empty());
    }

    @Test
    void onlyAVoidPaperOfTheSameOfficeAboutTheSameChild() {
        Instrument valid = bench.issuing.issue(clerk, order(child, Optional.empty()), Optional.empty());
        assertThrows(Conflict.class, () -> reissuing.begin(clerk, valid.id()));
        assertThrows(
                Conflict.class,
                () -> bench.issuing.issue(clerk, order(child, Optional.of(valid.id())), Optional.empty()));
        Instrument old = voided();
        Student other = bench.child(county.first());
        assertThrows(
                ValuesRefused.class,
                () -> bench.issuing.issue(clerk, order(other, Optional.of(old.id())), Optional.empty()));
        assertThrows(NotFound.class, () -> reissuing.begin(county.secondClerk(), old.id()));
        assertThrows(Forbidden.class, () -> reissuing.begin(county.bureauClerk(), old.id()));
    }
}
