package org.guixue.fixity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that did not fit, until it was seen whole again; then it stays as a memory. */
@Entity
@Table(name = "fixity_finding")
public class FixityFinding {
    private static final int LONGEST_DETAIL = 1000;

    @Id
    private Long id;

    @Column(name = "round_name")
    private String roundName;

    private String kind;
    private String place;
    private String detail;

    @Column(name = "found_at")
    private Instant foundAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "mended_at")
    private @Nullable Instant mendedAt;

    @Column(name = "explained_at")
    private @Nullable Instant explainedAt;

    @Column(name = "explained_by")
    private String explainedBy = "";

    private String why = "";

    protected FixityFinding() {}

    FixityFinding(long id, String round, Odd odd, Instant now) {
        this.id = id;
        this.roundName = round;
        this.kind = odd.kind();
        this.place = odd.place();
        this.foundAt = now;
        this.detail = "";
        see(odd, now);
    }

    /** Once more; what was said of another kind of damage is not said of this. */
    void see(Odd odd, Instant now) {
        if (!odd.kind().equals(kind)) {
            explainedAt = null;
        }
        kind = odd.kind();
        detail = odd.detail().length() > LONGEST_DETAIL ? odd.detail().substring(0, LONGEST_DETAIL) : odd.detail();
        seenAt = now;
    }

    void mend(Instant now) {
        mendedAt = now;
    }

    void explain(String by, String reason, Instant now) {
        explainedBy = by;
        why = reason;
        explainedAt = now;
    }

    public long id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    /** A path below {@code records/}, or which link of the trail. */
    public String place() {
        return place;
    }

    public String detail() {
        return detail;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public Optional<Instant> mendedAt() {
        return Optional.ofNullable(mendedAt);
    }

    /** When somebody said why it cannot be mended; it goes on being looked at. */
    public Optional<Instant> explainedAt() {
        return Optional.ofNullable(explainedAt);
    }

    public String explainedBy() {
        return explainedBy;
    }

    public String why() {
        return why;
    }
}
