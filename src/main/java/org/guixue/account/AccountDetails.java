package org.guixue.account;

import org.guixue.access.Role;

/**
 * What a bureau decides about an account.
 *
 * @param office id of the office that it works for, whose part of the tree is its scope
 * @param mayReadSensitive the grant for health and disability values
 * @param mayApprove the grant to approve the use of the seal (用印审批)
 */
public record AccountDetails(
        String displayName, Role role, long office, boolean mayReadSensitive, boolean mayApprove) {}
