package org.guixue.aid;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.calendar.Reporting;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** 资助: what one child was given, recording it and taking back what was wrong. */
@Path("/students/{id:\\d{1,18}}/aid")
@Controller
@RequestScoped
public class AidPages {
    private static final List<String> USUAL = List.of("寄宿生生活补助", "非寄宿生生活补助", "营养膳食补助", "助学金", "交通补助", "临时救助", "社会捐助");

    @Inject
    private AidGiving giving;

    @Inject
    private Aids aids;

    @Inject
    private Students students;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String show(@PathParam("id") long id) {
        Student child = child(id);
        trail.read(caller, id, "aid");
        return page(child, Typed.blank(), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Student child = child(id);
        Typed typed = Typed.of(posted);
        try {
            giving.record(caller, id, details(typed));
            return back(id);
        } catch (Refused e) {
            AidGiving.refuseInspector(caller);
            return RefusedRequest.shown(e, typed, refusal -> page(child, typed, refusal));
        }
    }

    @POST
    @Path("{aid:\\d{1,18}}/take-back")
    public Response takeBack(
            @PathParam("id") long id,
            @PathParam("aid") long aid,
            @FormParam("takenReason") @DefaultValue("") String reason) {
        Student child = child(id);
        try {
            giving.takeBack(caller, id, aid, reason);
            return back(id);
        } catch (ValuesRefused e) {
            return RefusedRequest.shown(
                    e,
                    Typed.blank(),
                    refusal -> page(child, Typed.blank(), e.violations().get(0).message()));
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(child, Typed.blank(), refusal));
        }
    }

    private static Response back(long id) {
        return Response.seeOther(URI.create("/students/" + id + "/aid")).build();
    }

    private static AidDetails details(Typed typed) {
        String amount = typed.value("amount");
        if (!amount.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw new ValuesRefused("amount", "请填写金额（元），如625或312.50");
        }
        LocalDate on = typed.day("on", "请填写发放日期");
        return new AidDetails(
                typed.value("kind"),
                new BigDecimal(amount),
                on,
                Reporting.of(Reporting.Kind.TERM, on).name(),
                typed.value("evidence"),
                typed.value("note"));
    }

    private Student child(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }

    private String page(Student child, Typed typed, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("childId", child.id());
        models.put("child", child.name());
        models.put("book", new AidBook(aids.of(child.id(), caller.scope())));
        models.put("today", LocalDate.now(clock).toString());
        models.put("kinds", USUAL);
        models.put("mayNote", caller.role() != Role.INSPECTOR);
        return "aid/aid.html";
    }
}
