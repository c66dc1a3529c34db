package org.guixue.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;

/** Who prepared or ordered a school's turn of the year last, as that person was then: in whose name it is carried out. */
@Embeddable
public class OrderedBy {
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

    protected OrderedBy() {}

    OrderedBy(Caller caller) {
        officeId = caller.office();
        officePath = caller.scope().path();
        accountId = caller.account();
        username = caller.username();
        displayName = caller.displayName();
        role = caller.role();
        mayReadSensitive = caller.mayReadSensitive();
        address = caller.address();
    }

    Caller caller() {
        return new Caller(
                accountId,
                username,
                displayName,
                role,
                new Scope(officeId, officePath),
                mayReadSensitive,
                false,
                address);
    }

    String name() {
        return displayName;
    }
}
