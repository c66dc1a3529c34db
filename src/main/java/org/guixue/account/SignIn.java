package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.store.Transactions;

/**
 * Whether a username and a password open an account. A wrong name, a wrong password and a closed account look alike and
 * take as long.
 */
@ApplicationScoped
public class SignIn {
    private final Accounts accounts;
    private final Transactions transactions;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Event<SignInAttempt> attempts;
    private final Clock clock;

    @Inject
    public SignIn(
            Accounts accounts,
            Transactions transactions,
            Passwords passwords,
            Lockout lockout,
            Event<SignInAttempt> attempts,
            Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.passwords = passwords;
        this.lockout = lockout;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The account, or empty where they do not fit; refused as locked after too many failures from this address. */
    public Optional<Account> with(String username, String password, String address) {
        Optional<Account> account = check(username, password, address);
        account.ifPresent(found -> transactions.perform(() -> accounts.signedIn(found.id(), clock.instant())));
        return account;
    }

    /** Whether somebody who is signed in knows the password; counted and slowed down like a sign-in. */
    boolean again(String username, String password, String address) {
        return check(username, password, address).isPresent();
    }

    /** Refuses a pair of account and address that is locked, before any credential is looked at. */
    void refuseLocked(String username, String address) {
        refuseLockedName(counted(username), address);
    }

    /** The name under which failures are counted. */
    private static String counted(String username) {
        String name = Accounts.normal(username);
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    private Optional<Account> check(String username, String password, String address) {
        String name = counted(username);
        slowDown(name);
        synchronized (lockout.turn(name, address)) {
            return decided(name, password, address);
        }
    }

    private Optional<Account> decided(String name, String password, String address) {
        refuseLockedName(name, address);
        Optional<Account> account = check(accounts.byUsername(name), password);
        if (account.isPresent()) {
            lockout.succeeded(name, address);
            report(name, address, SignInAttempt.Outcome.SUCCEEDED);
        } else {
            lockout.failed(name, address);
            report(name, address, SignInAttempt.Outcome.FAILED);
        }
        return account;
    }

    private void refuseLockedName(String name, String address) {
        try {
            lockout.check(name, address);
        } catch (Refused e) {
            report(name, address, SignInAttempt.Outcome.LOCKED);
            throw e;
        }
    }

    private Optional<Account> check(Optional<Account> found, String password) {
        if (found.isEmpty()) {
            passwords.spend(password);
            return found;
        }
        return found.filter(account -> passwords.fits(account.passwordHash(), password)
                && accounts.isOpen(account)
                && !account.lapsed(clock.instant()));
    }

    private void slowDown(String name) {
        try {
            Thread.sleep(lockout.delay(name).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(String name, String address, SignInAttempt.Outcome outcome) {
        attempts.fire(new SignInAttempt(name, address, outcome, clock.instant()));
    }
}
