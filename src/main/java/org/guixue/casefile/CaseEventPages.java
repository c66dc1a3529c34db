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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.evidence.Evidences;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** Recording what happened in a case, and taking back what was wrong; a refused form comes back as it was typed. */
@Path("/cases/{id:\\d+}/events")
@Controller
@RequestScoped
public class CaseEventPages {
    @Inject
    private Recording recording;

    @Inject
    private Correcting correcting;

    @Inject
    private Admission admission;

    @Inject
    private Cases cases;

    @Inject
    private Papers papers;

    @Inject
    private Evidences evidences;

    @Inject
    private Offices offices;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Path("new")
    public String blank(@PathParam("id") long id, @QueryParam("kind") @DefaultValue("") String kind) {
        Case found = found(id);
        EventKind wanted = wanted(kind);
        trail.read(caller, found.student().id(), "case");
        return page(found, wanted, EventField.begun(wanted, found.student(), now(found), today()), "");
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Case found = found(id);
        Typed typed = Typed.of(posted);
        EventKind kind = wanted(typed.value("kind"));
        try {
            recording.record(caller, id, EventBody.read(body(kind, typed)));
            return toChild(found);
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, sentence -> page(found, kind, typed, sentence));
        }
    }

    @GET
    @Path("{event:\\d+}/correct")
    public String blankCorrection(@PathParam("id") long id, @PathParam("event") long event) {
        Case found = found(id);
        RecordedEvent wrong = recorded(id, event);
        trail.read(caller, found.student().id(), "case");
        return correctionPage(found, wrong, asRecorded(wrong.event()), "");
    }

    @POST
    @Path("{event:\\d+}/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("id") long id, @PathParam("event") long event, MultivaluedMap<String, String> posted) {
        Case found = found(id);
        RecordedEvent wrong = recorded(id, event);
        Typed typed = Typed.of(posted);
        try {
            Optional<CaseEvent> right = typed.has("never", "yes")
                    ? Optional.empty()
                    : Optional.of(EventBody.read(body(wrong.event().kind(), typed)));
            correcting.correct(caller, id, event, right, typed.value("reason"));
            return toChild(found);
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, sentence -> correctionPage(found, wrong, typed, sentence));
        }
    }

    private static Map<String, Object> body(EventKind kind, Typed typed) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind.name());
        body.put("on", typed.value("on"));
        body.put("words", typed.value("words"));
        body.put("late", typed.value("late"));
        EventField.of(kind, List.of(), List.of()).forEach(field -> body.put(field.name(), typed.value(field.name())));
        body.put("reason", typed.value("reason"));
        List<Map<String, Object>> basis = new ArrayList<>();
        typed.all("basis").forEach(each -> {
            String[] parts = each.split(":");
            if (parts.length == 2) {
                basis.add(Map.of(parts[0], parts[1]));
            }
        });
        body.put("basis", basis);
        return body;
    }

    private static Typed asRecorded(CaseEvent event) {
        Typed typed = Typed.blank()
                .with("on", event.on().toString())
                .with("words", event.words())
                .with("late", event.late())
                .with(
                        "basis",
                        event.basis().stream()
                                .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + ":" + each.id())
                                .toList());
        event.facts().all().forEach((fact, value) -> typed.with(EventChecks.name(event.kind(), fact), value));
        return typed;
    }

    private String page(Case found, EventKind kind, Typed typed, String refusal) {
        shared(found, kind, typed, refusal);
        CaseEvent likely = CaseEvent.said(kind, today(), "", "", Facts.none(), List.of());
        CaseHistory history = cases.history(found.id());
        admission
                .refusal(caller, found, history.on(today(), clock.instant()), likely)
                .filter(sentence -> kind != EventKind.RETURNED)
                .ifPresent(sentence -> {
                    throw new Forbidden(sentence);
                });
        List<Obstacle> obstacles =
                admission.obstacles(history.on(today(), clock.instant()), likely, admission.circumstances(found));
        models.put("obstacles", refusal.isEmpty() ? obstacles : List.of());
        return "casefile/event-new.html";
    }

    private String correctionPage(Case found, RecordedEvent wrong, Typed typed, String refusal) {
        EventKind kind = wrong.event().kind();
        shared(found, kind, typed, refusal);
        models.put("wrong", wrong.id());
        models.put("recorder", wrong.recorder());
        models.put("byAct", kind.writtenByActs() || kind == EventKind.CORRECTED);
        return "casefile/event-correct.html";
    }

    private void shared(Case found, EventKind kind, Typed typed, String refusal) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能办理个案");
        }
        List<Office> county = offices.within(offices.find(caller.office())
                .flatMap(office -> office.atOrAbove(OfficeKind.COUNTY_BUREAU))
                .or(() -> offices.find(caller.office()))
                .orElseThrow()
                .scope());
        List<Office> schools = county.stream()
                .filter(office -> office.kind() == OfficeKind.SCHOOL)
                .toList();
        List<Office> takers = county.stream()
                .filter(office -> office.kind() != OfficeKind.COUNTY_BUREAU)
                .toList();
        boolean own = caller.role() == Role.CLERK && kind == EventKind.RETURNED;
        models.put("child", found.student().name());
        models.put("childId", found.student().id());
        models.put("caseId", found.id());
        models.put("kind", kind.name());
        models.put("title", kind.label());
        models.put("state", now(found).map(each -> each.state().label()).orElse(""));
        models.put(
                "fields",
                EventField.of(
                        kind,
                        own
                                ? schools.stream()
                                        .filter(office -> office.id() == caller.office())
                                        .toList()
                                : schools,
                        takers));
        models.put(
                "papers",
                admission.footingOf(found, kind, papers.about(found.student().id())));
        models.put(
                "proofs",
                evidences.of(found.student().id(), caller.scope()).stream()
                        .map(kept -> new EventField.Option(
                                Long.toString(kept.id()),
                                kept.openTo(caller)
                                        ? kept.fileName()
                                        : kept.archivalNumber().toString()))
                        .toList());
        models.put("wordsNeeded", kind == EventKind.CLEARED);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("today", today().toString());
    }

    private Optional<Situation> now(Case found) {
        return cases.history(found.id()).on(today(), clock.instant());
    }

    private static EventKind wanted(String kind) {
        EventKind wanted = EventBody.kind(kind);
        if (wanted.writtenByActs() || wanted == EventKind.CORRECTED || wanted == EventKind.OPENED) {
            throw new NotFound("页面");
        }
        return wanted;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Response toChild(Case found) {
        return Response.seeOther(URI.create("/students/" + found.student().id() + "#case"))
                .build();
    }

    private RecordedEvent recorded(long caseId, long event) {
        return cases.recorded(caseId).stream()
                .filter(each -> each.id() == event)
                .findFirst()
                .orElseThrow(() -> new NotFound("这条记录"));
    }

    private Case found(long id) {
        return cases.find(id, caller.scope()).orElseThrow(() -> new NotFound("个案"));
    }
}
