package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.AuditAct;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentQuery;

/** 审计, for bureau and inspector: who did what, when, from where, on which child and why; whether the chain holds. */
@Path("/admin/audit")
@Controller
@RequestScoped
public class TrailPages {
    private static final int ROWS = 50;
    private static final int CHILDREN = 20;
    private static final int USUAL_DAYS = 30;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    private TrailReading reading;

    @Inject
    private TrailLines lines;

    @Inject
    private TrailState state;

    @Inject
    private Students students;

    @Inject
    private SearchIndex index;

    @Inject
    private HouseTrail houseTrail;

    @Inject
    private ListingTrail listingTrail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private UriInfo address;

    /** An act to choose from. */
    public record Choice(String value, String label) {}

    /** A child to choose from. */
    public record Found(String name, String about, PageAddress link) {}

    /** @param q a child is looked for by name, pinyin or ID */
    @GET
    public Response show(@BeanParam TrailRequest request, @QueryParam("q") @DefaultValue("") String q) {
        refuseOthers();
        try {
            if (address.getQueryParameters().isEmpty()) {
                request.from = LocalDate.now(clock).minusDays(USUAL_DAYS).toString();
            }
            return Response.ok(page(request, request.question(), q, "")).build();
        } catch (ValuesRefused e) {
            TrailRequest plain = new TrailRequest();
            plain.from = LocalDate.now(clock).minusDays(USUAL_DAYS).toString();
            return Response.status(422)
                    .entity(page(
                            plain, plain.question(), "", e.violations().get(0).message()))
                    .build();
        }
    }

    /** Reads the whole trail and holds its chain. */
    @POST
    @Path("check")
    public Response check() {
        refuseOthers();
        houseTrail.readTrail(caller, 0, Map.of("what", "chain checked"));
        state.check();
        return Response.seeOther(URI.create("/admin/audit")).build();
    }

    private String page(TrailRequest request, TrailQuestion question, String q, String refusal) {
        PageAddress here = PageAddress.of("/admin/audit")
                .with("child", request.child)
                .with("account", request.account)
                .with("act", request.act)
                .with("from", request.from)
                .with("to", request.to);
        Optional<Student> child = question.child().map(this::child);
        houseTrail.readTrail(caller, question.child().orElse(0L), question.asDetail());
        models.put("refusal", refusal);
        models.put("here", here);
        models.put("export", new PageAddress("/admin/audit/export.xlsx", here.query()));
        models.put("child", child.map(Student::name).orElse(""));
        models.put("withoutChild", here.without("child"));
        models.put("q", q);
        models.put("found", q.isBlank() ? List.of() : found(q, here));
        models.put(
                "acts",
                Arrays.stream(AuditAct.values())
                        .map(act -> new Choice(act.name(), TrailWords.act(act)))
                        .toList());
        models.put("rows", lines.of(caller, reading.newest(caller, question, request.page(), ROWS)));
        models.put("at", new PageOf(here, request.page(), ROWS, reading.count(caller, question)));
        chain();
        return "audit.html";
    }

    private void chain() {
        Optional<TrailState.Seen> seen = state.seen();
        models.put("checked", seen.map(last -> MINUTE.format(last.at())).orElse(""));
        models.put("holds", seen.map(last -> last.check().holds()).orElse(false));
        models.put("links", seen.map(last -> last.check().head().length()).orElse(0L));
        models.put(
                "odd",
                seen.flatMap(last -> last.check().firstOdd())
                        .map(odd -> odd.sentence())
                        .orElse(""));
    }

    private List<Found> found(String q, PageAddress here) {
        var hits = index.students(new StudentQuery(q, Optional.empty(), Optional.empty(), 1, CHILDREN), caller.scope());
        listingTrail.searched(caller, "学生", q, hits.total());
        return students.list(hits.ids(), caller.scope()).stream()
                .map(child -> new Found(
                        child.name(),
                        child.maskedId()
                                + child.school()
                                        .map(school -> "　" + school.name())
                                        .orElse("")
                                + " " + child.grade() + child.schoolClass(),
                        here.with("child", Long.toString(child.id())).without("from")))
                .toList();
    }

    private Student child(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }

    private void refuseOthers() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看审计记录");
        }
    }
}
