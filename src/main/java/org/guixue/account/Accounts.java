package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.office.Role;
import org.guixue.office.Scope;

/** All accounts. Each act is one transaction, or joins the one that is open. Usernames are lower case. */
@ApplicationScoped
@Transactional
public class Accounts {
    @PersistenceContext(unitName = "guixue")
    EntityManager entities;

    @Inject
    Passwords passwords;

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
        if (!name.matches("[a-z0-9][a-z0-9._-]{1,63}")) {
            throw new Refused(Refused.Reason.VALUES, "用户名应为 2 至 64 个小写字母、数字、点、横线或下划线。");
        }
        if (byUsername(name).isPresent()) {
            throw new Refused(Refused.Reason.CONFLICT, "用户名 " + name + " 已经有人使用。");
        }
        Account account = new Account(name, passwords.hash(password), displayName, role, scope);
        account.grantSensitive(mayReadSensitive);
        account.requirePasswordChange(mustChangePassword);
        entities.persist(account);
        return account;
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

    public void grantSensitive(long id, boolean granted) {
        get(id).grantSensitive(granted);
    }

    public void grantApproval(long id, boolean granted) {
        get(id).grantApproval(granted);
    }

    /** Ends its sessions at their next request; there is no way back. */
    public void close(long id) {
        get(id).close();
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private Account get(long id) {
        return find(id).orElseThrow(NotFound::new);
    }
}
