package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.account.ConfirmedRequest;
import org.guixue.account.DangerRequest;
import org.guixue.account.HandedOut;
import org.guixue.account.OneTimePassword;
import org.guixue.account.Staffing;
import org.guixue.page.Entrance;
import org.guixue.page.Typed;

/**
 * 密码条: one-time passwords on paper, one slip an account, shown once. Those whose slip was lost before the first sign-in get new
 * ones together.
 */
@Path("/admin/accounts/slips")
@Controller
@RequestScoped
public class AccountSlipPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    @Inject
    private Accounts accounts;

    @Inject
    private AccountView view;

    @Inject
    private Staffing staffing;

    @Inject
    private ConfirmedRequest confirmed;

    @Inject
    private Entrance entrance;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    @GET
    public String show() {
        caller.expectBureau("管理账号");
        List<HandedOut> slips = AccountSlipsRequest.take(request);
        return slips.isEmpty() ? waiting(Typed.blank(), "") : slips(slips);
    }

    /** New passwords for those that were not signed in to yet; the old ones open nothing any more. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response again(MultivaluedMap<String, String> posted) {
        caller.expectBureau("管理账号");
        Typed typed = Typed.of(posted);
        return confirmed.answer(
                DangerRequest.because("重新发放密码条", typed.value("password")),
                "",
                why -> {
                    AccountSlipsRequest.keep(request, handOut(typed.all("account"), why));
                    return Response.seeOther(URI.create("/admin/accounts/slips"))
                            .build();
                },
                (refused, refusal) -> waiting(refused.with("account", typed.all("account")), refusal));
    }

    private List<HandedOut> handOut(List<String> ids, String why) {
        List<AccountView.Line> chosen = waitingLines().stream()
                .filter(line -> ids.contains(Long.toString(line.account().id())))
                .toList();
        if (chosen.isEmpty()) {
            throw new ValuesRefused("account", "请至少选一个还没有登录过的账号");
        }
        List<HandedOut> slips = new ArrayList<>();
        for (AccountView.Line line : chosen) {
            Account account = line.account();
            OneTimePassword password = staffing.resetPassword(caller, account.id(), why);
            slips.add(new HandedOut(
                    account.id(),
                    account.username(),
                    account.displayName(),
                    account.position(),
                    line.office(),
                    password.text()));
        }
        return slips;
    }

    private List<AccountView.Line> waitingLines() {
        return view.lines(caller, new AccountView.Wanted("", "", "", "open")).stream()
                .filter(line ->
                        line.account().mustChangePassword() && line.account().id() != caller.account())
                .toList();
    }

    private String slips(List<HandedOut> slips) {
        models.put("slips", slips);
        models.put("address", entrance.publicUrl().toString());
        models.put(
                "until",
                accounts.find(slips.get(0).account())
                        .flatMap(Account::oneTimeUntil)
                        .map(until -> DAY.format(LocalDate.ofInstant(until, clock.getZone())))
                        .orElse(""));
        return "admin/account-slips.html";
    }

    private String waiting(Typed typed, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("rows", waitingLines());
        return "admin/account-slips-waiting.html";
    }
}
