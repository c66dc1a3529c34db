package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/**
 * Outside the demo there is always an account: where there is none, a start makes one bureau with one account, {@code bureau} or as {@code GUIXUE_FIRST_ACCOUNT} names it.
 * Its one-time password is made by deploy/run, which prints it once it serves; here it is only hashed, and must be changed at
 * the first sign-in. A start that was killed before it could say so says it the next time. Whoever may start the house may
 * also give an account whose password is lost a new one, on record in the trail.
 */
@ApplicationScoped
public class FirstAccount {
    private static final Logger LOG = Logger.getLogger(FirstAccount.class.getName());
    private static final String CODE = "000000";
    private static final String ACCOUNT = "account";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Offices offices;
    private final Installations installations;
    private final Transactions transactions;
    private final HouseTrail trail;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public FirstAccount(
            Accounts accounts,
            Passwords passwords,
            Offices offices,
            Installations installations,
            Transactions transactions,
            HouseTrail trail,
            Clock clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.offices = offices;
        this.installations = installations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /** Where there is no account, makes the first. */
    public void open() {
        open(
                setting("guixue.first.account").orElse("bureau"),
                setting("guixue.first.name").orElse("管理员"),
                setting("guixue.first.password"));
    }

    /** Gives the account that was named at the start a new password. */
    public void reset() {
        setting("guixue.reset.password").ifPresent(name -> reset(name, setting("guixue.one.time.password")));
    }

    private static Optional<String> setting(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    void open(String username, String person, Optional<String> given) {
        if (installations.find().filter(Installation::demo).isPresent()) {
            return;
        }
        if (accounts.count() == 0) {
            String password = given.orElseGet(() -> made(username));
            transactions.perform(() -> make(username, person, password));
        }
        boolean unsaid = accounts.count() == 1
                && accounts.byUsername(username)
                        .filter(Account::mustChangePassword)
                        .filter(account -> given.isPresent() && passwords.fits(account.passwordHash(), given.get()))
                        .isPresent();
        if (unsaid) {
            LOG.warning(() -> "first account: " + username + " waits for its first sign-in");
        }
    }

    private void make(String username, String person, String password) {
        Office bureau = offices.withCode(CODE)
                .orElseGet(() ->
                        offices.add(new Office(null, OfficeKind.COUNTY_BUREAU, "县教育局", CODE, "教", "national", "本县")
                                .withFonds("JY01")));
        Account account = accounts.open(username, password, person, Role.BUREAU, bureau.scope(), false, true);
        trail.onTheMachine(AuditSubject.of(ACCOUNT, account.id()), "first account");
    }

    void reset(String username, Optional<String> given) {
        String password = given.orElseGet(() -> made(username));
        transactions.perform(() -> resetOnce(username, password));
        LOG.warning(() -> "password reset on the machine: " + username);
    }

    private void resetOnce(String username, String password) {
        Account account = accounts.byUsername(username)
                .filter(accounts::isOpen)
                .orElseThrow(() -> new IllegalStateException(
                        "--reset-password: no account of that name is open, or its office is closed: " + username));
        account.handOut(passwords.hash(password), clock.instant().plus(Staffing.UNUSED));
        trail.onTheMachine(AuditSubject.of(ACCOUNT, account.id()), "password reset on the machine");
    }

    /** Where the server was not started by deploy/run, the log is the only place where it can be said. */
    private String made(String username) {
        String password = OneTimePassword.text(random);
        LOG.warning(() -> "one-time password of " + username + ": " + password);
        return password;
    }
}
