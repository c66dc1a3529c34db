package org.guixue.fixity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.guixue.archive.RegisterHead;
import org.jspecify.annotations.Nullable;

/**
 * A round that comes again and again: how far the one that is under way has come, kept over restarts, and what the last whole
 * one read.
 */
@Entity
@Table(name = "fixity_round")
public class FixityRound {
    /** What is read. */
    public static final String ARCHIVE = "ARCHIVE";

    public static final String TRAIL = "TRAIL";

    @Id
    private String name;

    @Column(name = "began_at")
    private @Nullable Instant beganAt;

    private String register = "";

    @Column(name = "line_count")
    private long lineCount;

    @Column(name = "line_end")
    private long lineEnd;

    private String head = RegisterHead.NONE.hex();

    @Column(name = "latest_at")
    private @Nullable Instant latestAt;

    @Column(name = "units")
    private long units;

    @Column(name = "byte_count")
    private long byteCount;

    @Column(name = "last_began_at")
    private @Nullable Instant lastBeganAt;

    @Column(name = "last_ended_at")
    private @Nullable Instant lastEndedAt;

    @Column(name = "last_units")
    private long lastUnits;

    @Column(name = "last_bytes")
    private long lastBytes;

    protected FixityRound() {}

    FixityRound(String name) {
        this.name = name;
    }

    /** The same, so that one that is under way can be compared with what is kept. */
    FixityRound copy() {
        FixityRound copy = new FixityRound(name);
        copy.take(this);
        return copy;
    }

    void take(FixityRound other) {
        beganAt = other.beganAt;
        register = other.register;
        lineCount = other.lineCount;
        lineEnd = other.lineEnd;
        head = other.head;
        latestAt = other.latestAt;
        units = other.units;
        byteCount = other.byteCount;
        lastBeganAt = other.lastBeganAt;
        lastEndedAt = other.lastEndedAt;
        lastUnits = other.lastUnits;
        lastBytes = other.lastBytes;
    }

    void begin(Instant now) {
        beganAt = now;
        units = 0;
        byteCount = 0;
        moveTo("");
    }

    void moveTo(String nextRegister) {
        register = nextRegister;
        lineCount = 0;
        lineEnd = 0;
        head = RegisterHead.NONE.hex();
        latestAt = null;
    }

    void moveOn(long lines, long end, String digest) {
        lineCount = lines;
        lineEnd = end;
        head = digest;
    }

    void youngest(Instant event) {
        latestAt = event;
    }

    void count(long more, long bytes) {
        units += more;
        byteCount += bytes;
    }

    void end(Instant now) {
        lastBeganAt = beganAt;
        lastEndedAt = now;
        lastUnits = units;
        lastBytes = byteCount;
        beganAt = null;
        moveTo("");
    }

    public String name() {
        return name;
    }

    /** When the one that is under way began; empty while it rests. */
    public Optional<Instant> beganAt() {
        return Optional.ofNullable(beganAt);
    }

    /** Where the one that is under way stands. */
    public String register() {
        return register;
    }

    long lineCount() {
        return lineCount;
    }

    long lineEnd() {
        return lineEnd;
    }

    String head() {
        return head;
    }

    Optional<Instant> latestAt() {
        return Optional.ofNullable(latestAt);
    }

    /** Files, or links of the trail, that were read in it so far. */
    public long units() {
        return units;
    }

    public long bytes() {
        return byteCount;
    }

    public Optional<Instant> lastBeganAt() {
        return Optional.ofNullable(lastBeganAt);
    }

    public Optional<Instant> lastEndedAt() {
        return Optional.ofNullable(lastEndedAt);
    }

    public long lastUnits() {
        return lastUnits;
    }

    public long lastBytes() {
        return lastBytes;
    }
}
