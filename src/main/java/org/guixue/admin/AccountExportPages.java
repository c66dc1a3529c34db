package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Letterhead;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;

/** The accounts that their page shows, as .xlsx. */
@Path("/admin/accounts/export.xlsx")
@RequestScoped
public class AccountExportPages {
    @Inject
    private AccountView view;

    @Inject
    private Offices offices;

    @Inject
    private Letterhead letterhead;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @GET
    public Response export(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("office") @DefaultValue("") String office,
            @QueryParam("state") @DefaultValue("") String state) {
        caller.expectBureau("管理账号");
        List<AccountView.Line> lines = view.lines(caller, new AccountView.Wanted(q, role, office, state));
        Map<String, String> filter = filter(q, role, office, state);
        trail.exportedListing(caller, "账号", filter, lines.size(), "");
        return WorkbookAnswer.of(new Listing(
                "账号一览",
                letterhead.of(caller),
                List.of(
                        SheetColumn.text("姓名", 16),
                        SheetColumn.text("用户名", 18),
                        SheetColumn.text("角色", 12),
                        SheetColumn.text("单位", 30),
                        SheetColumn.text("授权", 26),
                        SheetColumn.text("最近登录", 18),
                        SheetColumn.text("状态", 16)),
                rows -> {
                    for (AccountView.Line line : lines) {
                        rows.add(
                                line.account().displayName(),
                                line.account().username(),
                                line.account().role().label(),
                                line.office(),
                                line.grants(),
                                line.lastSignIn(),
                                line.state());
                    }
                },
                List.of(letterhead.scopeOf(caller), Letterhead.conditions(filter), "本表没有密码；导出已记入审计。")));
    }

    private Map<String, String> filter(String q, String role, String office, String state) {
        Map<String, String> filter = new LinkedHashMap<>();
        put(filter, "查找", q);
        for (Role each : Role.values()) {
            put(filter, "角色", each.name().equals(role) ? each.label() : "");
        }
        if (office.matches("\\d{1,18}")) {
            filter.put(
                    "单位",
                    offices.find(Long.parseLong(office), caller.scope())
                            .map(Office::name)
                            .orElse("所选单位"));
        }
        put(filter, "状态", state.isEmpty() ? "" : state.equals("closed") ? "已关闭" : "在用");
        return filter;
    }

    private static void put(Map<String, String> filter, String name, String value) {
        if (!value.isBlank()) {
            filter.put(name, value.strip());
        }
    }
}
