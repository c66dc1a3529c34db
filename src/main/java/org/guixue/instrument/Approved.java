package org.guixue.instrument;

import java.time.Instant;

/**
 * That a second person of the office approved the use of the seal before the number was allotted (用印审批).
 *
 * @param account of the approver
 * @param name of the approver
 * @param at when it was approved: a single paper in the transaction that allotted its number, a batch as a whole before
 * @param submittedAt when the issuer had handed it in
 */
public record Approved(long account, String name, Instant at, Instant submittedAt) {}
