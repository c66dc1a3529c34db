package org.guixue.promotion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** 初一报到: who left a primary school and is awaited still; who has arrived, and who is missing and gets a case. */
@Path("/arrivals")
@RequestScoped
public class ArrivalPages {
    @Inject
    private Promotions promotions;

    @Inject
    private Planning planning;

    @Inject
    private Arriving arriving;

    @Inject
    private ListingTrail trail;

    @Inject
    private Said said;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A child that is awaited. */
    public record AwaitedLine(long id, String name, String from, String school) {}

    @GET
    @Controller
    public String list() {
        return listed(Typed.blank().with("on", LocalDate.now(clock).toString()), "");
    }

    /** {@code act} is {@code missing} for those who have not come. */
    @POST
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrived(MultivaluedMap<String, String> posted) {
        ChoosingSteps.refuseReaders(caller);
        Typed typed = Typed.of(posted);
        try {
            List<Long> chosen = typed.all("student").stream()
                    .filter(each -> each.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .toList();
            LocalDate on = typed.day("on", "请填写日期");
            if (typed.value("act").equals("missing")) {
                said.say("已为%d名没有报到的学生建立疑似辍学个案，请尽快核实去向。".formatted(arriving.missing(caller, chosen, on)));
            } else {
                String school = typed.value("school");
                OptionalLong at =
                        school.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(school)) : OptionalLong.empty();
                said.say("已登记%d名学生报到。".formatted(arriving.arrived(caller, chosen, on, typed.value("schoolClass"), at)));
            }
            return Response.seeOther(URI.create("/arrivals")).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> listed(typed, refusal));
        }
    }

    private String listed(Typed typed, String refusal) {
        SchoolYear year = SchoolYear.of(LocalDate.now(clock));
        List<AwaitedLine> rows = promotions.awaited(caller.scope(), year).stream()
                .limit(Arriving.MOST)
                .map(left -> new AwaitedLine(
                        left.student().id(),
                        left.student().name(),
                        left.movement().from().school().map(Office::name).orElse(""),
                        left.student().school().map(Office::name).orElse("")))
                .toList();
        trail.searched(caller, "待报到", "", rows.size());
        models.put("year", year);
        models.put("rows", rows);
        models.put("left", promotions.left(caller.scope(), year));
        models.put("today", LocalDate.now(clock).toString());
        models.put("mayAct", caller.role() == Role.CLERK || caller.role() == Role.BUREAU);
        models.put(
                "schools",
                caller.role() == Role.BUREAU
                        ? planning.schools(caller.scope()).stream()
                                .map(each -> new SchoolTurnPages.TurnChoice(Long.toString(each.id()), each.name()))
                                .toList()
                        : List.of());
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("said", said.take());
        return "promotion/arrivals.html";
    }
}
