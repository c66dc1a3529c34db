package org.guixue.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.duty.Duty;
import org.guixue.duty.DutyLayer;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.ValuesJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All agreements of a layer, with a break between any two steps. */
class AgreementBatchTest {
    private static final AtomicInteger CLASSES = new AtomicInteger(10);

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private BatchBench node;
    private Caller clerk;

    /** As a kill: nobody catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void sitDown() {
        clerk = workshop.county().clerk();
        node = new BatchBench(workshop);
        workshop.county().database().execute("update duty set slot = null, until_on = from_on where slot is not null");
    }

    private Duty teacher(String name) {
        return node.headTeacher(clerk, "三年级", CLASSES.incrementAndGet() + "班", name);
    }

    private Duty found(BatchBench at, Duty duty) {
        return at.bench.transactions.run(
                () -> at.duties.find(duty.id(), clerk.scope()).orElseThrow());
    }

    private void finish(BatchBench at, Batch batch) {
        for (int round = 0; round < 20 && at.standing(clerk, batch).batch().state() == BatchState.RUNNING; round++) {
            at.worker.round();
        }
    }

    @Test
    void issuesOneForEachWithWhatIsKnown() {
        Duty one = teacher("林晓芳");
        Duty two = teacher("赵明");
        long before = node.bench.papers();
        Batch batch = node.order(clerk, DutyLayer.HEAD_TEACHER);
        assertEquals(2, batch.total());
        finish(node, batch);
        Batching.Standing standing = node.standing(clerk, batch);
        assertEquals(BatchState.DONE, standing.batch().state());
        assertEquals(2, standing.done(), standing.failed().toString());
        assertEquals(before + 2, node.bench.papers());
        Instrument paper = node.bench.transactions.run(() -> node.bench
                .instruments
                .find(found(node, one).agreement().orElseThrow())
                .orElseThrow());
        assertEquals(InstrumentState.ISSUED, paper.state());
        Map<String, Object> values = ValuesJson.read(paper.valuesJson());
        assertEquals("2025—2026学年", values.get("schoolYear"));
        assertTrue(String.valueOf(values.get("secondParty")).endsWith("班班主任林晓芳"), values.toString());
        assertEquals(99, values.get("retained"));
        assertEquals("2026-08-31", values.get("validUntil"));
        assertEquals(paper.serial(), found(node, one).agreementSerial());
        node.signing.signed(clerk, two.id(), workshop.today(), OptionalLong.empty(), "");
        assertTrue(found(node, two).signedOn().isPresent());
        assertThrows(Conflict.class, () -> node.order(clerk, DutyLayer.HEAD_TEACHER), "all are issued");
    }

    @Test
    void goesOnAfterABreakBetweenNumberAndSealAndIssuesNothingTwice() {
        teacher("林晓芳");
        teacher("赵明");
        teacher("孙丽");
        long before = node.bench.papers();
        Batch batch = node.order(clerk, DutyLayer.HEAD_TEACHER);
        node.bench.beforeSealing.add(() -> {
            throw new Killed();
        });
        assertThrows(Killed.class, node.worker::round);
        assertEquals(before + 1, node.bench.papers(), "the number was taken");
        BatchBench next = new BatchBench(workshop);
        finish(next, batch);
        assertEquals(3, next.standing(clerk, batch).done());
        assertEquals(before + 3, next.bench.papers());
    }

    @Test
    void goesOnAfterABreakBetweenIssuingAndNotingIt() {
        Duty duty = teacher("林晓芳");
        teacher("赵明");
        long before = node.bench.papers();
        Batch batch = node.order(clerk, DutyLayer.HEAD_TEACHER);
        node.beforeNoting.add(() -> {
            throw new Killed();
        });
        assertThrows(Killed.class, node.worker::round);
        assertTrue(found(node, duty).agreement().isEmpty());
        BatchBench next = new BatchBench(workshop);
        finish(next, batch);
        assertEquals(2, next.standing(clerk, batch).done());
        assertEquals(before + 2, next.bench.papers());
        assertTrue(found(next, duty).agreement().isPresent());
    }

    @Test
    void orderedTwiceIsOneBatchAndASecondLeavesOutWhatTheFirstClaims() {
        teacher("林晓芳");
        Batch first = node.order(clerk, DutyLayer.HEAD_TEACHER);
        assertEquals(first.id(), node.order(clerk, DutyLayer.HEAD_TEACHER).id());
        teacher("赵明");
        Batch second = node.order(clerk, DutyLayer.HEAD_TEACHER);
        assertEquals(1, second.total());
        long before = node.bench.papers();
        finish(node, first);
        finish(node, second);
        assertEquals(before + 2, node.bench.papers());
    }

    @Test
    void cancelledItIssuesNoMoreAndMayBeOrderedAnew() {
        teacher("林晓芳");
        Batch batch = node.order(clerk, DutyLayer.HEAD_TEACHER);
        long before = node.bench.papers();
        node.batching.cancel(clerk, batch.id());
        node.worker.round();
        assertEquals(before, node.bench.papers());
        assertThrows(Conflict.class, () -> node.batching.cancel(clerk, batch.id()));
        Batch again = node.order(clerk, DutyLayer.HEAD_TEACHER);
        finish(node, again);
        assertEquals(before + 1, node.bench.papers());
    }

    @Test
    void oneThatFailsIsNamedAndTriedAgain() {
        teacher("林晓芳");
        Batch batch = node.order(clerk, DutyLayer.HEAD_TEACHER);
        workshop.county().closed(workshop.county().first(), true);
        try {
            finish(node, batch);
        } finally {
            workshop.county().closed(workshop.county().first(), false);
        }
        List<BatchItem> failed = node.standing(clerk, batch).failed();
        assertEquals(1, failed.size());
        assertTrue(failed.get(0).message().contains("已撤销"), failed.get(0).message());
        assertTrue(failed.get(0).label().startsWith("林晓芳"));
        node.batching.retry(clerk, batch.id());
        finish(node, batch);
        assertEquals(1, node.standing(clerk, batch).done());
        assertEquals(List.of(), node.standing(clerk, batch).failed());
    }

    @Test
    void isRefusedAtOnceWhereEveryPaperWouldBe() {
        teacher("林晓芳");
        ValuesRefused refused = assertThrows(
                ValuesRefused.class,
                () -> node.agreements.order(
                        clerk, BatchBench.YEAR, DutyLayer.HEAD_TEACHER, Optional.empty(), Map.of("enrolment", 120)));
        assertEquals("values.enrolment", refused.violations().get(0).field());
        assertThrows(
                ValuesRefused.class,
                () -> node.agreements.order(
                        clerk, BatchBench.YEAR, DutyLayer.HEAD_TEACHER, Optional.empty(), Map.of("bonus", 1)));
        assertThrows(Forbidden.class, () -> node.order(clerk, DutyLayer.COUNTY_LEADER));
        assertThrows(ValuesRefused.class, () -> node.order(clerk, DutyLayer.BOND));
        assertThrows(
                NotFound.class, () -> node.batching.standing(workshop.county().secondClerk(), 999_999));
    }
}
