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
import java.time.LocalDate;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.evidence.Evidences;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
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
    private Correcting correcting;

    @Inject
    private Cases cases;

    @Inject
    private Students students;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Evidences evidences;

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
            Case opened = casework.open(
                    caller, id, typed.day("openedOn", "请填写建档日期，如2026-09-01"), typed.value("reason"), facts(typed));
            PageAddress next = typed.value("form").isEmpty()
                    ? PageAddress.of("/students/" + id)
                    : PageAddress.of("/instruments/new")
                            .with("form", typed.value("form"))
                            .with("case", Long.toString(opened.id()));
            return Response.seeOther(URI.create(next.toString())).build();
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, sentence -> casePage(child, typed, sentence));
        }
    }

    @GET
    @Path("cases/{id:\\d+}/persuasions/new")
    public String blankPersuasion(@PathParam("id") long id) {
        Case found = found(id);
        trail.read(caller, found.student().id(), "case");
        return persuasionPage(
                found,
                PersuasionTyped.begun(caller)
                        .with("on", today())
                        .with("place", found.student().residence()),
                "");
    }

    @POST
    @Path("cases/{id:\\d+}/persuasions/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Case found = found(id);
        Typed typed = Typed.of(posted);
        try {
            casework.record(caller, id, PersuasionTyped.read(typed), typed.value("reason"), typed.value("late"));
            return toChild(found);
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, sentence -> persuasionPage(found, typed, sentence));
        }
    }

    /** Another persuasion in the place of one that was written down wrongly. */
    @GET
    @Path("cases/{id:\\d+}/persuasions/{event:\\d+}/correct")
    public String blankCorrection(@PathParam("id") long id, @PathParam("event") long event) {
        Case found = found(id);
        trail.read(caller, found.student().id(), "case");
        return correctionPage(
                found, event, PersuasionTyped.of(wrong(found, event).details()), "");
    }

    @POST
    @Path("cases/{id:\\d+}/persuasions/{event:\\d+}/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("id") long id, @PathParam("event") long event, MultivaluedMap<String, String> posted) {
        Case found = found(id);
        wrong(found, event);
        Typed typed = Typed.of(posted);
        try {
            correcting.correctPersuasion(caller, id, event, PersuasionTyped.read(typed), typed.value("reason"));
            return toChild(found);
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, sentence -> correctionPage(found, event, typed, sentence));
        }
    }

    private Persuasion wrong(Case found, long event) {
        return cases.recorded(found.id()).stream()
                .filter(each -> each.id() == event)
                .flatMap(each ->
                        each.event().facts().id(Fact.PERSUASION).stream().boxed())
                .findFirst()
                .flatMap(found::recordedPersuasion)
                .orElseThrow(() -> new NotFound("劝返记录"));
    }

    private static Facts facts(Typed typed) {
        Facts facts = Facts.none();
        if (Fact.AS.choices().contains(typed.value("as"))) {
            facts = facts.with(Fact.AS, typed.value("as"));
        }
        Optional<LocalDate> last = typed.day("lastDayAttended");
        if (last.isPresent()) {
            facts = facts.with(Fact.LAST_DAY_ATTENDED, last.get().toString());
        }
        return typed.value("whereabouts").isEmpty() ? facts : facts.with(Fact.WHEREABOUTS, typed.value("whereabouts"));
    }

    private static Response toChild(Case found) {
        return Response.seeOther(URI.create("/students/" + found.student().id()))
                .build();
    }

    private String casePage(Student child, Typed typed, String refusal) {
        refuseInspector();
        models.put("child", child.name());
        models.put("childId", child.id());
        models.put(
                "kinds",
                Fact.AS.choices().stream()
                        .map(choice -> new EventField.Option(choice, Fact.AS.spoken(choice)))
                        .toList());
        return page("casefile/case-new.html", typed, refusal);
    }

    private String persuasionPage(Case found, Typed typed, String refusal) {
        return persuasionPage(found, 0, "/cases/%d/persuasions/new".formatted(found.id()), typed, refusal);
    }

    private String correctionPage(Case found, long event, Typed typed, String refusal) {
        String action = "/cases/%d/persuasions/%d/correct".formatted(found.id(), event);
        return persuasionPage(found, event, action, typed, refusal);
    }

    private String persuasionPage(Case found, long corrects, String action, Typed typed, String refusal) {
        refuseInspector();
        models.put("corrects", corrects);
        models.put("action", action);
        models.put("byHint", PersuasionTyped.BY_HINT);
        models.put("meetings", PersuasionTyped.meetings());
        models.put("wishes", PersuasionTyped.wishes());
        models.put(
                "proofs",
                evidences.of(found.student().id(), caller.scope()).stream()
                        .map(kept -> new EventField.Option(
                                Long.toString(kept.id()),
                                kept.openTo(caller)
                                        ? kept.fileName()
                                        : kept.archivalNumber().toString()))
                        .toList());
        models.put("child", found.student().name());
        models.put("childId", found.student().id());
        models.put("residence", found.student().residence());
        models.put("caseId", found.id());
        models.put("openedOn", found.openedOn().toString());
        models.put("caseReason", found.reason());
        models.put("number", found.persuasions().size() + 1);
        return page("casefile/persuasion-new.html", typed, refusal);
    }

    private String page(String view, Typed typed, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("today", today());
        return view;
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
