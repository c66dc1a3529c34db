package org.guixue.batch;

import java.time.Instant;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.instrument.Approved;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.issuing.Approval;
import org.guixue.instrument.issuing.Presented;

/**
 * That the batch was approved as a whole: good for what the item's paper said then and for nothing else.
 *
 * @param approver who looked it through
 */
record BatchApproval(BatchItem item, Caller approver) implements Approval {
    @Override
    public Approved confirm(Presented shown, Instant at) {
        if (!shown.digest().hex().equals(item.presented())) {
            throw new Conflict("审批之后情况有变，与审批时看到的内容不一致，没有签发；请核对后重新提交审批");
        }
        return new Approved(
                approver.account(),
                approver.displayName(),
                item.batch().decidedAt().orElse(at),
                item.batch().submittedAt().orElse(at));
    }

    @Override
    public void issued(Instrument instrument) {
        // the batch notes it when the paper is sealed
    }
}
