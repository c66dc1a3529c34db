package org.guixue.casefile;

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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** Cases: listed, read, opened. */
@Path("/api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseApi {
    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;

    @Inject
    private Casework casework;

    @Inject
    private Cases cases;

    @Inject
    private CaseReader reader;

    @Inject
    private Offices offices;

    @Inject
    private ChildTrail trail;

    @Inject
    private ListingTrail listing;

    @Inject
    private Caller caller;

    record CaseBody(
            @Nullable LocalDate openedOn,
            @Nullable String reason,
            @Nullable String as,
            @Nullable LocalDate lastDayAttended,
            @Nullable Boolean neverEnrolled,
            @Nullable String cause,
            @Nullable String whereabouts) {
        Facts facts() {
            Facts facts = Facts.none();
            if (as != null) {
                if (!Fact.AS.choices().contains(as)) {
                    throw new ValuesRefused("as", "请从SUSPICION（疑似辍学）、APPLICATION（申请办理）中选择");
                }
                facts = facts.with(Fact.AS, as);
            }
            if (lastDayAttended != null) {
                facts = facts.with(Fact.LAST_DAY_ATTENDED, lastDayAttended.toString());
            }
            if (neverEnrolled != null) {
                facts = facts.with(Fact.NEVER_ENROLLED, neverEnrolled.toString());
            }
            if (cause != null && !cause.isBlank()) {
                facts = facts.with(Fact.CAUSE, cause.strip());
            }
            return whereabouts == null || whereabouts.isBlank()
                    ? facts
                    : facts.with(Fact.WHEREABOUTS, whereabouts.strip());
        }
    }

    /** A case in a listing. */
    record CaseItem(
            long id,
            ShownCase.Child student,
            CaseState state,
            String stateLabel,
            LocalDate openedOn,
            @Nullable Long school,
            long township,
            @Nullable Long lead) {
        static CaseItem of(Case found) {
            return new CaseItem(
                    found.id(),
                    new ShownCase.Child(found.student().id(), found.student().name()),
                    found.state(),
                    found.state().label(),
                    found.openedOn(),
                    found.student().school().map(Office::id).orElse(null),
                    found.student().township().id(),
                    ShownCase.boxed(found.leadOffice()).orElse(null));
        }
    }

    record CasePage(long total, int page, int size, List<CaseItem> items) {}

    @GET
    @Path("cases")
    public CasePage list(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("school") @Nullable Long school,
            @QueryParam("township") @Nullable Long township,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
            throw new ValuesRefused("size", "页码从0起，每页1到200条");
        }
        Set<CaseState> states = states(state);
        Scope scope = scope(school == null ? township : school);
        long total = cases.count(scope, states);
        listing.searched(caller, "个案", state, total);
        return new CasePage(
                total,
                page,
                size,
                cases.inStates(scope, states, page * size, size).stream()
                        .map(CaseItem::of)
                        .toList());
    }

    private static Set<CaseState> states(String text) {
        if (text.isBlank()) {
            return EnumSet.allOf(CaseState.class);
        }
        EnumSet<CaseState> states = EnumSet.noneOf(CaseState.class);
        for (String each : text.split(",")) {
            try {
                states.add(CaseState.valueOf(each.strip()));
            } catch (IllegalArgumentException e) {
                throw new ValuesRefused("state", "没有这种状态，请核对，如OUT、RETURNED");
            }
        }
        return states;
    }

    private Scope scope(@Nullable Long office) {
        return office == null
                ? caller.scope()
                : offices.find(office, caller.scope()).map(Office::scope).orElseThrow(() -> new NotFound("单位"));
    }

    @GET
    @Path("cases/{id}")
    public ShownCase one(@PathParam("id") long id) {
        Case found = cases.find(id, caller.scope()).orElseThrow(() -> new NotFound("个案"));
        trail.read(caller, found.student().id(), "case");
        return ShownCase.of(reader.read(caller, found));
    }

    @POST
    @Path("students/{id}/case")
    public Response open(@PathParam("id") long student, CaseBody body) {
        if (body.openedOn() == null) {
            throw new ValuesRefused("openedOn", "请填写建档日期，如2026-09-01");
        }
        Case opened = casework.open(
                caller,
                student,
                body.openedOn(),
                body.reason() == null ? "" : body.reason().strip(),
                body.facts());
        return Response.created(URI.create("/api/cases/" + opened.id()))
                .entity(ShownCase.of(reader.read(caller, opened)))
                .build();
    }

    @GET
    @Path("students/{id}/case")
    public ShownCase newest(@PathParam("id") long student) {
        Optional<Case> newest = cases.of(student, caller.scope()).stream().findFirst();
        newest.ifPresent(found -> trail.read(caller, student, "case"));
        return newest.map(found -> ShownCase.of(reader.read(caller, found))).orElseThrow(() -> new NotFound("个案"));
    }
}
