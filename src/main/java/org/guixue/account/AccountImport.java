package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;

/**
 * Opens accounts from a workbook: all or nothing, under the rules of the page for one account ({@link Staffing}). An account that
 * is there already with all that the row says is left alone; one that is there otherwise refuses its row. The passwords are
 * made and hashed before the transaction, so that nobody waits for its locks meanwhile; they are handed out once and kept nowhere.
 */
@ApplicationScoped
public class AccountImport {
    public static final int MOST_ROWS = 300;

    private final Transactions transactions;
    private final Accounts accounts;
    private final Offices offices;
    private final Staffing staffing;
    private final Passwords passwords;
    private final HouseTrail trail;
    private final ListingTrail listings;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public AccountImport(
            Transactions transactions,
            Accounts accounts,
            Offices offices,
            Staffing staffing,
            Passwords passwords,
            HouseTrail trail,
            ListingTrail listings,
            Clock clock,
            SecureRandom random) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.offices = offices;
        this.staffing = staffing;
        this.passwords = passwords;
        this.trail = trail;
        this.listings = listings;
        this.clock = clock;
        this.random = random;
    }

    /** What was planned and, where that was carried out, the passwords in the order of the rows. */
    public record Outcome(ImportPlan<PlannedAccount> plan, List<HandedOut> slips) {
        public Outcome {
            slips = List.copyOf(slips);
        }
    }

    /** A password before its account is there. */
    private record Made(String text, String hash) {}

    /**
     * What the table would do; nothing is written.
     *
     * @throws TooLarge for more than {@value #MOST_ROWS} rows
     */
    public ImportPlan<PlannedAccount> preview(Caller caller, Table table) {
        return transactions.run(() -> run(caller, rows(caller, table)).plan(table));
    }

    /**
     * Carries it out, where that does exactly what was seen before; else nothing is written and the plan says what it would do.
     *
     * @param seen digest of the plan that was seen
     */
    public Outcome confirm(Caller caller, Table table, String seen) {
        List<AccountRow> rows = rows(caller, table);
        ImportPlan<PlannedAccount> plan =
                transactions.run(() -> run(caller, rows).plan(table));
        if (!plan.isReady() || !plan.digest().equals(seen)) {
            return new Outcome(plan, List.of());
        }
        Map<String, Made> made = new LinkedHashMap<>();
        for (PlannedAccount each : plan.of(PlannedVerdict.ADDED)) {
            String text = OneTimePassword.text(random);
            made.put(each.username(), new Made(text, passwords.hashMade(text)));
        }
        return transactions.run(() -> confirmOnce(caller, rows, table, seen, made));
    }

    private Outcome confirmOnce(
            Caller caller, List<AccountRow> rows, Table table, String seen, Map<String, Made> made) {
        offices.hold(caller.office());
        AccountRun run = run(caller, rows);
        ImportPlan<PlannedAccount> plan = run.plan(table);
        if (!plan.digest().equals(seen)) {
            return new Outcome(plan, List.of());
        }
        List<HandedOut> slips = new ArrayList<>();
        run.wanted().forEach((username, wanted) -> slips.add(open(caller, username, wanted, made)));
        listings.imported(
                caller,
                "账号",
                Map.of(
                        "added",
                        slips.size(),
                        "unchanged",
                        plan.of(PlannedVerdict.UNCHANGED).size()));
        return new Outcome(plan, slips);
    }

    private HandedOut open(Caller caller, String username, AccountRun.Wanted wanted, Map<String, Made> made) {
        Made password = Optional.ofNullable(made.get(username)).orElseThrow();
        Office office = wanted.office();
        AccountDetails details = wanted.details();
        Account account =
                accounts.enter(username, password.hash(), details.displayName(), details.role(), office.scope());
        account.correct(details, office.scope());
        account.handOut(password.hash(), clock.instant().plus(Staffing.UNUSED));
        trail.administered(caller, "account", account.id(), "accounts imported", "", Map.of(), Staffing.facts(account));
        return new HandedOut(
                account.id(), username, account.displayName(), account.position(), office.name(), password.text());
    }

    private static List<AccountRow> rows(Caller caller, Table table) {
        caller.expectBureau("管理账号");
        List<AccountRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            rows.add(new AccountRow(entries.next()));
            if (rows.size() > MOST_ROWS) {
                throw new TooLarge("一次最多开设" + MOST_ROWS + "个账号，请分成几个文件。");
            }
        }
        return rows;
    }

    private AccountRun run(Caller caller, List<AccountRow> rows) {
        AccountRun run = new AccountRun(caller, accounts, staffing, offices.within(caller.scope()));
        rows.forEach(run::take);
        return run;
    }
}
