package org.guixue.watch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** 关注学生: the children at risk with what is due, and for each its talks, visits and checks. */
@Path("/watch")
@Controller
@RequestScoped
public class WatchPages {
    private static final int ROWS = 50;

    @Inject
    private Watching watching;

    @Inject
    private Watches watches;

    @Inject
    private Offices offices;

    @Inject
    private ListingTrail listings;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Something to choose from. */
    public record WatchChoice(String id, String name) {}

    /** @param show {@code due} for those alone for whom something is due, {@code ended} for those too that have ended */
    @GET
    public String list(
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("school") @DefaultValue("") String school,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("page") @DefaultValue("0") int page) {
        int days = watching.days(caller);
        LocalDate today = LocalDate.now(clock);
        List<WatchGroup> seen = WatchGroup.seen(caller.mayReadSensitive());
        Watches.Filter filter = new Watches.Filter(
                WatchGroup.of(group).filter(seen::contains).map(List::of).orElse(seen),
                school.matches("\\d{1,18}") ? Optional.of(Long.parseLong(school)) : Optional.empty(),
                show.equals("ended"),
                show.equals("due") ? Optional.of(today.minusDays(days)) : Optional.empty());
        int at = Math.max(0, page);
        long total = watches.count(caller, filter);
        listings.searched(caller, "watch", group, total);
        PageAddress here = PageAddress.of("/watch")
                .with("group", group)
                .with("school", school)
                .with("show", show);
        models.put("here", here);
        models.put("days", days);
        models.put("at", new PageOf(here, at, ROWS, total));
        models.put(
                "rows",
                watches.list(caller, filter, at * ROWS, ROWS).stream()
                        .map(watch -> WatchLine.of(watch, days, today))
                        .toList());
        models.put("groups", groups(seen));
        models.put(
                "schools",
                offices.within(caller.scope()).stream()
                        .filter(office -> office.kind() == OfficeKind.SCHOOL && !office.closed())
                        .map(office -> new WatchChoice(Long.toString(office.id()), office.name()))
                        .toList());
        return "watch/watch.html";
    }

    static List<WatchChoice> groups(List<WatchGroup> groups) {
        return groups.stream()
                .map(each -> new WatchChoice(each.name(), each.label()))
                .toList();
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public String show(@PathParam("id") long id) {
        return page(found(id), Typed.blank(), "");
    }

    @POST
    @Path("{id:\\d{1,18}}/visits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response note(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Watch watch = found(id);
        Typed typed = Typed.of(posted);
        try {
            watching.note(
                    caller,
                    id,
                    NoteKind.of(typed.value("kind")).orElseThrow(() -> new ValuesRefused("kind", "请选择谈心、家访、检查或电话")),
                    typed.day("on", "请填写日期"),
                    typed.value("by"),
                    typed.value("words"));
            return Response.seeOther(URI.create("/watch/" + id)).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(watch, typed, refusal));
        }
    }

    @POST
    @Path("{id:\\d{1,18}}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Watch watch = found(id);
        Typed typed = Typed.of(posted);
        try {
            watching.end(caller, id, typed.day("until", "请填写解除日期"), typed.value("reason"));
            return Response.seeOther(URI.create("/watch/" + id)).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(watch, typed, refusal));
        }
    }

    private Watch found(long id) {
        return watches.find(caller, id).orElseThrow(() -> new NotFound("关注记录"));
    }

    private String page(Watch watch, Typed typed, String refusal) {
        trail.read(caller, watch.student().id(), "watch");
        LocalDate today = LocalDate.now(clock);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("today", today.toString());
        models.put("line", WatchLine.of(watch, watching.days(caller), today));
        models.put("notes", watches.notes(watch.id()));
        models.put(
                "kinds",
                Arrays.stream(NoteKind.values())
                        .map(kind -> new WatchChoice(kind.name(), kind.label()))
                        .toList());
        models.put("mayNote", watch.open() && caller.role() != Role.INSPECTOR);
        return "watch/watch-one.html";
    }
}
