package org.guixue.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an account was last signed in to; apart from the account, so that a sign-in does not change its version. */
@Entity
@Table(name = "account_sign_in")
class LastSignIn {
    @Id
    @Column(name = "account_id")
    private long account;

    @Column(name = "last_at")
    private @Nullable Instant lastAt;

    protected LastSignIn() {}

    LastSignIn(long account) {
        this.account = account;
    }

    void happened(Instant now) {
        lastAt = now;
    }

    long account() {
        return account;
    }

    Optional<Instant> lastAt() {
        return Optional.ofNullable(lastAt);
    }
}
