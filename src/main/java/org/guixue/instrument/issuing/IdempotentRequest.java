package org.guixue.instrument.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.guixue.Sha256;
import org.jspecify.annotations.Nullable;

/** Remembers which instrument a request with an {@code Idempotency-Key} was given; written with the reservation. */
@Entity
@Table(name = "idempotency")
public class IdempotentRequest {
    @EmbeddedId
    private Key key;

    private String digest;

    @Column(name = "instrument_id")
    private long instrumentId;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotentRequest() {}

    IdempotentRequest(Key key, Sha256 digest, long instrumentId, Instant now) {
        this.key = key;
        this.digest = digest.hex();
        this.instrumentId = instrumentId;
        this.createdAt = now;
    }

    Key key() {
        return key;
    }

    boolean isFor(Sha256 order) {
        return digest.equals(order.hex());
    }

    long instrumentId() {
        return instrumentId;
    }

    /** One key of one account. */
    @Embeddable
    public static class Key implements Serializable {
        private long account;

        @Column(name = "idempotency_key")
        private String text;

        protected Key() {}

        Key(long account, String text) {
            this.account = account;
            this.text = text;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.account == account && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(account, text);
        }
    }
}
