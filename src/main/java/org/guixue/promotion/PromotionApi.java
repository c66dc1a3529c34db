package org.guixue.promotion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.account.Reauthentication;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.promotion.PromotionJson.ShownOverview;
import org.guixue.promotion.PromotionJson.ShownSchoolTurn;
import org.guixue.promotion.PromotionJson.ShownTurn;
import org.jspecify.annotations.Nullable;

/** The turn of the school year over HTTP: looking through, deciding, doing, taking back. */
@Path("/api/promotions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PromotionApi {
    private static final int MOST_SCHOOLS = 1000;

    @Inject
    private Planning planning;

    @Inject
    private Overview overview;

    @Inject
    private ChoosingSteps choosing;

    @Inject
    private OrderingPromotion ordering;

    @Inject
    private CarryingOutPromotion carrying;

    @Inject
    private WithdrawingPromotion withdrawing;

    @Inject
    private Reauthentication reauthentication;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    record ClassBody(
            @Nullable String grade,
            @Nullable String schoolClass,
            @Nullable String step,
            @Nullable String toClass,
            @Nullable Long toSchool) {}

    record ChildBody(
            @Nullable Long student,
            @Nullable String step,
            @Nullable String toGrade,
            @Nullable String toClass,
            @Nullable Long toSchool,
            @Nullable String reason) {}

    record ChoiceBody(
            @Nullable List<ClassBody> classes, @Nullable List<ChildBody> children) {}

    record SeenSchool(@Nullable Long school, @Nullable String digest) {}

    record OrderBody(
            @Nullable String year,
            @Nullable String basis,
            @Nullable List<SeenSchool> schools) {}

    /** @param password asked for where a session came instead of Basic credentials */
    record WithdrawalBody(
            @Nullable String year,
            @Nullable String reason,
            @Nullable Boolean others,
            @Nullable String password) {}

    /** @param schools as they are now: a single one is done when this is answered, several are done one after the other */
    record OrderAnswer(List<ShownSchoolTurn> schools, List<OrderingPromotion.NotOrdered> refused) {}

    record KeptChild(long student, String name) {}

    record WithdrawalAnswer(int children, List<KeptChild> kept) {}

    @GET
    public ShownOverview list(@QueryParam("year") @DefaultValue("") String asked) {
        SchoolYear year = planning.year(asked);
        return new ShownOverview(
                year.toString(),
                year.from(),
                ordering.notToday(year).orElse(""),
                overview.of(caller.scope(), year).stream()
                        .map(ShownSchoolTurn::of)
                        .toList());
    }

    @GET
    @Path("{office:\\d{1,18}}")
    public ShownTurn show(@PathParam("office") long id, @QueryParam("year") @DefaultValue("") String asked) {
        SchoolYear year = planning.year(asked);
        SchoolLine line = overview.of(planning.school(caller, id), year);
        trail.searched(
                caller, "升级", line.plan().school().name(), line.plan().steps().size());
        return ShownTurn.of(year, line);
    }

    /** Decides of classes and single children; what is not named stays as it was decided. */
    @PUT
    @Path("{office:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownTurn choose(
            @PathParam("office") long id, @QueryParam("year") @DefaultValue("") String asked, ChoiceBody body) {
        SchoolYear year = planning.year(asked);
        choosing.choose(caller, id, year, wanted(body));
        return ShownTurn.of(year, overview.of(planning.school(caller, id), year));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(OrderBody body) {
        ChoosingSteps.refuseReaders(caller);
        List<SeenSchool> seen = body.schools() == null ? List.of() : body.schools();
        if (seen.isEmpty() || seen.size() > MOST_SCHOOLS) {
            throw new ValuesRefused("schools", "请指明要办理的学校和核对时的digest，一次最多%d所".formatted(MOST_SCHOOLS));
        }
        SchoolYear year = planning.year(text(body.year()));
        List<OrderingPromotion.SeenPlan> plans =
                seen.stream().map(PromotionApi::plan).toList();
        if (plans.size() == 1) {
            OrderingPromotion.SeenPlan only = plans.get(0);
            carrying.carryOut(ordering.order(caller, only.school(), year, text(body.basis()), only.digest()));
            return answer(Response.Status.CREATED, year, plans, List.of());
        }
        OrderingPromotion.OrderedTurns ordered = ordering.order(caller, year, text(body.basis()), plans);
        Set<Long> refused = ordered.refused().stream()
                .map(OrderingPromotion.NotOrdered::school)
                .collect(Collectors.toSet());
        return answer(
                Response.Status.ACCEPTED,
                year,
                plans.stream().filter(each -> !refused.contains(each.school())).toList(),
                ordered.refused());
    }

    private static OrderingPromotion.SeenPlan plan(SeenSchool seen) {
        return new OrderingPromotion.SeenPlan(Optional.ofNullable(seen.school()).orElse(0L), text(seen.digest()));
    }

    private Response answer(
            Response.Status status,
            SchoolYear year,
            List<OrderingPromotion.SeenPlan> done,
            List<OrderingPromotion.NotOrdered> refused) {
        List<ShownSchoolTurn> schools = done.stream()
                .map(each -> ShownSchoolTurn.of(overview.of(planning.school(caller, each.school()), year)))
                .toList();
        return Response.status(status).entity(new OrderAnswer(schools, refused)).build();
    }

    /** One correcting act; asks for the password again. */
    @POST
    @Path("{office:\\d{1,18}}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    public WithdrawalAnswer withdraw(@PathParam("office") long id, WithdrawalBody body) {
        ChoosingSteps.refuseReaders(caller);
        planning.school(caller, id);
        reauthentication.confirmAtApi(caller, body.password());
        WithdrawingPromotion.Withdrawn withdrawn = withdrawing.withdraw(
                caller, id, planning.year(text(body.year())), text(body.reason()), Boolean.TRUE.equals(body.others()));
        return new WithdrawalAnswer(
                withdrawn.children(),
                withdrawn.kept().stream()
                        .map(child -> new KeptChild(child.id(), child.name()))
                        .toList());
    }

    private static StepsChoice wanted(ChoiceBody body) {
        List<ClassBody> classes = body.classes() == null ? List.of() : body.classes();
        List<ChildBody> children = body.children() == null ? List.of() : body.children();
        List<StepsChoice.OfClass> ofClasses = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            ClassBody each = classes.get(i);
            ofClasses.add(new StepsChoice.OfClass(
                    text(each.grade()),
                    text(each.schoolClass()),
                    step(each.step(), "classes[" + i + "].step"),
                    text(each.toClass()),
                    id(each.toSchool())));
        }
        List<StepsChoice.OfChild> ofChildren = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            ChildBody each = children.get(i);
            ofChildren.add(new StepsChoice.OfChild(
                    Optional.ofNullable(each.student()).orElseThrow(() -> new NotFound("学生")),
                    step(each.step(), "children[" + i + "].step"),
                    text(each.toGrade()),
                    text(each.toClass()),
                    id(each.toSchool()),
                    text(each.reason())));
        }
        return new StepsChoice(ofClasses, ofChildren);
    }

    private static Optional<YearStep> step(@Nullable String given, String at) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(YearStep.of(given)
                .orElseThrow(() -> new ValuesRefused(at, "应是UP（升级）、LEAVES（小学毕业）、FINISHES（初中毕业）或STAYS（不动），空着按规则")));
    }

    private static OptionalLong id(@Nullable Long given) {
        return given == null ? OptionalLong.empty() : OptionalLong.of(given);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
