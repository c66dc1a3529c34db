package org.guixue.promotion;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.account.Reauthentication;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;
import org.guixue.page.WorkbookAnswer;

/** 升级 of one school: its classes and who is an exception; deciding, doing, taking back. */
@Path("/promotions/{office:\\d{1,18}}")
@RequestScoped
public class SchoolTurnPages {
    private static final int MOST_EXCEPTIONS = 200;

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
    private TurnWorkbook workbook;

    @Inject
    private ListingTrail trail;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Something to choose from. */
    public record TurnChoice(String id, String name) {}

    @PathParam("office")
    private long id;

    @GET
    @Controller
    public String show(
            @QueryParam("year") @DefaultValue("") String asked,
            @QueryParam("grade") @DefaultValue("") String grade,
            @QueryParam("class") @DefaultValue("") String schoolClass,
            @QueryParam("child") @DefaultValue("") String child) {
        SchoolYear year = planning.year(asked);
        Typed typed = Typed.blank().with("grade", grade).with("class", schoolClass);
        if (child.matches("\\d{1,18}")) {
            typed.with("student", child);
        }
        return page(year, typed, "");
    }

    @GET
    @Path("review.xlsx")
    public Response review(@QueryParam("year") @DefaultValue("") String asked) {
        return WorkbookAnswer.of(workbook.of(caller, planning.school(caller, id), planning.year(asked)));
    }

