package org.guixue.casefile;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.page.PageAddress;
import org.guixue.page.Typed;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** Opening a child's case and recording a persuasion, as plain forms; a refused form comes back as it was typed. */
@Path("/")
@Controller
@RequestScoped
public class CasePages {
    @Inject
    private Casework casework;

    @Inject
    private Cases cases;

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

    /** @param form the form that one came from and goes on to, empty for none */
    @GET
    @Path("students/{id:\\d+}/case/new")
    public String blankCase(@PathParam("id") long id, @QueryParam("form") @DefaultValue("") String form) {
        Student child = child(id);
        trail.read(caller, id, "case");
        return casePage(child, Typed.blank().with("openedOn", today()).with("form", form), "");
    }

    @POST
    @Path("students/{id:\\d+}/case/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Student child = child(id);
        Typed typed = Typed.of(posted);
        try {
            Case opened =
                    casework.open(caller, id, date(typed, "openedOn", "请填写建档日期，如2026-09-01"), typed.value("reason"));
            PageAddress next = typed.value("form").isEmpty()
                    ? PageAddress.of("/students/" + id)
                    : PageAddress.of("/instruments/new")
                            .with("form", typed.value("form"))
                            .with("case", Long.toString(opened.id()));
            return Response.seeOther(URI.create(next.toString())).build();
        } catch (ValuesRefused e) {
            return Response.status(422)
                    .entity(casePage(child, typed.refused(e), ""))
                    .build();
        } catch (Refused e) {
            return conflict(e, casePage(child, typed, String.valueOf(e.getMessage())));
        }
    }

    @GET
    @Path("cases/{id:\\d+}/persuasions/new")
    public String blankPersuasion(@PathParam("id") long id) {
        Case found = found(id);
        trail.read(caller, found.student().id(), "case");
        return persuasionPage(found, Typed.blank().with("on", today()), "");
    }

    @POST
    @Path("cases/{id:\\d+}/persuasions/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Case found = found(id);
        Typed typed = Typed.of(posted);
        try {
            casework.record(caller, id, details(typed));
            return Response.seeOther(URI.create("/students/" + found.student().id()))
                    .build();
        } catch (ValuesRefused e) {
            return Response.status(422)
                    .entity(persuasionPage(found, typed.refused(e), ""))
                    .build();
        } catch (Refused e) {
            return conflict(e, persuasionPage(found, typed, String.valueOf(e.getMessage())));
        }
    }

    private PersuasionDetails details(Typed typed) {
        return new PersuasionDetails(
                date(typed, "on", "请填写劝返日期，如2026-09-05"),
                names(typed.value("by")),
                typed.value("place"),
                typed.value("how"),
                typed.value("result"));
    }

    private String casePage(Student child, Typed typed, String refusal) {
        refuseInspector();
        models.put("child", child.name());
        models.put("childId", child.id());
        return page("case-new.html", typed, refusal);
    }

    private String persuasionPage(Case found, Typed typed, String refusal) {
        refuseInspector();
        models.put("child", found.student().name());
        models.put("childId", found.student().id());
        models.put("residence", found.student().residence());
        models.put("caseId", found.id());
        models.put("openedOn", found.openedOn().toString());
        models.put("reason", found.reason());
        models.put("number", found.persuasions().size() + 1);
        return page("persuasion-new.html", typed, refusal);
    }

    private String page(String view, Typed typed, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("today", today());
        return view;
    }

    private static Response conflict(Refused refusal, String view) {
        if (refusal.reason() != Refused.Reason.CONFLICT) {
            throw refusal;
        }
        return Response.status(409).entity(view).build();
    }

    /** Names apart by 、 commas, semicolons or lines; a space or · may belong to a name. */
    private static List<String> names(String text) {
        return Arrays.stream(text.split("[、，,;；\\r\\n]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static LocalDate date(Typed typed, String field, String whenMissing) {
        String text = typed.value(field);
        if (text.isEmpty()) {
            throw new ValuesRefused(field, whenMissing);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ValuesRefused(field, "日期应写作2026-03-15，请改正");
        }
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private void refuseInspector() {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能建档或记录劝返");
        }
    }

    private Student child(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }

    private Case found(long id) {
        return cases.find(id, caller.scope()).orElseThrow(() -> new NotFound("个案"));
    }
}
