package org.guixue.county;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;

/** The county's picture as figures. */
@Path("/api/county")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CountyApi {
    @Inject
    private Picturing picturing;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @GET
    public CountyPicture read(@BeanParam CountyRequest asked) {
        CountyPicture picture =
                picturing.picture(caller, picturing.office(caller, asked.office()), picturing.period(asked.period()));
        trail.searched(caller, "控辍保学情况", "", picture.totals().open());
        return picture;
    }
}
