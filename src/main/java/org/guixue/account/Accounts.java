package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.office.Offices;
import org.guixue.office.ReasonsToKeep;
import org.guixue.store.Identifiers;

/** All accounts. Each act is one transaction, or joins the one that is open. Usernames are lower case. */
@ApplicationScoped
@Transactional
public class Accounts implements ReasonsToKeep {
    private final EntityManager entities;
    private final Passwords passwords;
    private final Offices offices;
    private final Identifiers identifiers;

    @Inject
    public Accounts(EntityManager entities, Passwords passwords, Offices offices, Identifiers identifiers) {
        this.entities = entities;
        this.passwords = passwords;
        this.offices = offices;
        this.identifiers = identifiers;
    }

    /**
     * Opens an account; refuses a username that is taken or is not 2 to 64 of letters, digits, dot, hyphen and underscore.
     *
     * @param mustChangePassword the password was handed out and is to be changed at the first sign-in
     */
    public Account open(
            String username,
            String password,
            String displayName,
            Role role,
            Scope scope,
            boolean mayReadSensitive,
            boolean mustChangePassword) {
        String name = normal(username);
        if (!isUsername(name)) {
            throw new Refused(Refused.Reason.VALUES, "用户名应为 2 至 64 个小写字母、数字、点、横线或下划线。");
        }
        if (byUsername(name).isPresent()) {
            throw new Refused(Refused.Reason.CONFLICT, "用户名 " + name + " 已经有人使用。");
        }
        Account account = enter(name, passwords.hash(password), displayName, role, scope);
        account.grantSensitive(mayReadSensitive);
        account.requirePasswordChange(mustChangePassword);
        return account;
    }

    /** Opens an account under a username that was found to be good and free, with a password that is hashed already. */
    Account enter(String username, String hash, String displayName, Role role, Scope scope) {
        Account account = new Account(username, hash, displayName, role, scope);
        account.identify(identifiers.next("account"));
        entities.persist(account);
        entities.flush();
        entities.persist(new LastSignIn(account.id()));
        return account;
    }

    /** All accounts of the offices in scope, closed ones too, in the order of their names. */
    public List<Account> within(Scope scope) {
        return entities.createQuery(
                        "select a from Account a where a.officePath like :below order by a.username", Account.class)
                .setParameter("below", scope.path() + "%")
                .getResultList();
    }

    /** The account, where the scope includes its office. */
    public Optional<Account> find(long id, Scope scope) {
        return find(id).filter(account -> scope.includes(account.scope().path()));
    }

    /** When each account of the offices in scope was last signed in to; those that never were are left out. */
    public Map<Long, Instant> lastSignIns(Scope scope) {
        Map<Long, Instant> last = new HashMap<>();
        entities.createQuery(
                        "select l from LastSignIn l, Account a where a.id = l.account and a.officePath like :below",
                        LastSignIn.class)
                .setParameter("below", scope.path() + "%")
                .getResultStream()
                .forEach(each -> each.lastAt().ifPresent(at -> last.put(each.account(), at)));
        return last;
    }

    /** Whether it may be worked with: neither it nor its office is closed. */
    boolean isOpen(Account account) {
        return !account.closed() && !offices.closed(account.scope().office());
    }

    void signedIn(long id, Instant at) {
        Optional.ofNullable(entities.find(LastSignIn.class, id)).ifPresent(last -> last.happened(at));
    }

    /** The accounts that manage the county of this bureau. */
    List<Account> bureaus(long office) {
        return entities.createQuery(
                        "select a from Account a where a.officeId = :office and a.role = :role", Account.class)
                .setParameter("office", office)
                .setParameter("role", Role.BUREAU)
                .getResultList();
    }

    /** What stands against closing an office: accounts in use; against deleting it, any account at all. */
    @Override
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        List<Boolean> closed = entities.createQuery(
                        "select a.closed from Account a where a.officeId = :office", Boolean.class)
                .setParameter("office", office)
                .getResultList();
        long open = closed.stream().filter(each -> !each).count();
        if (open > 0) {
            return Optional.of("还有%d个账号在用，请先关闭或调到别的单位".formatted(open));
        }
        return forGood && !closed.isEmpty() ? Optional.of("它有过账号") : Optional.empty();
    }

    public Optional<Account> find(long id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** Also finds closed accounts. */
    public Optional<Account> byUsername(String username) {
        return entities.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", normal(username))
                .getResultStream()
                .findFirst();
    }

    public long count() {
        return entities.createQuery("select count(a) from Account a", Long.class)
                .getSingleResult();
    }

    public void changePassword(long id, String password) {
        Account account = get(id);
        account.changePassword(passwords.hash(password));
    }

    public void grantApproval(long id, boolean granted) {
        get(id).grantApproval(granted);
    }

    /** Ends its sessions and remembered credentials at their next request; it is signed in to anew. */
    public void endSessions(long id) {
        entities.lock(get(id), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Ends its sessions at their next request; there is no way back. */
    public void close(long id) {
        get(id).close();
    }

    public static boolean isUsername(String text) {
        return normal(text).matches("[a-z0-9][a-z0-9._-]{1,63}");
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private Account get(long id) {
        return find(id).orElseThrow(NotFound::new);
    }
}
