package org.guixue.audit;

import org.guixue.access.Caller;

/**
 * Who acts, as the trail remembers it even when the account is renamed or gone.
 *
 * <p>Text is kept to 100 characters without control characters: a failed sign-in brings whatever was typed.
 *
 * @param account id, 0 for nobody who is signed in
 * @param office id of the office that the account works for, 0 for none
 * @param address the network address that the request came from
 * @param role in which it acts, such as {@code CLERK}; empty for none
 */
public record Who(long account, String username, String displayName, long office, String address, String role) {
    public Who {
        username = AuditEvent.plain(username, 100);
        displayName = AuditEvent.plain(displayName, 100);
        address = AuditEvent.plain(address, 100);
        role = AuditEvent.plain(role, 20);
    }

    /** Somebody of whom no role is known. */
    public Who(long account, String username, String displayName, long office, String address) {
        this(account, username, displayName, office, address, "");
    }

    /** A caller as the trail remembers it. */
    public static Who of(Caller caller) {
        return new Who(
                caller.account(),
                caller.username(),
                caller.displayName(),
                caller.office(),
                caller.address(),
                caller.role().name());
    }

    /** Somebody who is not signed in. */
    public static Who stranger(String username, String address) {
        return new Who(0, username, "", 0, address);
    }

    /** Somebody who tried a username of that account's office and did not get in. */
    public static Who strangerAt(String username, long office, String address) {
        return new Who(0, username, "", office, address);
    }
}
