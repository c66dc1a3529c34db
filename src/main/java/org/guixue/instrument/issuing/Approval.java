package org.guixue.instrument.issuing;

import java.time.Instant;
import org.guixue.access.Caller;
import org.guixue.instrument.Approved;
import org.guixue.instrument.Instrument;

/**
 * That somebody approves what was handed in (用印审批). Both acts join the transaction that allots the number, so the approval
 * and the number commit together or not at all.
 */
public interface Approval {
    Caller approver();

    /**
     * The approval of exactly this.
     *
     * @throws org.guixue.Conflict where it is not what was handed in
     * @throws org.guixue.Forbidden where the approver may not decide on it
     */
    Approved confirm(Presented shown, Instant at);

    /** What was handed in has become this instrument. */
    void issued(Instrument instrument);
}
