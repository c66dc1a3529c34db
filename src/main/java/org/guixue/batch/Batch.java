package org.guixue.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.form.FormId;
import org.guixue.instrument.ValuesJson;
import org.jspecify.annotations.Nullable;

/**
 * A job: one paper for each of its {@link BatchItem}s, in the name of whoever ordered it and with what that person could see
 * and do then. It is prepared, where the form asks for it handed in and approved as one (用印审批), and runs until no item
 * waits, or is cancelled; what was issued stays issued.
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

    /** What stands on each paper alike, as far as nothing else stands on it. */
    @Column(name = "same_json")
    private String sameJson = "{}";

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "approver_id")
    private @Nullable Long approverId;

    @Column(name = "approver_name")
    private String approverName = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "approver_role")
    private @Nullable Role approverRole;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private String reason = "";

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

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

    /** One that is still worked at. */
    static Batch prepared(Caller owner, String title, FormId form, int total, Map<String, Object> same, Instant now) {
        Batch batch = new Batch(owner, title, form, total, now);
        batch.state = BatchState.PREPARED;
        batch.reword(same, total, now);
        return batch;
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

    void reword(Map<String, Object> same, int count, Instant now) {
        sameJson = new String(ValuesJson.write(same), StandardCharsets.UTF_8);
        total = count;
        changedAt = now;
    }

    void submit(Instant now) {
        state = BatchState.SUBMITTED;
        submittedAt = now;
        reason = "";
        finishedAt = null;
        changedAt = now;
    }

    /** Back to who prepares it. */
    void sendBack(String by, String why, Instant now) {
        state = BatchState.PREPARED;
        approverName = by;
        reason = why;
        changedAt = now;
    }

    void approve(Caller by, Instant now) {
        approverId = by.account();
        approverName = by.displayName();
        approverRole = by.role();
        decidedAt = now;
        goOn();
    }

    /** In whose name it issues. */
    Caller owner() {
        return inItsOffice(ownerId, ownerName, ownerRole, ownerSensitive);
    }

    /** Who approved it as a whole; empty where nobody has. */
    Optional<Caller> approver() {
        Long id = approverId;
        Role role = approverRole;
        return id == null || role == null
                ? Optional.empty()
                : Optional.of(inItsOffice(id, approverName, role, ownerSensitive));
    }

    private Caller inItsOffice(long account, String name, Role role, boolean sensitive) {
        String[] path = ownerPath.split("/");
        return new Caller(
                account,
                "",
                name,
                role,
                new Scope(Long.parseLong(path[path.length - 1]), ownerPath),
                sensitive,
                false,
                "");
    }

    /** What stands on each paper alike. */
    Map<String, Object> same() {
        return ValuesJson.read(sameJson.getBytes(StandardCharsets.UTF_8));
    }

    /** Why it was sent back; empty unless it was. */
    public String reason() {
        return reason;
    }

    public String approverName() {
        return approverName;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Changes with every change. */
    public int version() {
        return version;
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
