package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.Test;

/** What is handed in waits, and is issued once it is approved. */
class ApprovingTest extends ApprovalDesk {
    @Test
    void waitsForTheApproverOnceHandedInAndStandsStill() {
        Draft draft = handIn(clerk, child());
        assertEquals(DraftState.SUBMITTED, draft.state());
        assertTrue(waiting(approver).contains(draft.id()));
        assertFalse(waiting(clerk).contains(draft.id()));
        assertFalse(waiting(county.colleague()).contains(draft.id()));
        refuses(Conflict.class, "正在等待审批", () -> approving().handIn(clerk, draft.id()));
        assertThrows(
                Conflict.class,
                () -> workshop.bench().drafts.save(clerk, draft.id(), Map.of("purpose", "改"), OptionalInt.empty()));
    }

    @Test
    void approvesAndIssuesInOneInTheNameOfWhoHandedIn() {
        Draft draft = handIn(clerk, child());
        Instrument issued = approve(approver, draft);
        assertEquals(InstrumentState.ISSUED, issued.state());
        assertEquals(clerk.account(), issued.issuedBy());
        assertEquals(approver.account(), issued.approved().orElseThrow().account());
        Draft after = find(clerk, draft);
        assertEquals(DraftState.ISSUED, after.state());
        assertEquals(issued.id(), after.instrument().orElseThrow().id());
        assertEquals(
                approver.displayName(),
                after.submission().orElseThrow().deciderName().orElseThrow());
        assertFalse(waiting(approver).contains(draft.id()));
    }

    @Test
    void answersTheSecondApproverWithTheSameInstrument() {
        Draft draft = handIn(clerk, child());
        Instrument first = approve(approver, draft);
        long papers = workshop.bench().papers();
        Instrument second = approve(county.otherApprover(), draft);
        assertEquals(first.id(), second.id());
        assertEquals(approver.account(), second.approved().orElseThrow().account());
        assertEquals(papers, workshop.bench().papers());
    }

    @Test
    void twoApproversAtTheSameTimeAreOneInstrument() throws Exception {
        Draft draft = handIn(clerk, child());
        long papers = workshop.bench().papers();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            Future<Instrument> one = desks.submit(approval(approver, draft, together));
            Future<Instrument> two = desks.submit(approval(county.otherApprover(), draft, together));
            assertEquals(one.get().id(), two.get().id());
        } finally {
            desks.shutdown();
        }
        assertEquals(papers + 1, workshop.bench().papers());
    }

    private Callable<Instrument> approval(Caller by, Draft draft, CyclicBarrier together) {
        Workshop.Bench own = workshop.bench();
        return () -> {
            together.await();
            return own.approving.approve(by, draft.id(), digest(draft));
        };
    }

    @Test
    void staysApprovedWhereSealingFails() {
        Draft draft = handIn(clerk, child());
        Workshop.Bench bench = workshop.bench();
        bench.beforeSealing.add(() -> workshop.address(Optional.empty()));
        Instrument reserved = bench.approving.approve(approver, draft.id(), digest(draft));
        assertEquals(InstrumentState.RESERVED, reserved.state());
        workshop.address(Optional.of(URI.create("https://school.example/")));
        assertEquals(reserved.id(), approve(county.otherApprover(), draft).id());
        workshop.pass(Duration.ofMinutes(1));
        assertTrue(workshop.bench().sealer.seal(reserved.id()));
    }

    @Test
    void sendsBackWithAReasonAndTakesItAgain() {
        Draft draft = handIn(clerk, child());
        assertThrows(ValuesRefused.class, () -> approving().sendBack(approver, draft.id(), "  "));
        assertThrows(ValuesRefused.class, () -> approving().sendBack(approver, draft.id(), "长".repeat(201)));
        assertThrows(Forbidden.class, () -> approving().sendBack(county.colleague(), draft.id(), "用途不明"));
        approving().sendBack(approver, draft.id(), " 用途不明 ");
        Draft back = find(clerk, draft);
        assertEquals(DraftState.RETURNED, back.state());
        assertEquals("用途不明", back.submission().orElseThrow().reason().orElseThrow());
        refuses(Conflict.class, "已经退回", () -> approve(approver, draft));
        workshop.bench().drafts.save(clerk, draft.id(), Map.of("purpose", "申请助学金"), OptionalInt.empty());
        Draft again = approving().handIn(clerk, draft.id());
        assertNotEquals(digest(draft), digest(again));
        assertEquals(
                InstrumentState.ISSUED, approve(county.otherApprover(), again).state());
    }

    @Test
    void nothingIsHandedInThatNobodyCouldApprove() {
        Student child = workshop.bench().child(county.second());
        refuses(Conflict.class, "还没有", () -> handIn(county.secondClerk(), child));
    }

    @Test
    void whatNeedsNoApprovalIsNotHandedIn() {
        IssueOrder order = new IssueOrder(
                FormId.parse("shangtianti/persuasion-notice"),
                Subject.of(child()),
                Map.of("absentFrom", "2026-03-09", "efforts", "电话联系"));
        refuses(Conflict.class, "不需要审批", () -> approving().handIn(clerk, order, Optional.empty()));
    }

    @Test
    void oneKeyHandsInOnce() {
        IssueOrder order = new IssueOrder(CERTIFICATE, Subject.of(child()), VALUES);
        IssueOrder other = new IssueOrder(CERTIFICATE, Subject.of(child()), VALUES);
        Draft one = approving().handIn(clerk, order, Optional.of("key-of-a-hand-in"));
        Draft again = approving().handIn(clerk, order, Optional.of("key-of-a-hand-in"));
        assertEquals(one.id(), again.id());
        assertThrows(Conflict.class, () -> approving().handIn(clerk, other, Optional.of("key-of-a-hand-in")));
        Draft without = approving().handIn(clerk, order, Optional.empty());
        assertNotEquals(one.id(), without.id());
    }

    private List<Long> waiting(Caller caller) {
        return workshop.bench().submissions.waitingFor(caller, 100).stream()
                .map(Draft::id)
                .toList();
    }
}
