package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/**
 * Outside the demo the first start makes one bureau with one account, {@code bureau}. Its one-time password is made by
 * deploy/run, which prints it once; here it is only hashed, and must be changed at the first sign-in.
 */
@ApplicationScoped
public class FirstAccount {
    private final Accounts accounts;
    private final Offices offices;
    private final Installations installations;

    @Inject
    public FirstAccount(Accounts accounts, Offices offices, Installations installations) {
        this.accounts = accounts;
        this.offices = offices;
        this.installations = installations;
    }

    @Transactional
    public void open() {
        Optional<String> password = ConfigProvider.getConfig().getOptionalValue("guixue.first.password", String.class);
        boolean demo = installations.find().filter(Installation::demo).isPresent();
        if (demo || password.isEmpty() || accounts.count() > 0) {
            return;
        }
        Office bureau = offices.add(
                new Office(null, OfficeKind.COUNTY_BUREAU, "县教育局", "000000", "教", "national", "本县").withFonds("JY01"));
        accounts.open("bureau", password.get(), "管理员", Role.BUREAU, bureau.scope(), false, true);
    }
}
