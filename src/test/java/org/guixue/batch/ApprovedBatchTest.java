package org.guixue.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.junit.jupiter.api.Test;

/** Papers for many children under 用印审批: approved as one, sent back, taken back. */
class ApprovedBatchTest extends ChildrenBatchDesk {
    @Test
    void aFormWithApprovalWaitsAndIsApprovedOnceForAll() {
        Batch batch = prepare(CERTIFICATE, children(3), Map.of("purpose", "申请临时救助"));
        Form form = node.children.form(clerk, CERTIFICATE);
        node.preparing.start(clerk, batch.id(), false);
        assertEquals(BatchState.SUBMITTED, now(batch).state());
        long before = node.bench.papers();
        node.worker.round();
        assertEquals(before, node.bench.papers(), "nothing before the approval");
        int seen = now(batch).version();
        assertThrows(Forbidden.class, () -> node.deciding.approve(clerk, batch.id(), form, seen));
        assertThrows(
                Forbidden.class, () -> node.deciding.approve(workshop.county().colleague(), batch.id(), form, seen));
        Caller approver = workshop.county().approver();
        node.deciding.approve(approver, batch.id(), form, seen);
        assertThrows(
                Conflict.class, () -> node.deciding.approve(workshop.county().otherApprover(), batch.id(), form, seen));
        assertEquals(3, finish(batch).done());
        Instrument paper = paper(items(batch, ItemState.DONE).get(0));
        assertEquals(approver.account(), paper.approved().orElseThrow().account());
        assertEquals(clerk.account(), now(batch).owner().account());
    }

    @Test
    void whatWasSentBackIsPutRightAndHandedInAgain() {
        Batch batch = prepare(CERTIFICATE, children(1), Map.of("purpose", "申请临时救助"));
        Form form = node.children.form(clerk, CERTIFICATE);
        node.preparing.start(clerk, batch.id(), false);
        int first = now(batch).version();
        Caller approver = workshop.county().approver();
        assertThrows(ValuesRefused.class, () -> node.deciding.sendBack(approver, batch.id(), form, " "));
        node.deciding.sendBack(approver, batch.id(), form, "用途写具体些");
        assertEquals("用途写具体些", now(batch).reason());
        node.preparing.reword(
                clerk, batch.id(), now(batch).version(), Map.of("purpose", "申请县民政局临时救助"), Map.of(), Map.of(), Set.of());
        node.preparing.start(clerk, batch.id(), false);
        assertThrows(Conflict.class, () -> node.deciding.approve(approver, batch.id(), form, first), "seen before");
        node.deciding.approve(approver, batch.id(), form, now(batch).version());
        Batching.Standing standing = finish(batch);
        assertEquals(1, standing.done(), () -> standing.failed().get(0).message());
    }

    @Test
    void whatWasTakenBackBeforeItWasDecidedMayBeReworded() {
        Batch batch = prepare(CERTIFICATE, children(1), Map.of("purpose", "申请临时救助"));
        node.preparing.start(clerk, batch.id(), false);
        assertThrows(
                Conflict.class,
                () -> node.preparing.reword(
                        clerk, batch.id(), now(batch).version(), Map.of("purpose", "改"), Map.of(), Map.of(), Set.of()));
        node.deciding.withdraw(clerk, batch.id());
        assertEquals(BatchState.PREPARED, now(batch).state());
        assertThrows(Conflict.class, () -> node.deciding.withdraw(clerk, batch.id()));
        node.preparing.start(clerk, batch.id(), false);
        assertEquals(BatchState.SUBMITTED, now(batch).state());
    }
}
