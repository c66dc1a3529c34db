package org.guixue.founding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bureau has put the list of first steps aside. What the steps are worth is never read from here. */
@Entity
@Table(name = "founding_dismissal")
public class FoundingDismissal {
    @Id
    @Column(name = "office_id")
    private long office;

    @Column(name = "account_id")
    private long account;

    @Column(name = "dismissed_at")
    private Instant dismissedAt = Instant.EPOCH;

    protected FoundingDismissal() {}

    FoundingDismissal(long office, long account, Instant dismissedAt) {
        this.office = office;
        this.account = account;
        this.dismissedAt = dismissedAt;
    }

    long account() {
        return account;
    }

    Instant dismissedAt() {
        return dismissedAt;
    }
}
