package org.guixue.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guixue.Sha256;

/** The secret address of one account's calendar feed; the secret itself is kept nowhere. */
@Entity
@Table(name = "feed_key")
public class FeedKey {
    @Id
    @Column(name = "account_id")
    private long account;

    @Column(name = "key_digest")
    private String digest;

    @Column(name = "created_at")
    private Instant createdAt;

    protected FeedKey() {}

    FeedKey(long account, Sha256 digest, Instant createdAt) {
        this.account = account;
        this.digest = digest.hex();
        this.createdAt = createdAt;
    }

    public long account() {
        return account;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
