package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** 我的账号: what the account may do, and the way to a new password. */
@Path("/account")
@Controller
@RequestScoped
public class OwnAccountPages {
    @Inject
    Offices offices;

    @Inject
    Caller caller;

    @Inject
    Models models;

    @Inject
    OwnAccount own;

    @Context
    HttpServletRequest request;

    /** Ends every session and remembered credential of the account, this one too. */
    @POST
    @Path("sign-out-everywhere")
    public Response signOutEverywhere() {
        own.endSessions(caller);
        PageSession.end(request);
        return Response.seeOther(URI.create("/login")).build();
    }

    @GET
    public String show(@QueryParam("changed") @DefaultValue("no") String changed) {
        models.put("mine", caller);
        models.put("worksFor", offices.find(caller.office()).map(Office::name).orElse(""));
        models.put("changed", !changed.equals("no"));
        return "account/own-account.html";
    }
}
