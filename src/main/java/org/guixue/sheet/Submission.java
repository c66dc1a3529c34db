package org.guixue.sheet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.instrument.issuing.Presented;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in for approval (用印审批), by whom, and how it was decided. It keeps what the submitter could see and do
 * at that time, since the paper is issued in the submitter's name. Never changed: another outcome is another submission.
 */
@Embeddable
public class Submission {
    @Column(name = "submitter_name")
    private String submitterName;

    @Enumerated(EnumType.STRING)
    @Column(name = "submitter_role")
    private Role submitterRole;

    @Column(name = "submitter_sensitive")
    private Boolean submitterSensitive;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Lob
    @Column(name = "submitted_json")
    private byte[] valuesJson;

    @Column(name = "submitted_digest")
    private String digest;

    @Column(name = "submitted_sensitive")
    private Boolean sensitive;

    @Column(name = "decider_name")
    private @Nullable String deciderName;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "return_reason")
    private @Nullable String reason;

    protected Submission() {}

    Submission(Caller submitter, Presented presented, Instant now) {
        submitterName = submitter.displayName();
        submitterRole = submitter.role();
        submitterSensitive = submitter.mayReadSensitive();
        submittedAt = now;
        valuesJson = presented.valuesJson().clone();
        digest = presented.digest().hex();
        sensitive = presented.sensitive();
    }

    Submission decided(String byName, @Nullable String why, Instant now) {
        Submission decided = new Submission();
        decided.submitterName = submitterName;
        decided.submitterRole = submitterRole;
        decided.submitterSensitive = submitterSensitive;
        decided.submittedAt = submittedAt;
        decided.valuesJson = valuesJson;
        decided.digest = digest;
        decided.sensitive = sensitive;
        decided.deciderName = byName;
        decided.decidedAt = now;
        decided.reason = why;
        return decided;
    }

    public String submitterName() {
        return submitterName;
    }

    Role submitterRole() {
        return submitterRole;
    }

    boolean submitterReadsSensitive() {
        return submitterSensitive;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** The complete values as they would stand on the paper. */
    public byte[] valuesJson() {
        return valuesJson.clone();
    }

    /** Over all that decides how the paper looks. */
    public Sha256 digest() {
        return new Sha256(digest);
    }

    public boolean sensitive() {
        return sensitive;
    }

    /** Who approved it or sent it back. */
    public Optional<String> deciderName() {
        return Optional.ofNullable(deciderName);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Why it was sent back; empty unless it was. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
