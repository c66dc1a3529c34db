package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.Excerpt;
import org.guixue.search.SearchIndex;
import org.guixue.search.SearchQuery;
import org.guixue.search.StudentHits;
import org.guixue.search.StudentQuery;
import org.jspecify.annotations.Nullable;

/** Children in the caller's scope. */
@Path("/api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StudentApi {
    private static final int LONGEST_REASON = 200;
    private static final Duration RECENT = Duration.ofDays(1);

    @Inject
    private Students students;

    @Inject
    private Roster roster;

    @Inject
    private Movements movements;

    @Inject
    private Offices offices;

    @Inject
    private SearchIndex index;

    @Inject
    private ChildTrail childTrail;

    @Inject
    private ListingTrail listingTrail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    /**
     * @param state the name of a state; an unknown one is no filter
     * @param sort {@code name} or {@code class}; else the best first
     */
    @GET
    @Path("students")
    public Excerpt<StudentJson.ListedStudent> list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("school") @Nullable Long school,
            @QueryParam("township") @Nullable Long township,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("grade") @DefaultValue("") String grade,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        int bounded = Math.min(Math.max(size, 1), SearchQuery.LARGEST_PAGE);
        int first = Math.min(Math.max(page, 0), 100_000);
        LocalDate today = LocalDate.now(clock);
        StudentHits hits = index.students(
                new StudentQuery(
                        q,
                        Optional.ofNullable(school),
                        Optional.ofNullable(township),
                        StudentState.of(state).map(StudentState::name),
                        Optional.of(grade).filter(text -> !text.isBlank()),
                        Optional.of(category)
                                .filter(text -> !text.isBlank())
                                .map(text -> new StudentQuery.HeldOn(KnownCategories.term(text), today)),
                        order(sort),
                        first + 1,
                        bounded),
                caller.scope());
        listingTrail.searched(caller, "学生", q, hits.total());
        return new Excerpt<>(
                hits.total(),
                first,
                bounded,
                students.list(hits.ids(), caller.scope()).stream()
                        .map(child -> StudentJson.line(child, today))
                        .toList());
    }

    private static StudentQuery.Order order(String sort) {
        return switch (sort) {
            case "name" -> StudentQuery.Order.NAME;
            case "class" -> StudentQuery.Order.CLASS;
            default -> StudentQuery.Order.BEST;
        };
    }

    @POST
    @Path("students")
    public Response enter(StudentBody body) {
        Office own = offices.find(caller.office()).orElseThrow();
        OptionalLong school = own.kind() == OfficeKind.SCHOOL ? OptionalLong.of(own.id()) : OptionalLong.empty();
        Student child = roster.enter(caller, body.details(school, townshipOf(own), LocalDate.now(clock)));
        return Response.created(URI.create("/api/students/" + child.id()))
                .tag(Integer.toString(child.version()))
                .entity(StudentJson.whole(child, caller, LocalDate.now(clock), false))
                .build();
    }

    private static OptionalLong townshipOf(Office own) {
        return own.atOrAbove(OfficeKind.TOWNSHIP)
                .map(township -> OptionalLong.of(township.id()))
                .orElse(OptionalLong.empty());
    }

    /** @param reason why the whole ID is wanted; goes into the audit trail before the answer leaves */
    @GET
    @Path("students/{id}")
    public Response one(@PathParam("id") long id, @QueryParam("reveal") @Nullable String reason) {
        Student child = find(id);
        if (reason != null) {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new ValuesRefused("reveal", "请写明查看完整证件号码的理由，最多200个字");
            }
            childTrail.unmasked(caller, child.id(), reason);
        } else {
            childTrail.read(caller, child.id());
        }
        return answer(child, reason != null);
    }

    /**
     * What is not said stays. With {@code If-Match} another version is 412 and nothing is written; without it the last writer
     * wins, and is told who else has written within a day.
     */
    @PUT
    @Path("students/{id}")
    public Response correct(@PathParam("id") long id, StudentBody body, @HeaderParam("If-Match") @Nullable String tag) {
        LocalDate today = LocalDate.now(clock);
        Student child = roster.correct(caller, id, known -> body.over(known, today), version(tag));
        return Response.ok(new CorrectedStudent(
                        StudentJson.whole(child, caller, today, false), tag == null ? writtenOver(id) : List.of()))
                .tag(Integer.toString(child.version()))
                .build();
    }

    /** @param warnings left out where there are none */
    record CorrectedStudent(
            @JsonUnwrapped StudentJson child,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}

    private List<String> writtenOver(long id) {
        Instant since = clock.instant().minus(RECENT);
        return movements.of(id, caller.scope()).stream()
                .filter(each -> each.recordedBy() != caller.account()
                        && each.recordedAt().isAfter(since))
                .reduce((earlier, later) -> later)
                .map(each -> "这次没有带版本（If-Match），没有核对别人的改动：%s刚刚改过这名学生（%s%s），请重新读取核对；带上读取时的ETag，遇到别人的改动会答412，不会盖掉"
                        .formatted(
                                each.recorder(),
                                each.kind().label(),
                                each.detailFor(caller.mayReadSensitive()).isEmpty()
                                        ? ""
                                        : "，" + each.detailFor(caller.mayReadSensitive())))
                .stream()
                .toList();
    }

    private Response answer(Student child, boolean revealed) {
        return Response.ok(StudentJson.whole(child, caller, LocalDate.now(clock), revealed))
                .tag(Integer.toString(child.version()))
                .build();
    }

    private static OptionalInt version(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(tag.replace("W/", "").replace("\"", "")));
        } catch (NumberFormatException e) {
            throw new Stale("版本标记不是这名学生的，请重新读取后再保存");
        }
    }

    private Student find(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }
}
