package org.guixue.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One person's right to work for one office.
 *
 * <p>Opened with a password, may change it, may be closed; a closed account stays, since records and the audit trail name
 * it. Every change raises the version, which ends its sessions and remembered credentials.
 */
@Entity
public class Account {
    @Id
    private long id;

    private String username = "";

    @Column(name = "password_hash")
    private String passwordHash = "";

    @Column(name = "display_name")
    private String displayName = "";

    @Enumerated(EnumType.STRING)
    private Role role = Role.CLERK;

    @Column(name = "office_id")
    private long officeId;

    @Column(name = "office_path")
    private String officePath = "";

    @Column(name = "may_read_sensitive")
    private boolean mayReadSensitive;

    @Column(name = "may_approve")
    private boolean mayApprove;

    private boolean closed;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    /** Until when a password that was handed out opens the account; null for one without end. */
    @Column(name = "one_time_until")
    private @Nullable Instant oneTimeUntil;

    @Version
    private long version;

    protected Account() {}

    Account(String username, String passwordHash, String displayName, Role role, Scope scope) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.role = role;
        this.officeId = scope.office();
        this.officePath = scope.path();
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
        oneTimeUntil = null;
    }

    void requirePasswordChange(boolean required) {
        mustChangePassword = required;
    }

    /** Hands out a password that is to be changed at the first sign-in and opens nothing after that time. */
    void handOut(String oneTimeHash, Instant until) {
        passwordHash = oneTimeHash;
        mustChangePassword = true;
        oneTimeUntil = until;
    }

    void correct(AccountDetails details, Scope scope) {
        displayName = details.displayName();
        role = details.role();
        officeId = scope.office();
        officePath = scope.path();
        mayReadSensitive = details.mayReadSensitive();
        mayApprove = details.mayApprove();
    }

    /** Whether it is decided so already. */
    boolean holds(AccountDetails details) {
        return displayName.equals(details.displayName())
                && role == details.role()
                && officeId == details.office()
                && mayReadSensitive == details.mayReadSensitive()
                && mayApprove == details.mayApprove();
    }

    void grantSensitive(boolean granted) {
        mayReadSensitive = granted;
    }

    void grantApproval(boolean granted) {
        mayApprove = granted;
    }

    void close() {
        closed = true;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    public Scope scope() {
        return new Scope(officeId, officePath);
    }

    public boolean mayReadSensitive() {
        return mayReadSensitive;
    }

    /** Holds the grant to approve the use of the office's seal (用印审批). */
    public boolean mayApprove() {
        return mayApprove;
    }

    public boolean closed() {
        return closed;
    }

    /** The role in words, which tells who approves from who fills in. */
    public String position() {
        return mayApprove ? role.approverLabel() : role.label();
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Whether its password was handed out and was not used in time. */
    public boolean lapsed(Instant now) {
        return oneTimeUntil != null && now.isAfter(oneTimeUntil);
    }

    /** Until when the password that was handed out opens it; empty once its owner has chosen one. */
    public Optional<Instant> oneTimeUntil() {
        return Optional.ofNullable(oneTimeUntil);
    }

    public long version() {
        return version;
    }

    /** This account as the one who asks, from a network address. */
    Caller callingFrom(String address) {
        return new Caller(id, username, displayName, role, scope(), mayReadSensitive, mayApprove, address);
    }
}
