package org.guixue.account;

import java.time.Instant;

/**
 * Fired synchronously for the audit trail, whenever a password was checked or refused to be checked. A remembered
 * credential of the API fires nothing.
 *
 * @param username as given, in lower case; it may belong to nobody
 */
public record SignInAttempt(String username, String address, Outcome outcome, Instant at) {
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /** The pair of account and address is locked; the password was not looked at. */
        LOCKED
    }
}
