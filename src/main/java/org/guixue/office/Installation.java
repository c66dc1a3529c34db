package org.guixue.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Column(name = "created_at")
    private Instant createdAt;

    protected Installation() {}

    Installation(boolean demo, byte[] indexKey, Instant createdAt) {
        this.id = ONLY;
        this.demo = demo;
        this.indexKey = HexFormat.of().formatHex(indexKey);
        this.createdAt = createdAt;
    }

    /** Whether this is an invented county to try things in. */
    public boolean demo() {
        return demo;
    }

    /** Keys the digests of IDs in the search index. */
    public byte[] indexKey() {
        return HexFormat.of().parseHex(indexKey);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
