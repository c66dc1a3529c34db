package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** What pages say of accounts: their office, their state, when they were last signed in to. */
@ApplicationScoped
public class AccountView {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(SHANGHAI);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(SHANGHAI);

    private final Accounts accounts;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public AccountView(Accounts accounts, Offices offices, Clock clock) {
        this.accounts = accounts;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * An account in the words of a page.
     *
     * @param until until when its one-time password holds, empty where its owner has chosen one
     */
    public record Line(
            Account account,
            String office,
            String grants,
            String state,
            String tone,
            String lastSignIn,
            String until) {}

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    /** What the list is narrowed to; empty for all. */
    public record Wanted(String q, String role, String office, String state) {}

    public List<Line> lines(Caller caller, Wanted wanted) {
        Map<Long, Office> known =
                offices.within(caller.scope()).stream().collect(Collectors.toMap(Office::id, Function.identity()));
        Map<Long, Instant> last = accounts.lastSignIns(caller.scope());
        return accounts.within(caller.scope()).stream()
                .map(account -> line(
                        account,
                        Optional.ofNullable(known.get(account.scope().office())),
                        Optional.ofNullable(last.get(account.id()))))
                .filter(line -> fits(line, wanted))
                .toList();
    }

    public Line line(Caller caller, Account account) {
        return line(
                account,
                offices.find(account.scope().office()),
                Optional.ofNullable(accounts.lastSignIns(account.scope()).get(account.id())));
    }

    /** The open offices of the scope, indented as in the tree. */
    public List<Choice> offices(Caller caller) {
        int top = caller.scope().path().split("/").length;
        return offices.within(caller.scope()).stream()
                .filter(office -> !office.closed())
                .map(office -> new Choice(
                        Long.toString(office.id()),
                        "\u3000".repeat(office.path().split("/").length - top) + office.name()))
                .toList();
    }

    public List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), role.label()))
                .toList();
    }

    private Line line(Account account, Optional<Office> office, Optional<Instant> last) {
        String grants = account.mayReadSensitive() ? "健康与残疾信息" : "";
        if (account.mayApprove()) {
            grants = grants.isEmpty() ? "用印审批" : grants + "、用印审批";
        }
        String state = "在用";
        String tone = "usual";
        if (account.closed()) {
            state = "已关闭";
            tone = "void";
        } else if (account.lapsed(clock.instant())) {
            state = "一次性密码已过期";
            tone = "late";
        } else if (account.mustChangePassword()) {
            state = "等待首次登录";
            tone = "soon";
        }
        return new Line(
                account,
                office.map(Office::name).orElse(""),
                grants,
                state,
                tone,
                last.map(MINUTE::format).orElse("从未登录"),
                account.oneTimeUntil().map(DAY::format).orElse(""));
    }

    private static boolean fits(Line line, Wanted wanted) {
        Account account = line.account();
        String q = wanted.q().strip();
        return (account.username().contains(q)
                        || account.displayName().contains(q)
                        || line.office().contains(q))
                && (wanted.role().isEmpty() || account.role().name().equals(wanted.role()))
                && (wanted.office().isEmpty()
                        || Long.toString(account.scope().office()).equals(wanted.office()))
                && (wanted.state().isEmpty()
                        || account.closed() == wanted.state().equals("closed"));
    }
}
