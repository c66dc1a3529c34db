package org.guixue.instrument.issuing;

import org.guixue.office.Caller;

/** That somebody approves a draft that was handed in. Whether the caller may, and of what, {@link Reserving} finds out. */
record Approval(long draft, Caller approver) {}
