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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** 升级: all schools of the caller and how far each is; the bureau orders those that are ready in one go. */
@Path("/promotions")
@RequestScoped
public class PromotionPages {
    @Inject
    private Planning planning;

    @Inject
    private Overview overview;

    @Inject
    private OrderingPromotion ordering;

    @Inject
    private ListingTrail trail;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Controller
    public String list(@QueryParam("year") @DefaultValue("") String asked) {
        return listed(planning.year(asked), Typed.blank(), "");
    }

    /** {@code school} holds what was ticked, each {@code id:digest}. */
    @POST
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(MultivaluedMap<String, String> posted) {
        ChoosingSteps.refuseReaders(caller);
        Typed typed = Typed.of(posted);
        try {
            SchoolYear year = planning.year(typed.value("year"));
            List<OrderingPromotion.SeenPlan> chosen = typed.all("school").stream()
                    .filter(each -> each.matches("\\d{1,18}:[0-9a-f]{64}"))
                    .map(each -> each.split(":", 2))
                    .map(parts -> new OrderingPromotion.SeenPlan(Long.parseLong(parts[0]), parts[1]))
                    .toList();
            if (chosen.isEmpty()) {
                throw new ValuesRefused("school", "请勾选要办理的学校");
            }
            OrderingPromotion.OrderedTurns ordered = ordering.order(caller, year, typed.value("basis"), chosen);
            if (!ordered.ids().isEmpty()) {
                said.say("已下达%d所学校的升级，逐校办理，稍后刷新本页看结果。".formatted(ordered.ids().size()));
            }
            if (!ordered.refused().isEmpty()) {
                said.refuse(ordered.refused().stream()
                        .map(OrderingPromotion.NotOrdered::message)
                        .collect(Collectors.joining("；")));
            }
            return Response.seeOther(URI.create(address(year))).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> listed(planning.present(), typed, refusal));
        }
    }

    private static String address(SchoolYear year) {
        return PageAddress.of("/promotions")
                .with("year", Integer.toString(year.begins()))
                .toString();
    }

    private String listed(SchoolYear year, Typed typed, String refusal) {
        List<SchoolLine> lines = overview.of(caller.scope(), year);
        trail.searched(caller, "升级", year.toString(), lines.size());
        models.put("year", year);
        models.put("lines", lines);
        long ready = lines.stream().filter(SchoolLine::isReady).count();
        boolean today = ordering.notToday(year).isEmpty();
        boolean mayOrder = caller.role() == Role.BUREAU || caller.role() == Role.CLERK;
        models.put("ready", ready);
        models.put("ticks", mayOrder && today && ready > 0);
        models.put(
                "done",
                lines.stream()
                        .filter(line -> line.state() == PromotionState.DONE)
                        .count());
        models.put("notToday", ordering.notToday(year).orElse(""));
        models.put("typed", typed);
        models.put("refusal", refusal.isEmpty() ? said.takeRefusal() : refusal);
        models.put("said", said.take());
        return "promotion/promotions.html";
    }
}
