package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.store.Transactions;

/** What people do to their own account. Each act and its line on the trail are one transaction. */
@ApplicationScoped
public class OwnAccount {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final HouseTrail trail;

    @Inject
    public OwnAccount(Transactions transactions, Accounts accounts, Passwords passwords, HouseTrail trail) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.trail = trail;
    }

    /**
     * Ends every other session of the account.
     *
     * @param present what opens the account now; refused where somebody has changed it meanwhile
     */
    void changePassword(Caller caller, String present, String wanted) {
        transactions.perform(() -> {
            String hash =
                    accounts.find(caller.account()).map(Account::passwordHash).orElseThrow(() -> new NotFound("账号"));
            if (!passwords.fits(hash, present)) {
                throw new Refused(Refused.Reason.VALUES, "密码刚刚在别处改过，这一次没有改；请用新的密码重新登录。");
            }
            accounts.changePassword(caller.account(), wanted);
            record(caller, "password changed");
        });
    }

    /** Ends every session and remembered credential of the account. */
    void endSessions(Caller caller) {
        transactions.perform(() -> {
            accounts.endSessions(caller.account());
            record(caller, "signed out everywhere");
        });
    }

    private void record(Caller caller, String act) {
        trail.administered(caller, AuditSubject.of("account", caller.account()), act, "");
    }
}
