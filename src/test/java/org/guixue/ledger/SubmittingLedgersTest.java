package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A computed ledger becomes a sealed paper, and what changes after it becomes a correction. */
class SubmittingLedgersTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    @Test
    void freezesTheRowsInASealedPaperAboutTheOfficesPeriod() {
        Case found = at.away(at.school);

        Instrument paper = at.submit(LedgerTable.REGISTER, at.school);

        assertEquals(InstrumentState.ISSUED, paper.state());
        assertEquals(Optional.of(at.school.id()), paper.office().map(Office::id));
        assertEquals(
                List.of(found.student().name()),
                LedgerTable.column(SubmittedLedgers.content(paper, at.ledger(LedgerTable.REGISTER)), "name"));
        assertTrue(at.read(LedgerTable.REGISTER, at.school).differences().isEmpty());
    }

    @Test
    void anEmptyLedgerIsSubmittedToo() {
        Instrument paper = at.submit(LedgerTable.REGISTER, at.school);
        assertEquals(0, ValuesJson.read(paper.valuesJson()).get("count"));
    }

    @Test
    void whatHasNotChangedIsNotSubmittedTwice() {
        Instrument first = at.submit(LedgerTable.REGISTER, at.school);
        Conflict refused = assertThrows(Conflict.class, () -> at.submit(LedgerTable.REGISTER, at.school));
        assertTrue(refused.getMessage().contains(first.serial()));
    }

    @Test
    void aCorrectionNamesItsPredecessorAndWhatChanged() {
        Case early = at.away(at.school);
        Instrument first = at.submit(LedgerTable.REGISTER, at.school);
        at.persuade(early, at.school);
        Case late = at.away(at.school);

        ReadLedger now = at.read(LedgerTable.REGISTER, at.school);
        assertEquals(
                List.of(Difference.Kind.ADDED, Difference.Kind.CHANGED),
                now.differences().stream().map(Difference::kind).sorted().toList());

        Instrument second = at.submit(LedgerTable.REGISTER, at.school);
        Map<String, Object> values = ValuesJson.read(second.valuesJson());
        assertTrue(String.valueOf(values.get("corrects")).contains(first.serial()));
        assertTrue(String.valueOf(values.get("changes"))
                .contains("新增：" + late.student().name()));
        assertTrue(String.valueOf(values.get("changes")).contains("劝返次数由“0”改为“1”"));
        assertEquals(2, at.read(LedgerTable.REGISTER, at.township).content().count());
    }

    @Test
    void aVoidOneCountsNoMore() {
        at.away(at.school);
        Instrument paper = at.submit(LedgerTable.REGISTER, at.school);
        at.bench.voiding.voidWith(at.clerk(workshop.county().bureau()), paper.id(), "填报有误");

        ReadLedger sum = at.read(LedgerTable.REGISTER, at.township);
        assertEquals(0, sum.content().count());
        assertEquals(2, sum.missing().size());
    }

    @Test
    void nobodySubmitsForAnotherOffice() {
        assertThrows(
                Forbidden.class,
                () -> at.submitting.submit(
                        at.clerk(at.township), at.ledger(LedgerTable.REGISTER), at.school, at.month()));
    }

    @Test
    void ofTwoWhoSubmitAtOnceOneIsToldThatItWasDone() throws Exception {
        at.away(at.school);
        List<LedgerTable> desks = List.of(at, at.again(), at.again());
        CyclicBarrier together = new CyclicBarrier(desks.size());
        ExecutorService threads = Executors.newFixedThreadPool(desks.size());
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (LedgerTable desk : desks) {
                answers.add(threads.submit(() -> {
                    together.await();
                    try {
                        return desk.submit(LedgerTable.REGISTER, desk.school)
                                .state()
                                .name();
                    } catch (Conflict e) {
                        return "已报送";
                    }
                }));
            }
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) {
                said.add(answer.get());
            }
            assertEquals(List.of("ISSUED", "已报送", "已报送"), said.stream().sorted().toList());
        } finally {
            threads.shutdownNow();
        }
        at.bench.entities.clear();
        assertEquals(
                1, at.submitted.of(LedgerTable.REGISTER, at.school, at.month()).size());
    }

    @Test
    void whatAKillLeftReservedIsSealedLaterAsItWasFrozen() {
        Case found = at.away(at.school);
        at.bench.beforeSealing.add(() -> {
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, () -> at.submit(LedgerTable.REGISTER, at.school));
        at.away(at.school);

        LedgerTable later = at.again();
        Instrument reserved = later.submitted
                .latest(LedgerTable.REGISTER, at.school, at.month())
                .orElseThrow();
        assertEquals(InstrumentState.RESERVED, reserved.state());
        later.bench.sealer.seal(reserved.id());
        later.bench.entities.clear();

        Instrument sealed = later.submitted
                .latest(LedgerTable.REGISTER, at.school, at.month())
                .orElseThrow();
        assertEquals(InstrumentState.ISSUED, sealed.state());
        assertEquals(
                List.of(found.student().name()),
                LedgerTable.column(SubmittedLedgers.content(sealed, at.ledger(LedgerTable.REGISTER)), "name"));
    }

    @Test
    void whatOnlyTheArchiveRemembersIsTheOfficesPeriodAgain() {
        at.away(at.school);
        Instrument paper = at.submit(LedgerTable.REGISTER, at.school);
        workshop.county().database().execute("delete from instrument where id = " + paper.id());
        workshop.openArchiveAgain();

        LedgerTable later = at.again();
        later.bench.transactions.perform(later.bench.recovery::recover);

        assertEquals(
                Optional.of(paper.serial()),
                later.submitted
                        .latest(LedgerTable.REGISTER, at.school, at.month())
                        .map(Instrument::serial));
        assertTrue(later.read(LedgerTable.REGISTER, at.school).differences().isEmpty());
    }

    @Test
    void aCorrectionTellsOfANumberOfAPersonOnlyThatItChanged() {
        Case found = at.away(at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        workshop.county()
                .database()
                .execute("update student set national_id = null where id = "
                        + found.student().id());
        at.bench.entities.clear();
        at.bench.entities.getEntityManagerFactory().getCache().evictAll();

        Instrument second = at.submit(LedgerTable.REGISTER, at.school);
        assertTrue(String.valueOf(ValuesJson.read(second.valuesJson()).get("changes"))
                .endsWith(found.student().name() + "：身份证号有变动"));
    }

    @Test
    void theRegisterOfPapersDoesNotListItself() {
        FormId register = FormId.parse("national/instrument-register");
        at.submit(LedgerTable.REGISTER, at.school);
        Reporting year = Reporting.of(Reporting.Kind.YEAR, workshop.today());
        at.submitting.submit(at.clerk(at.school), at.ledger(register), at.school, year);
        assertTrue(at.reading
                .read(at.ledger(register), at.school, year)
                .differences()
                .isEmpty());
    }
}
