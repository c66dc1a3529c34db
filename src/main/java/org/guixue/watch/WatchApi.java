package org.guixue.watch;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.jspecify.annotations.Nullable;

/** The children at risk, and the talks, visits and checks with them. */
@Path("/api/watch")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WatchApi {
    private static final int LARGEST_PAGE = 200;

    @Inject
    private Watching watching;

    @Inject
    private Watches watches;

    @Inject
    private ListingTrail listings;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    record WatchBody(
            @Nullable Long student,
            @Nullable String group,
            @Nullable LocalDate since,
            @Nullable String reason,
            @Nullable String responsible,
            @Nullable String phone,
            @Nullable LocalDate visitedOn) {}

    record VisitBody(
            @Nullable String kind,
            @Nullable LocalDate on,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> by,

            @Nullable String words) {}

    record EndBody(@Nullable LocalDate until, @Nullable String reason) {}

    /** @param days after how many days without a talk, visit or check one is due here */
    record ShownWatches(long total, int page, int size, int days, List<WatchJson> items) {}

    /** @param due only those for whom a talk, visit or check is due today or was before */
    @GET
    public ShownWatches list(
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("school") @Nullable Long school,
            @QueryParam("due") @DefaultValue("false") boolean due,
            @QueryParam("ended") @DefaultValue("false") boolean ended,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        int at = Math.max(0, page);
        int most = Math.min(LARGEST_PAGE, Math.max(1, size));
        int days = watching.days(caller);
        LocalDate today = LocalDate.now(clock);
        List<WatchGroup> groups = WatchGroup.seen(caller.mayReadSensitive());
        if (!group.isEmpty()) {
            WatchGroup one = group(group);
            groups = groups.contains(one) ? List.of(one) : List.of();
        }
        Watches.Filter filter = new Watches.Filter(
                groups,
                Optional.ofNullable(school),
                ended && !due,
                due ? Optional.of(today.minusDays(days)) : Optional.empty());
        long total = watches.count(caller, filter);
        listings.searched(caller, "watch", group, total);
        return new ShownWatches(
                total,
                at,
                most,
                days,
                total == 0
                        ? List.of()
                        : watches.list(caller, filter, at * most, most).stream()
                                .map(watch -> WatchJson.of(watch, days, today, null))
                                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(WatchBody body) {
        Watching.refuseInspector(caller);
        WatchGroup group = group(text(body.group()));
        long student = Optional.ofNullable(body.student()).orElseThrow(() -> new ValuesRefused("student", "请指明学生"));
        LocalDate since =
                Optional.ofNullable(body.since()).orElseThrow(() -> new ValuesRefused("since", "请填写列入日期，如2026-09-05"));
        Watch watch = watching.begin(
                caller,
                student,
                new WatchDetails(
                        group,
                        since,
                        text(body.reason()),
                        text(body.responsible()),
                        text(body.phone()),
                        Optional.ofNullable(body.visitedOn())));
        return Response.created(URI.create("/api/watch/" + watch.id()))
                .entity(shown(watch))
                .build();
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public WatchJson one(@PathParam("id") long id) {
        Watch watch = watches.find(caller, id).orElseThrow(() -> new NotFound("关注记录"));
        trail.read(caller, watch.student().id(), "watch");
        return shown(watch);
    }

    @POST
    @Path("{id:\\d{1,18}}/visits")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response note(@PathParam("id") long id, VisitBody body) {
        Watching.refuseInspector(caller);
        expectSeen(id);
        NoteKind kind = body.kind() == null
                ? NoteKind.VISIT
                : NoteKind.of(body.kind())
                        .orElseThrow(() -> new ValuesRefused("kind", "没有这种方式，请用其中之一：" + names(NoteKind.values())));
        LocalDate on = Optional.ofNullable(body.on()).orElseThrow(() -> new ValuesRefused("on", "请填写日期，如2026-09-05"));
        WatchNote note = watching.note(
                caller, id, kind, on, String.join("、", body.by() == null ? List.of() : body.by()), text(body.words()));
        return Response.created(URI.create("/api/watch/" + id))
                .entity(WatchJson.ShownNote.of(note))
                .build();
    }

    @POST
    @Path("{id:\\d{1,18}}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    public WatchJson end(@PathParam("id") long id, EndBody body) {
        Watching.refuseInspector(caller);
        expectSeen(id);
        LocalDate until =
                Optional.ofNullable(body.until()).orElseThrow(() -> new ValuesRefused("until", "请填写解除日期，如2026-12-01"));
        return shown(watching.end(caller, id, until, text(body.reason())));
    }

    private void expectSeen(long id) {
        if (watches.find(caller, id).isEmpty()) {
            throw new NotFound("关注记录");
        }
    }

    private WatchJson shown(Watch watch) {
        return WatchJson.of(watch, watching.days(caller), LocalDate.now(clock), watches.notes(watch.id()));
    }

    private static WatchGroup group(String text) {
        return WatchGroup.of(text)
                .orElseThrow(() -> new ValuesRefused("group", "没有这个类别，请用其中之一：" + names(WatchGroup.values())));
    }

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).collect(Collectors.joining("、"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
