package org.guixue.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A caller as it was when it began what goes on without it: in whose name, scope and with whose grants that is done. The grant
 * to approve is not among them, since nothing is approved by itself.
 */
@Embeddable
public class CallerThen {
    @Column(name = "office_id")
    private long officeId;

    @Column(name = "office_path")
    private String officePath;

    @Column(name = "account_id")
    private long accountId;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "may_read_sensitive")
    private boolean mayReadSensitive;

    private String address;

    protected CallerThen() {}

    public CallerThen(Caller caller) {
        officeId = caller.office();
        officePath = caller.scope().path();
        accountId = caller.account();
        username = caller.username();
        displayName = caller.displayName();
        role = caller.role();
        mayReadSensitive = caller.mayReadSensitive();
        address = caller.address();
    }

    public Caller caller() {
        return new Caller(accountId, username, displayName, role, scope(), mayReadSensitive, false, address);
    }

    public Scope scope() {
        return new Scope(officeId, officePath);
    }

    public long account() {
        return accountId;
    }

    public String name() {
        return displayName;
    }
}
