package org.guixue.county;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.ChineseDays;
import org.guixue.calendar.Reporting;
import org.guixue.office.Office;

/** 全县、本镇、本校: the picture, drawn and as tables, for the screen and for paper. */
@Path("/county")
@Controller
@RequestScoped
public class CountyPages {
    @Inject
    private Picturing picturing;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String show(@BeanParam CountyRequest asked) {
        Office office = picturing.office(caller, asked.office());
        Reporting period = picturing.period(asked.period());
        CountyPicture picture = picturing.picture(caller, office, period);
        models.put("picture", picture);
        models.put("drawn", DrawnPicture.of(picture));
        models.put("asOf", ChineseDays.of(picture.asOf()));
        models.put("periods", picturing.months());
        models.put("known", picturing.months().contains(period));
        models.put("period", period);
        models.put("offices", picturing.offices(caller));
        trail.searched(caller, "控辍保学情况", "", picture.totals().open());
        return "county/county.html";
    }
}
