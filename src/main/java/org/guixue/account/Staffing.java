package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/**
 * A bureau invites, corrects, resets and closes the accounts of the offices in its scope. Every act is in the trail and
 * ends the account's sessions and remembered credentials at their next request. Nobody closes, demotes or resets the own
 * account, and a county keeps at least one bureau account that can be signed in to.
 */
@ApplicationScoped
public class Staffing {
    /** How long a password that was handed out opens anything. */
    static final Duration UNUSED = Duration.ofDays(7);

    public static final String USERNAME_RULE = "用户名应为2至64个小写字母、数字、点、横线或下划线，以字母或数字开头";
    public static final String NAME_RULE = "请填写使用人的姓名，最多100个字";

    private static final String ACCOUNT = "account";
    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final Accounts accounts;
    private final Offices offices;
    private final Passwords passwords;
    private final HouseTrail trail;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public Staffing(
            Transactions transactions,
            Accounts accounts,
            Offices offices,
            Passwords passwords,
            HouseTrail trail,
            Clock clock,
            SecureRandom random) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.offices = offices;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /** Opens an account; the password that is returned is known to nobody else and is not kept. */
    public OneTimePassword invite(Caller caller, String username, AccountDetails details) {
        return transactions.run(() -> inviteOnce(caller, username, details));
    }

    private OneTimePassword inviteOnce(Caller caller, String username, AccountDetails details) {
        caller.expectBureau("管理账号");
        offices.hold(caller.office());
        List<Violation> violations = new ArrayList<>();
        if (!Accounts.isUsername(username)) {
            violations.add(new Violation("username", USERNAME_RULE));
        } else if (accounts.byUsername(username).isPresent()) {
            violations.add(new Violation("username", "这个用户名不能用，请换一个"));
        }
        violations.addAll(against(caller, details));
        refuse(violations);
        Office office = offices.find(details.office()).orElseThrow();
        String password = OneTimePassword.text(random);
        Account account =
                accounts.open(username, password, details.displayName(), details.role(), office.scope(), false, true);
        account.correct(details, office.scope());
        account.handOut(account.passwordHash(), clock.instant().plus(UNUSED));
        trail.administered(caller, ACCOUNT, account.id(), "invited", "", Map.of(), facts(account));
        return new OneTimePassword(account.id(), password);
    }

    /** @param seen the version that the caller has seen; another one is refused */
    public Account correct(Caller caller, long id, AccountDetails details, long seen) {
        return transactions.run(() -> correctOnce(caller, id, details, seen));
    }

    private Account correctOnce(Caller caller, long id, AccountDetails details, long seen) {
        Account account = find(caller, id);
        if (account.version() != seen) {
            throw new ValuesRefused("displayName", "您打开这一页以后别人改过这个账号，还没有保存您所填的；请核对后再保存一次");
        }
        offices.hold(caller.office());
        List<Violation> violations = new ArrayList<>(against(caller, details));
        boolean stays = details.role() == account.role()
                && details.office() == account.scope().office();
        if (!stays && id == caller.account()) {
            violations.add(new Violation("role", "不能更改自己账号的角色和单位，请由另一位教育局管理员办理"));
        }
        refuse(violations);
        if (!stays) {
            keepOneBureau(account);
        }
        Map<String, Object> was = facts(account);
        boolean renamed = !account.displayName().equals(details.displayName());
        account.correct(details, offices.find(details.office()).orElseThrow().scope());
        Map<String, Object> now = facts(account);
        was.entrySet().removeIf(each -> each.getValue().equals(now.get(each.getKey())));
        now.keySet().retainAll(was.keySet());
        trail.administered(caller, ACCOUNT, id, renamed ? "corrected and renamed" : "corrected", "", was, now);
        return account;
    }

    /** A new one-time password; the old one opens nothing any more. Of two at the same moment one gets it. */
    public OneTimePassword resetPassword(Caller caller, long id, String reason) {
        long seen = find(caller, id).version();
        return transactions.run(() -> resetPasswordOnce(caller, id, reason, seen));
    }

    private OneTimePassword resetPasswordOnce(Caller caller, long id, String reason, long seen) {
        Account account = findOther(caller, id, "自己的密码请在“我的账号”里修改");
        expect(reason);
        if (account.version() != seen) {
            throw new Conflict("刚刚有别人改过这个账号，这一次没有重置；请打开账号核对后再办");
        }
        String password = OneTimePassword.text(random);
        account.handOut(passwords.hash(password), clock.instant().plus(UNUSED));
        trail.administered(caller, ACCOUNT, id, "password reset", reason.strip(), Map.of(), Map.of());
        return new OneTimePassword(id, password);
    }

    /** There is no way back; whoever returns is invited anew. */
    public void close(Caller caller, long id, String reason) {
        transactions.perform(() -> closeOnce(caller, id, reason));
    }

    private void closeOnce(Caller caller, long id, String reason) {
        Account account = findOther(caller, id, "不能关闭自己的账号，请由另一位教育局管理员办理");
        expect(reason);
        keepOneBureau(account);
        account.close();
        trail.administered(caller, ACCOUNT, id, "closed", reason.strip(), Map.of(), Map.of());
    }

    private Account find(Caller caller, long id) {
        caller.expectBureau("管理账号");
        Account account = accounts.find(id, caller.scope()).orElseThrow(() -> new NotFound("账号"));
        if (account.closed()) {
            throw new Conflict("这个账号已经关闭，不能再改动；需要时请重新开设");
        }
        return account;
    }

    private Account findOther(Caller caller, long id, String whenOwn) {
        Account account = find(caller, id);
        if (id == caller.account()) {
            throw new Conflict(whenOwn);
        }
        return account;
    }

    /** Locks the county's bureau accounts, so that two of them do not close each other at the same time. */
    private void keepOneBureau(Account leaving) {
        if (leaving.role() != Role.BUREAU) {
            return;
        }
        offices.hold(leaving.scope().office());
        boolean another = accounts.bureaus(leaving.scope().office()).stream()
                .anyMatch(each -> each.id() != leaving.id() && !each.closed() && !each.lapsed(clock.instant()));
        if (!another) {
            throw new Conflict("这是本县最后一个教育局账号，不能关闭或调离；请先开设另一个");
        }
    }

    /** What speaks against such an account. */
    List<Violation> against(Caller caller, AccountDetails details) {
        List<Violation> found = new ArrayList<>();
        if (details.displayName().isEmpty() || details.displayName().length() > 100) {
            found.add(new Violation("displayName", NAME_RULE));
        }
        offices.find(details.office(), caller.scope())
                .ifPresentOrElse(
                        office -> {
                            if (office.closed()) {
                                found.add(new Violation("office", "“%s”已撤销，请选择其他单位".formatted(office.name())));
                            } else if (!details.role().fits(office.kind())) {
                                found.add(new Violation(
                                        "role",
                                        "%s不能设在%s，请核对角色和单位"
                                                .formatted(
                                                        details.role().label(),
                                                        office.kind().label())));
                            }
                        },
                        () -> found.add(new Violation("office", "没有这个单位，请从列表中选择")));
        return found;
    }

    private static void expect(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明原因，最多500个字");
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
    }

    /** What the trail remembers of it; no names. */
    static Map<String, Object> facts(Account account) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("role", account.role().name());
        facts.put("office", account.scope().office());
        facts.put("mayReadSensitive", account.mayReadSensitive());
        facts.put("mayApprove", account.mayApprove());
        return facts;
    }
}
