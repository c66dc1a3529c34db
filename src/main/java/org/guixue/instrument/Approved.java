package org.guixue.instrument;

import java.time.Instant;

/**
 * That a second person of the office approved the use of the seal before the number was allotted (用印审批).
 *
 * @param account of the approver
 * @param name of the approver
 * @param at when it was approved; the number was allotted in the same transaction
 * @param submittedAt when the issuer had handed it in
 */
public record Approved(long account, String name, Instant at, Instant submittedAt) {}
