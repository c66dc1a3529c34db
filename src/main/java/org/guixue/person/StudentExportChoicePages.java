package org.guixue.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.guixue.access.Caller;
import org.guixue.office.Letterhead;
import org.guixue.office.Offices;
import org.guixue.page.Typed;

/** 导出学生名册: says how many and which, and asks whether IDs are to be whole, and why. */
@Path("/students/export")
@Controller
@RequestScoped
public class StudentExportChoicePages {
    @Inject
    private StudentListing listing;

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private UriInfo address;

    @GET
    public String show(@QueryParam("missing") @DefaultValue("") String missing) {
        StudentChoiceRequest asked = new StudentChoiceRequest(address.getQueryParameters(), LocalDate.now(clock));
        Typed typed = Typed.blank();
        if (!missing.isEmpty()) {
            typed.refused(new org.guixue.ValuesRefused(
                    "reason", "请写明需要完整证件号码的理由，最多" + StudentExportPages.LONGEST_REASON + "个字"));
        }
        models.put("typed", typed);
        models.put("total", listing.count(caller, asked.choice()));
        models.put("filter", Letterhead.conditions(asked.filter(caller, offices)));
        models.put("file", asked.at("/students/export.xlsx"));
        models.put("ids", asked.choice().ids());
        models.put("list", asked.at("/students"));
        models.put("sensitive", caller.mayReadSensitive());
        return "students-export.html";
    }
}
