package org.guixue.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.casefile.Cases;
import org.guixue.form.Form;
import org.guixue.house.Workshop;
import org.guixue.instrument.Subjects;
import org.guixue.person.Student;
import org.guixue.sheet.HandingOut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Blank forms for many children at once: what the batch says stands on them, and each has a draft of its own. */
class BatchBlanksTest {
    private static final String NOTICE = "shangtianti/persuasion-notice";

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private BatchBench desk;
    private Caller clerk;
    private BatchBlanks blanks;
    private Student first;
    private Student second;

    @BeforeEach
    void sitDown() {
        desk = new BatchBench(workshop);
        clerk = workshop.county().clerk();
        Workshop.Bench bench = desk.bench;
        blanks = new BatchBlanks(
                bench.transactions,
                desk.batching,
                desk.batches,
                desk.children,
                desk.choosing,
                new Subjects(bench.students, new Cases(bench.entities, bench.identifiers), bench.offices),
                bench.handingOut);
        first = bench.child(workshop.county().first());
        second = bench.child(workshop.county().first());
    }

    @Test
    void whatTheBatchSaysStandsOnEach() {
        Form form = desk.children.form(clerk, NOTICE);
        Chosen chosen = new Chosen(
                List.of(first, second),
                List.of(new Chosen.Missed("没有这个人", "名册上没有")),
                Map.of(second.id(), Map.of("efforts", "两次家访")));
        Batch batch = desk.preparing.prepare(clerk, form, chosen, Map.of("absentFrom", "2026-03-09"));
        HandingOut.Run run = blanks.of(clerk, batch.id());
        assertEquals(2, run.leaves().size(), "who is not to be had is left out");
        assertTrue(run.leaves().stream()
                .allMatch(leaf -> "2026-03-09".equals(leaf.values().get("absentFrom"))));
        assertEquals("两次家访", run.leaves().get(1).values().get("efforts"));
        assertEquals(run.leaves(), blanks.of(clerk, batch.id()).leaves(), "again the same codes");
        assertThrows(NotFound.class, () -> blanks.of(workshop.county().secondClerk(), batch.id()));
    }

    @Test
    void namedChildrenGetTheirsAndNobodyElse() {
        assertEquals(1, blanks.of(clerk, NOTICE, List.of(first.id())).leaves().size());
        assertThrows(ValuesRefused.class, () -> blanks.of(clerk, NOTICE, List.of()));
        Student elsewhere = desk.bench.child(workshop.county().second());
        assertThrows(ValuesRefused.class, () -> blanks.of(clerk, NOTICE, List.of(first.id(), elsewhere.id())));
    }
}
