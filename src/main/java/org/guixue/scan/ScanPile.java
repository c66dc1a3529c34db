package org.guixue.scan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A pile of sheets as it was handed in, in the name of whoever did and with what that person could see then. Its files lie in
 * the {@link PileStaging} until each sheet is settled.
 */
@Entity
@Table(name = "scan_pile")
public class ScanPile {
    @Id
    private Long id;

    private String title;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private PileState state;

    private int pages;

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

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Version
    private int version;

    protected ScanPile() {}

    /** @param sha256 of its files in their order */
    ScanPile(long id, Caller owner, String title, Sha256 sha256, int pages, Instant now) {
        this.id = id;
        this.title = title;
        this.sha256 = sha256.hex();
        this.state = PileState.READING;
        this.pages = pages;
        this.ownerId = owner.account();
        this.ownerName = owner.displayName();
        this.ownerRole = owner.role();
        this.ownerPath = owner.scope().path();
        this.ownerSensitive = owner.mayReadSensitive();
        this.uploadedAt = now;
    }

    /** Every sheet was looked at. */
    void read(boolean allSettled, Instant now) {
        state = allSettled ? PileState.SETTLED : PileState.WAITING;
        settledAt = allSettled ? now : null;
    }

    /** Who handed it in, as that person was then. */
    Caller owner() {
        String[] path = ownerPath.split("/");
        Scope scope = new Scope(Long.parseLong(path[path.length - 1]), ownerPath);
        return new Caller(ownerId, "", ownerName, ownerRole, scope, ownerSensitive, false, "");
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

    /** Of the digests of its files, in their order: the same pile again has the same. */
    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public PileState state() {
        return state;
    }

    /** How many sheets it has in all its files. */
    public int pages() {
        return pages;
    }

    public String ownerName() {
        return ownerName;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
