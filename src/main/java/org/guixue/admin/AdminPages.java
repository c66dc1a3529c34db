package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.upkeep.Upkeep;

/** 管理: the ways to the state of the house, offices, accounts, seals and the trail, with one figure each. */
@Path("/admin")
@Controller
@RequestScoped
public class AdminPages {
    @Inject
    private Offices offices;

    @Inject
    private Accounts accounts;

    @Inject
    private SealView seals;

    @Inject
    private Upkeep upkeep;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String home() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以进入管理");
        }
        boolean bureau = caller.role() == Role.BUREAU;
        models.put("bureau", bureau);
        models.put("standing", upkeep.lately());
        if (bureau) {
            models.put("offices", count(offices.within(caller.scope()).stream().filter(office -> !office.closed())));
            models.put(
                    "closedOffices",
                    count(offices.within(caller.scope()).stream().filter(Office::closed)));
            models.put(
                    "accounts", count(accounts.within(caller.scope()).stream().filter(each -> !each.closed())));
            models.put(
                    "handedOut",
                    count(accounts.within(caller.scope()).stream()
                            .filter(each -> !each.closed())
                            .filter(Account::mustChangePassword)));
            models.put("sealsDue", seals.due(caller));
        }
        return "admin/admin.html";
    }

    private static long count(java.util.stream.Stream<?> all) {
        return all.count();
    }
}
