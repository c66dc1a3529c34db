package org.guixue.yearly;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.guixue.access.Caller;

/** 年度工作: what the turn of the year asks for, in its season. */
@Path("/yearly")
@Controller
@RequestScoped
public class YearlyPages {
    @Inject
    private YearlyWork work;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String list() {
        models.put("lists", work.of(caller));
        return "yearly/yearly.html";
    }
}
