package org.guixue.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Role;
import org.guixue.account.Account;
import org.guixue.account.AccountDetails;
import org.guixue.account.Accounts;
import org.guixue.account.Staffing;
import org.guixue.identity.Normaliser;
import org.guixue.page.Typed;

/** The plain form of an account, to and from what is decided about it. */
final class AccountFormRequest {
    private AccountFormRequest() {}

    static Typed of(Account account) {
        Typed typed = Typed.blank()
                .with("version", Long.toString(account.version()))
                .with("displayName", account.displayName())
                .with("role", account.role().name())
                .with("office", Long.toString(account.scope().office()));
        List<String> grants = new ArrayList<>();
        if (account.mayReadSensitive()) {
            grants.add("sensitive");
        }
        if (account.mayApprove()) {
            grants.add("approve");
        }
        return typed.with("grants", grants);
    }

    /** Which version of the account stood in the form; -1 where that cannot be read. */
    static long version(Typed typed) {
        return typed.value("version").matches("\\d{1,18}") ? Long.parseLong(typed.value("version")) : -1;
    }

    /**
     * What an account that is to be opened needs besides its username.
     *
     * @throws ValuesRefused with everything that is missing, in the order of the form
     */
    static AccountDetails invitation(Typed typed) {
        List<Violation> missing = new ArrayList<>();
        if (!Accounts.isUsername(typed.value("username"))) {
            missing.add(new Violation("username", Staffing.USERNAME_RULE));
        }
        return details(typed, missing);
    }

    /** @throws ValuesRefused with everything that is missing, in the order of the form */
    static AccountDetails details(Typed typed) {
        return details(typed, new ArrayList<>());
    }

    private static AccountDetails details(Typed typed, List<Violation> missing) {
        String name = Normaliser.text(typed.value("displayName")).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        if (name.isEmpty()) {
            missing.add(new Violation("displayName", Staffing.NAME_RULE));
        }
        if (!typed.value("office").matches("\\d{1,18}")) {
            missing.add(new Violation("office", "请选择工作单位"));
        }
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(typed.value("role")))
                .findFirst();
        if (role.isEmpty()) {
            missing.add(new Violation("role", "请选择角色"));
        }
        if (!missing.isEmpty()) {
            throw new ValuesRefused(missing);
        }
        return new AccountDetails(
                name,
                role.orElseThrow(),
                Long.parseLong(typed.value("office")),
                typed.has("grants", "sensitive"),
                typed.has("grants", "approve"));
    }
}
