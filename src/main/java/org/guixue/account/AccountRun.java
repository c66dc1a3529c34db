package org.guixue.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Table;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a workbook of accounts: what each would do. Writes nothing. */
final class AccountRun {
    private final Caller caller;
    private final Accounts accounts;
    private final Staffing staffing;
    private final List<Office> known;
    private final Map<String, Integer> rowOfName = new HashMap<>();
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final List<PlannedAccount> lines = new ArrayList<>();

    /** An account that is to be opened. */
    record Wanted(AccountDetails details, Office office) {}

    AccountRun(Caller caller, Accounts accounts, Staffing staffing, List<Office> known) {
        this.caller = caller;
        this.accounts = accounts;
        this.staffing = staffing;
        this.known = List.copyOf(known);
    }

    ImportPlan<PlannedAccount> plan(Table table) {
        List<String> ignored = table.unknownHeadings().stream()
                .filter(title -> !title.equals("序号") && !title.equals("状态") && !title.equals("最近登录"))
                .toList();
        return new ImportPlan<>(lines, ignored);
    }

    /** Those that are to be opened, by username in the order of the rows. */
    Map<String, Wanted> wanted() {
        return wanted;
    }

    void take(AccountRow row) {
        try {
            lines.add(line(row));
        } catch (AccountRow.RefusedRow e) {
            lines.add(new PlannedAccount(
                    row.number(),
                    row.username(),
                    row.name(),
                    PlannedVerdict.REFUSED,
                    e.violations().stream().map(row::reason).toList()));
        }
    }

    /** Everything that is wrong with it at once, so that no second round brings more. */
    private PlannedAccount line(AccountRow row) throws AccountRow.RefusedRow {
        List<Violation> found = new ArrayList<>(row.violations());
        Integer earlier = rowOfName.putIfAbsent(row.username(), row.number());
        if (earlier != null) {
            found.add(new Violation("username", "与第%d行的用户名重复，请换一个".formatted(earlier)));
        }
        Office office = null;
        AccountDetails details = null;
        try {
            office = row.office(known);
            details = row.details(office);
            found.addAll(staffing.against(caller, details));
        } catch (AccountRow.RefusedRow e) {
            found.addAll(e.violations());
        }
        Optional<Account> present = accounts.byUsername(row.username());
        if (present.isPresent()) {
            taken(present.get(), details).ifPresent(found::add);
        }
        refuse(found);
        if (present.isPresent() || office == null || details == null) {
            return new PlannedAccount(row.number(), row.username(), row.name(), PlannedVerdict.UNCHANGED, List.of());
        }
        wanted.put(row.username(), new Wanted(details, office));
        return new PlannedAccount(
                row.number(),
                row.username(),
                row.name(),
                PlannedVerdict.ADDED,
                List.of(details.role().label() + (details.mayApprove() ? "，可以审批用印" : ""), "在“" + office.name() + "”"));
    }

    /** At most one of a field: the first says it. */
    private static void refuse(List<Violation> violations) throws AccountRow.RefusedRow {
        if (!violations.isEmpty()) {
            Map<String, Violation> first = new LinkedHashMap<>();
            violations.forEach(violation -> first.putIfAbsent(violation.field(), violation));
            throw new AccountRow.RefusedRow(List.copyOf(first.values()));
        }
    }

    /** One of another county is not told apart from one whose name is merely taken. */
    private Optional<Violation> taken(Account account, @Nullable AccountDetails details) {
        boolean own = caller.scope().includes(account.scope().path());
        if (!own || account.closed()) {
            return Optional.of(new Violation("username", "这个用户名不能用，请换一个"));
        }
        return details != null && account.holds(details)
                ? Optional.empty()
                : Optional.of(new Violation(
                        "username", "“%s”已经有人使用；是同一个人的，请在账号页里改，另一个人的请换一个用户名".formatted(account.username())));
    }
}
