package org.guixue.deadline.due;

import java.time.Instant;
import java.time.LocalDate;

/** A try to deliver a paper to a child's family that failed; it starts no clock and makes the next task. */
public record FailedDelivery(long student, long paper, LocalDate on, Instant recordedAt) {}
