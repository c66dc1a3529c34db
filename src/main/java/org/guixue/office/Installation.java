package org.guixue.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** What was decided once, when this home was begun. */
@Entity
@Table(name = "installation")
public class Installation {
    static final int ONLY = 1;

    @Id
    private int id;

    private boolean demo;

    @Column(name = "index_key")
    private String indexKey;

    @Column(name = "shift_seconds")
    private long shiftSeconds;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Installation() {}

    Installation(boolean demo, Duration shift, byte[] indexKey, Instant createdAt) {
        this.id = ONLY;
        this.demo = demo;
        this.shiftSeconds = shift.toSeconds();
        this.indexKey = HexFormat.of().formatHex(indexKey);
        this.createdAt = createdAt;
    }

    /** Whether this is an invented county to try things in. */
    public boolean demo() {
        return demo;
    }

    /** By how much this home goes before or after the machine's clock. */
    public Duration shift() {
        return Duration.ofSeconds(shiftSeconds);
    }

    void shift(Duration by) {
        shiftSeconds = by.toSeconds();
    }

    /** Keys the digests of IDs in the search index. */
    public byte[] indexKey() {
        return HexFormat.of().parseHex(indexKey);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