    /** The class table: {@code step3}, {@code toClass3}, {@code toSchool3} of the third class of {@code grade} and {@code class}. */
    @POST
    @Controller
    @Path("classes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response classes(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        return acted(typed, () -> {
            SchoolYear year = planning.year(typed.value("year"));
            List<StepsChoice.OfClass> wanted = new ArrayList<>();
            List<String> grades = typed.all("gradeOf");
            List<String> classes = typed.all("classOf");
            for (int i = 0; i < grades.size() && i < classes.size(); i++) {
                wanted.add(new StepsChoice.OfClass(
                        grades.get(i),
                        classes.get(i),
                        YearStep.of(typed.value("step" + i)),
                        typed.value("toClass" + i),
                        number(typed.value("toSchool" + i))));
            }
            choosing.choose(caller, id, year, new StepsChoice(wanted, List.of()));
            said.say("已保存各班去向。");
            return address(year);
        });
    }

    /** One child by hand. */
    @POST
    @Controller
    @Path("children")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response child(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        return acted(typed, () -> {
            SchoolYear year = planning.year(typed.value("year"));
            long student = number(typed.value("student"))
                    .orElseThrow(() -> new ValuesRefused("student", "请先在下面的名单里点“标注”，选定一名学生"));
            StepsChoice.OfChild wanted = new StepsChoice.OfChild(
                    student,
                    YearStep.of(typed.value("step")),
                    typed.value("toGrade"),
                    typed.value("toClass"),
                    number(typed.value("toSchool")),
                    typed.value("reason"));
            choosing.choose(caller, id, year, new StepsChoice(List.of(), List.of(wanted)));
            said.say(wanted.step().isPresent() ? "已标注。" : "已取消标注，按规则办理。");
            return address(year);
        });
    }

    /** Does it, as it was seen. */
    @POST
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        return acted(typed, () -> {
            SchoolYear year = planning.year(typed.value("year"));
            carrying.carryOut(ordering.order(caller, id, year, typed.value("basis"), typed.value("seen")));
            SchoolLine line = overview.of(planning.school(caller, id), year);
            if (line.state() == PromotionState.DONE) {
                said.say(line.words() + "，从" + year.from() + "起。每名学生的异动已记下。");
            } else {
                said.refuse(line.note().isEmpty() ? "已下达，正在办理，请稍后刷新。" : line.note());
            }
            return address(year);
        });
    }

    /** Asks for the password again: it turns a whole school back. */
    @POST
    @Controller
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        return acted(typed, () -> {
            SchoolYear year = planning.year(typed.value("year"));
            WithdrawingPromotion.expectReason(typed.value("reason"));
            reauthentication.confirm(caller, typed.value("password"));
            WithdrawingPromotion.Withdrawn withdrawn =
                    withdrawing.withdraw(caller, id, year, typed.value("reason"), typed.has("others", "1"));
            said.say("已收回%d名学生的升级".formatted(withdrawn.children())
                    + (withdrawn.kept().isEmpty()
                            ? "。"
                            : "，%d名以后又有变动的没有收回。".formatted(withdrawn.kept().size())));
            return address(year);
        });
    }

    private String address(SchoolYear year) {
        return PageAddress.of("/promotions/" + id)
                .with("year", Integer.toString(year.begins()))
                .toString();
    }

    private Response acted(Typed typed, Supplier<String> act) {
        ChoosingSteps.refuseReaders(caller);
        try {
            return Response.seeOther(URI.create(act.get())).build();
        } catch (Refused e) {
            return RefusedRequest.shown(plain(e), typed, refusal -> page(year(typed), typed, refusal));
        }
    }

    /** Fields by the names of the page's forms. */
    private static Refused plain(Refused refusal) {
        if (!(refusal instanceof ValuesRefused values)) {
            return refusal;
        }
        return new ValuesRefused(values.violations().stream()
                .map(each -> new Violation(
                        each.field()
                                .replaceFirst("^children\\[\\d+\\]\\.", "")
                                .replaceFirst("^classes\\[(\\d+)\\]\\.(\\w+)$", "$2$1"),
                        each.message()))
                .toList());
    }

    private SchoolYear year(Typed typed) {
        return typed.value("year").matches("2\\d{3}") ? planning.year(typed.value("year")) : planning.present();
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private String page(SchoolYear year, Typed typed, String refusal) {
        Office school = planning.school(caller, id);
        SchoolLine line = overview.of(school, year);
        SchoolPlan plan = line.plan();
        String grade = typed.value("grade");
        String schoolClass = typed.value("class");
        boolean ofClass = !grade.isEmpty() || !schoolClass.isEmpty();
        List<PlannedStep> listed = ofClass
                ? plan.of(grade, schoolClass)
                : plan.exceptions().stream().filter(each -> !each.isGone()).toList();
        Optional<PlannedStep> chosen = plan.steps().stream()
                .filter(each -> Long.toString(each.child().id()).equals(typed.value("student")))
                .findFirst();
        trail.searched(caller, "升级", school.name(), listed.size());
        models.put("year", year);
        models.put("line", line);
        models.put("plan", plan);
        models.put("classes", plan.classes());
        models.put("ofClass", ofClass ? (grade + " " + schoolClass).strip() : "");
        models.put("listed", listed.stream().limit(MOST_EXCEPTIONS).toList());
        models.put("more", Math.max(0, listed.size() - MOST_EXCEPTIONS));
        models.put("chosen", chosen.map(each -> each.child().name()).orElse(""));
        models.put("steps", steps());
        models.put(
                "schools",
                planning.neighbours(school).stream()
                        .map(each -> new TurnChoice(Long.toString(each.id()), each.name()))
                        .toList());
        models.put("notToday", ordering.notToday(year).orElse(""));
        models.put("mayAct", caller.role() == Role.CLERK || caller.role() == Role.BUREAU);
        models.put("preparing", line.state() == PromotionState.PREPARING);
        models.put("typed", typed);
        models.put("refusal", refusal.isEmpty() ? said.takeRefusal() : refusal);
        models.put("said", said.take());
        return "promotion/school.html";
    }

    private static List<TurnChoice> steps() {
        List<TurnChoice> steps = new ArrayList<>();
        for (YearStep step : YearStep.values()) {
            steps.add(new TurnChoice(step.name(), step.label()));
        }
        return steps;
    }
}
