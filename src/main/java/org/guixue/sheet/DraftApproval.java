package org.guixue.sheet;

import java.time.Instant;
import org.guixue.access.Caller;
import org.guixue.instrument.Approved;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.issuing.Approval;
import org.guixue.instrument.issuing.Presented;

/** That somebody approves a draft that was handed in. Whether the caller may, and of what, {@link Submissions} finds out. */
record DraftApproval(Submissions submissions, long draft, Caller approver) implements Approval {
    @Override
    public Approved confirm(Presented shown, Instant at) {
        Submission handed = submissions.approvable(approver, draft, shown.digest());
        return new Approved(approver.account(), approver.displayName(), at, handed.submittedAt());
    }

    @Override
    public void issued(Instrument instrument) {
        submissions.approve(approver, draft, instrument);
    }
}
