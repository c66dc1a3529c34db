package org.guixue.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.form.FormId;
import org.jspecify.annotations.Nullable;

/**
 * A job: one paper for each of its {@link BatchItem}s, in the name of whoever ordered it and with what that person could see
 * and do then. It runs until no item waits, or is cancelled; what was issued stays issued.
 */
@Entity
@Table(name = "batch")
public class Batch {
    @Id
    private Long id;

    private String title;
    private String form;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private int total;

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "owner_name")
    private String ownerName;

    @Enumerated(EnumType.STRING)
    @Column(name = "owner_role")
    private Role ownerRole;

    @Column(name = "owner_path")
    private String ownerPath;

    @Column(name = "owner_sensitive")
    private boolean ownerSensitive;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Version
    private int version;

    protected Batch() {}

    Batch(Caller owner, String title, FormId form, int total, Instant now) {
        this.title = title;
        this.form = form.toString();
        this.state = BatchState.RUNNING;
        this.total = total;
        this.ownerId = owner.account();
        this.ownerName = owner.displayName();
        this.ownerRole = owner.role();
        this.ownerPath = owner.scope().path();
        this.ownerSensitive = owner.mayReadSensitive();
        this.createdAt = now;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    void finish(BatchState how, Instant now) {
        state = how;
        finishedAt = now;
    }

    void goOn() {
        state = BatchState.RUNNING;
        finishedAt = null;
    }

    /** In whose name it issues. */
    Caller owner() {
        String[] path = ownerPath.split("/");
        return new Caller(
                ownerId,
                "",
                ownerName,
                ownerRole,
                new Scope(Long.parseLong(path[path.length - 1]), ownerPath),
                ownerSensitive,
                false,
                "");
    }

    boolean visibleIn(Scope scope) {
        return scope.includes(ownerPath);
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public FormId form() {
        return FormId.parse(form);
    }

    public BatchState state() {
        return state;
    }

    public int total() {
        return total;
    }

    public String ownerName() {
        return ownerName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
