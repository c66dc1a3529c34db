package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

    @GET
    public String show(@QueryParam("changed") @DefaultValue("no") String changed) {
        models.put("mine", caller);
        models.put("worksFor", offices.find(caller.office()).map(Office::name).orElse(""));
        models.put("changed", !changed.equals("no"));
        return "own-account.html";
    }
}
