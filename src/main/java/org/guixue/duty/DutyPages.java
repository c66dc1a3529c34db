package org.guixue.duty;

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
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** One entry of the map: entering it, and on its own page replacing, correcting, ending and signing. */
@Path("/agreements")
@Controller
@RequestScoped
public class DutyPages {
    @Inject
    private Duties duties;

    @Inject
    private DutyMap map;

    @Inject
    private DutyKeeping keeping;

    @Inject
    private DutySigning signing;

    @Inject
    private Offices offices;

    @Inject
    private Students students;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    @GET
    @Path("new")
    public String blank(
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("layer") @DefaultValue("") String layer,
            @QueryParam("office") @DefaultValue("") String office,
            @QueryParam("grade") @DefaultValue("") String grade,
            @QueryParam("class") @DefaultValue("") String schoolClass,
            @QueryParam("student") @DefaultValue("") String student) {
        return form(
                Typed.blank()
                        .with("year", year)
                        .with("layer", layer)
                        .with("office", office)
                        .with("grade", grade)
                        .with("schoolClass", schoolClass)
                        .with("student", student),
                "");
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        try {
            Duty duty = keeping.enter(
                    caller,
                    new DutyDetails(
                            DutyYear.read(typed.value("year"), map.present()),
                            AgreementApi.layer(typed.value("layer")),
                            charge(typed),
                            who(typed),
                            typed.day("from")));
            return Response.seeOther(URI.create(PageAddress.of("/agreements")
                            .with("year", Integer.toString(duty.year().begins()))
                            .with("layer", duty.layer().name())
                            .toString()))
                    .build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> form(typed, refusal));
        }
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public String show(@PathParam("id") long id) {
        Duty duty = found(id);
        return page(duty, Typed.blank(), "");
    }

    @POST
    @Path("{id:\\d{1,18}}/succeed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response succeed(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        return act(
                id,
                posted,
                typed -> keeping.succeed(caller, id, who(typed), typed.day("from", "请填写换人的日期"), typed.value("reason")));
    }

    @POST
    @Path("{id:\\d{1,18}}/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        return act(id, posted, typed -> {
            String version = typed.value("version");
            return keeping.correct(
                    caller,
                    id,
                    who(typed),
                    OptionalInt.of(version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0));
        });
    }

    @POST
    @Path("{id:\\d{1,18}}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        return act(
                id, posted, typed -> keeping.end(caller, id, typed.day("until", "请填写负责的最后一天"), typed.value("reason")));
    }

    @POST
    @Path("{id:\\d{1,18}}/sign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        return act(
                id,
                posted,
                typed -> signing.signed(
                        caller, id, typed.day("on", "请填写双方签署的日期"), OptionalLong.empty(), typed.value("evidence")));
    }

    /** What is done with one entry. */
    @FunctionalInterface
    private interface Act {
        Duty on(Typed typed);
    }

    private Response act(long id, MultivaluedMap<String, String> posted, Act act) {
        Typed typed = Typed.of(posted);
        Duty duty = found(id);
        try {
            return Response.seeOther(URI.create("/agreements/" + act.on(typed).id()))
                    .build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(duty, typed, refusal));
        }
    }

    private Duty found(long id) {
        return duties.find(id, caller.scope()).orElseThrow(() -> new NotFound("责任人"));
    }

    private String form(Typed typed, String refusal) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能填写责任人");
        }
        Optional<DutyLayer> layer = DutyLayer.of(typed.value("layer"));
        layer.ifPresent(each -> DutyKeeping.expectEntering(caller, each));
        int year = DutyYear.read(typed.value("year"), map.present()).begins();
        models.put("year", year);
        models.put("refusal", refusal);
        models.put("typed", typed.with("year", Integer.toString(year)));
        models.put("today", LocalDate.now(clock).toString());
        models.put(
                "layers",
                Arrays.stream(DutyLayer.values())
                        .filter(each -> each.isEnteredBy(caller.role()))
                        .toList());
        models.put("layer", layer.orElse(null));
        models.put("covers", layer.map(each -> each.covers().name()).orElse(""));
        models.put("offices", layer.map(this::choices).orElse(List.of()));
        models.put("child", child(typed));
        return "duty/duty-new.html";
    }

    private List<Choice> choices(DutyLayer layer) {
        return offices.within(caller.scope()).stream()
                .filter(office -> !office.closed() && layer.kinds().contains(office.kind()))
                .map(office -> new Choice(Long.toString(office.id()), office.name()))
                .toList();
    }

    private String child(Typed typed) {
        String id = typed.value("student");
        return id.matches("\\d{1,18}")
                ? students.find(Long.parseLong(id), caller.scope())
                        .map(Student::name)
                        .orElse("")
                : "";
    }

    private String page(Duty duty, Typed typed, String refusal) {
        models.put("typed", typed.with("version", Integer.toString(duty.version())));
        models.put("refusal", refusal);
        models.put("duty", duty);
        models.put("signing", AgreementPages.row(duty, map.voidAgreements(List.of(duty))));
        models.put("history", duties.history(duty.year(), duty.layer(), duty.what()));
        models.put("today", LocalDate.now(clock).toString());
        models.put("mayChange", duty.current() && duty.layer().isEnteredBy(caller.role()));
        return "duty/duty.html";
    }

    private static Charge charge(Typed typed) {
        return new Charge(
                number(typed.value("office")),
                typed.value("village"),
                typed.value("grade"),
                typed.value("schoolClass"),
                number(typed.value("student")));
    }

    private static Responsible who(Typed typed) {
        return new Responsible(typed.value("name"), typed.value("post"), typed.value("phone"));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
