package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.account.ConfirmedRequest;
import org.guixue.account.DangerRequest;
import org.guixue.account.OneTimePassword;
import org.guixue.account.Staffing;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** 账号: who works in the offices of a bureau; inviting, correcting, resetting, closing. */
@Path("/admin/accounts")
@Controller
@RequestScoped
public class AccountPages {
    /** A password that was handed out waits here, in the session of who asked for it, for the one page that shows it. */
    private static final String HANDED_OUT = "org.guixue.handed-out";

    @Inject
    private Accounts accounts;

    @Inject
    private Staffing staffing;

    @Inject
    private ConfirmedRequest confirmed;

    @Inject
    private AccountView view;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    @GET
    public String list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("office") @DefaultValue("") String office,
            @QueryParam("state") @DefaultValue("") String state) {
        caller.expectBureau("管理账号");
        PageAddress here = PageAddress.of("/admin/accounts")
                .with("q", q)
                .with("role", role)
                .with("office", office)
                .with("state", state);
        models.put("rows", view.lines(caller, new AccountView.Wanted(q, role, office, state)));
        models.put("offices", view.offices(caller));
        models.put("roles", view.roles());
        models.put("here", here);
        models.put("export", new PageAddress("/admin/accounts/export.xlsx", here.query()));
        return "admin/accounts.html";
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public String show(@PathParam("id") long id) {
        return page(find(id), Typed.blank(), "", "");
    }

    @GET
    @Path("new")
    public String blank(@QueryParam("office") @DefaultValue("") String office) {
        caller.expectBureau("管理账号");
        return form(Typed.blank().with("office", office), 0);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> posted) {
        caller.expectBureau("管理账号");
        Typed typed = Typed.of(posted);
        try {
            return handOut(staffing.invite(caller, typed.value("username"), AccountFormRequest.invitation(typed)));
        } catch (ValuesRefused e) {
            return RefusedRequest.shown(e, typed, refusal -> form(typed, 0));
        }
    }

    @GET
    @Path("{id:\\d{1,18}}/edit")
    public String present(@PathParam("id") long id) {
        return form(AccountFormRequest.of(find(id)), id);
    }

    @POST
    @Path("{id:\\d{1,18}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Account account = find(id);
        Typed typed = Typed.of(posted);
        try {
            staffing.correct(caller, id, AccountFormRequest.details(typed), AccountFormRequest.version(typed));
        } catch (ValuesRefused e) {
            typed.with("version", Long.toString(account.version()));
            return RefusedRequest.shown(e, typed, refusal -> form(typed, id));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(account, Typed.blank(), "", refusal));
        }
        return to(id);
    }

    @POST
    @Path("{id:\\d{1,18}}/reset")
    public Response reset(@PathParam("id") long id, @BeanParam DangerRequest asked) {
        Account account = find(id);
        return confirmed.answer(
                asked,
                "请写明原因",
                why -> handOut(staffing.resetPassword(caller, id, why)),
                (typed, refusal) -> page(account, typed, "reset", refusal));
    }

    @POST
    @Path("{id:\\d{1,18}}/close")
    public Response close(@PathParam("id") long id, @BeanParam DangerRequest asked) {
        Account account = find(id);
        return confirmed.answer(
                asked,
                "请写明原因",
                why -> {
                    staffing.close(caller, id, why);
                    return to(id);
                },
                (typed, refusal) -> page(account, typed, "close", refusal));
    }

    private Response handOut(OneTimePassword password) {
        request.getSession().setAttribute(HANDED_OUT, password);
        return to(password.account());
    }

    /** The password that was just handed out for this account, this one time. */
    private String handedOut(long id) {
        if (request.getSession().getAttribute(HANDED_OUT) instanceof OneTimePassword password
                && password.account() == id) {
            request.getSession().removeAttribute(HANDED_OUT);
            return password.text();
        }
        return "";
    }

    private String page(Account account, Typed typed, String act, String refusal) {
        models.put("account", account);
        models.put("line", view.line(caller, account));
        models.put("handedOut", handedOut(account.id()));
        models.put("own", account.id() == caller.account());
        models.put("typed", typed);
        models.put("act", act);
        models.put("refusal", refusal);
        return "admin/account.html";
    }

    private String form(Typed typed, long id) {
        models.put("typed", typed);
        models.put("id", id);
        models.put("name", id == 0 ? "" : find(id).displayName());
        models.put("username", id == 0 ? "" : find(id).username());
        models.put("own", id == caller.account());
        models.put("offices", view.offices(caller));
        models.put("roles", view.roles());
        return "admin/account-form.html";
    }

    private Account find(long id) {
        caller.expectBureau("管理账号");
        return accounts.find(id, caller.scope()).orElseThrow(() -> new NotFound("账号"));
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/admin/accounts/" + id)).build();
    }
}
