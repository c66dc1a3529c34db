package org.guixue.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.guixue.access.Caller;
import org.guixue.calendar.ChineseDays;

/** 日历订阅: makes, shows once and revokes the secret address of one's calendar feed. */
@Path("/account/feed")
@Controller
@RequestScoped
public class FeedPages {
    @Inject
    private FeedKeeping keeping;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Models models;

    @Context
    private UriInfo address;

    @GET
    public String show() {
        return page("");
    }

    /** The address stands on this one page and nowhere else. */
    @POST
    public String make() {
        String secret = keeping.make(caller);
        return page(address.getBaseUriBuilder()
                .path("tasks.ics")
                .queryParam("key", secret)
                .build()
                .toString());
    }

    @POST
    @Path("revoke")
    public Response revoke() {
        keeping.revoke(caller);
        return Response.seeOther(URI.create("/account/feed")).build();
    }

    private String page(String shownOnce) {
        models.put("address", shownOnce);
        models.put(
                "since",
                keeping.of(caller)
                        .map(key -> ChineseDays.of(LocalDate.ofInstant(key.createdAt(), clock.getZone())))
                        .orElse(""));
        return "deadline/feed.html";
    }
}
