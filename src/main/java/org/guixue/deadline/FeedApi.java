package org.guixue.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.page.Senders;
import org.guixue.page.SendersRate;

/** The calendar feed, public under its secret address: whoever knows it reads the deadlines of its account. */
@Path("/tasks.ics")
@RequestScoped
public class FeedApi {
    @Inject
    private FeedKeeping keeping;

    @Inject
    private Feed feed;

    @Inject
    private Accounts accounts;

    @Inject
    private SendersRate rate;

    @Inject
    private Senders senders;

    @Context
    private HttpServletRequest request;

    /** A wrong or revoked address is not there. */
    @GET
    public Response feed(@QueryParam("key") @DefaultValue("") String key) {
        rate.count(senders.address(request));
        return Response.ok(feed.of(reader(key)), "text/calendar;charset=UTF-8")
                .header("Content-Disposition", "inline; filename=\"tasks.ics\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private Caller reader(String key) {
        OptionalLong id = keeping.account(key);
        Account account = (id.isPresent() ? accounts.find(id.getAsLong()) : Optional.<Account>empty())
                .filter(found -> !found.closed() && !found.mustChangePassword())
                .orElseThrow(() -> new NotFound("日历地址"));
        return new Caller(
                account.id(),
                account.username(),
                account.displayName(),
                account.role(),
                account.scope(),
                false,
                account.mayApprove(),
                senders.address(request));
    }
}
