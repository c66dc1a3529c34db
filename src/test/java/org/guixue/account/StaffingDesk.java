package org.guixue.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Office;
import org.guixue.person.RegistryDesk;

/** A bureau's desk, some time from now. */
final class StaffingDesk {
    static final Passwords PASSWORDS = new Passwords(new SecureRandom());
    private static final AtomicInteger NAMES = new AtomicInteger();

    final Staffing staffing;
    private final RegistryDesk desk;
    private final Accounts accounts;

    StaffingDesk(RegistryDesk desk, Duration later) {
        this(desk, later, new SecureRandom());
    }

    StaffingDesk(RegistryDesk desk, Duration later, SecureRandom random) {
        this.desk = desk;
        Clock clock = Clock.offset(desk.clock, later);
        accounts = new Accounts(desk.entities, PASSWORDS, desk.offices, desk.identifiers);
        staffing = new Staffing(
                desk.transactions, accounts, desk.offices, PASSWORDS, new HouseTrail(desk.trail, clock), clock, random);
    }

    Account account(long id) {
        return desk.read(() -> accounts.find(id).orElseThrow());
    }

    Account bureauOf(Office office) {
        return desk.transactions.run(
                () -> accounts.open(fresh(), "两只黄鹂鸣翠柳一行白鹭", "教育局", Role.BUREAU, office.scope(), false, false));
    }

    static String fresh() {
        return "staff" + NAMES.incrementAndGet();
    }

    static AccountDetails clerkOf(Office school) {
        return new AccountDetails("王老师", Role.CLERK, school.id(), false, false);
    }

    static AccountDetails bureauAt(Office office) {
        return new AccountDetails("教育局", Role.BUREAU, office.id(), false, false);
    }
}
