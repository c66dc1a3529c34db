package org.guixue.sheet;

import org.guixue.access.Caller;

/** That somebody approves a draft that was handed in. Whether the caller may, and of what, {@link Reserving} finds out. */
record Approval(long draft, Caller approver) {}
