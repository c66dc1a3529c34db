package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** 修改密码: asks for the present one; ends every other session of the account. */
@Path("/account/password")
@Controller
@RequestScoped
public class PasswordPages {
    @Inject
    Accounts accounts;

    @Inject
    Offices offices;

    @Inject
    SignIn signIn;

    @Inject
    Caller caller;

    @Inject
    OwnAccount own;

    @Inject
    Models models;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    @GET
    public String form() {
        models.put("refusal", "");
        return "account/password.html";
    }

    @POST
    public Response change(
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("wanted") @DefaultValue("") String wanted,
            @FormParam("again") @DefaultValue("") String again) {
        boolean first = accounts.find(caller.account())
                .filter(Account::mustChangePassword)
                .isPresent();
        try {
            refuseUnfit(present, wanted, again);
            Passwords.expectGood(wanted, ownNames());
            own.changePassword(caller, present, wanted);
        } catch (Refused e) {
            models.put("refusal", String.valueOf(e.getMessage()));
            return Response.status(e.reason() == Refused.Reason.LOCKED ? 429 : 422)
                    .entity("account/password.html")
                    .build();
        }
        accounts.find(caller.account()).ifPresent(account -> PageSession.begin(request, account, clock.instant()));
        return Response.seeOther(URI.create(first ? "/" : "/account?changed")).build();
    }

    private OwnNames ownNames() {
        List<String> names = new ArrayList<>(List.of(caller.displayName()));
        Optional<Office> office = offices.find(caller.office());
        while (office.isPresent()) {
            names.add(office.get().name());
            office = office.get().parent();
        }
        return new OwnNames(caller.username(), names);
    }

    private void refuseUnfit(String present, String wanted, String again) {
        if (!wanted.equals(again)) {
            throw new Refused(Refused.Reason.VALUES, "两次输入的新密码不一样。");
        }
        if (wanted.equals(present)) {
            throw new Refused(Refused.Reason.VALUES, "新密码不能与现在的密码相同。");
        }
        if (!signIn.again(caller.username(), present, caller.address())) {
            throw new Refused(Refused.Reason.VALUES, "现在的密码不对。");
        }
    }
}
