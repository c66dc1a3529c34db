package org.guixue.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.page.Json;
import org.jspecify.annotations.Nullable;

/** What happened in a case: recorded, corrected. */
@Path("/api/cases/{id}/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseEventApi {
    @Inject
    private Recording recording;

    @Inject
    private Correcting correcting;

    @Inject
    private Cases cases;

    @Inject
    private Caller caller;

    @POST
    public Response record(@PathParam("id") long caseId, Map<String, Object> body) {
        RecordedEvent recorded = EventBody.kind(body.get("kind")) == EventKind.CORRECTED
                ? corrected(caseId, body)
                : recording.record(caller, caseId, EventBody.read(body));
        return Response.created(URI.create("/api/cases/" + caseId))
                .entity(ShownCase.event(recorded, cases.history(caseId), List.of(), caller.mayReadSensitive()))
                .build();
    }

    private RecordedEvent corrected(long caseId, Map<String, Object> body) {
        String corrects = String.valueOf(body.getOrDefault("corrects", ""));
        if (!corrects.matches("\\d{1,18}")) {
            throw new ValuesRefused("corrects", "请写明更正哪一条记录的编号");
        }
        long event = Long.parseLong(corrects);
        if (!(body.getOrDefault("reason", "") instanceof String reason)) {
            throw new ValuesRefused("reason", EventBody.NO_TEXT);
        }
        Object replacement = body.get("replacement");
        if (replacement != null && isPersuasion(caseId, event)) {
            return correcting.correctPersuasion(caller, caseId, event, persuasion(replacement), reason);
        }
        return correcting.correct(caller, caseId, event, replacement(caseId, event, replacement), reason);
    }

    private boolean isPersuasion(long caseId, long event) {
        return cases.find(caseId, caller.scope()).isPresent()
                && cases.recorded(caseId).stream()
                        .anyMatch(each -> each.id() == event && each.event().kind() == EventKind.PERSUADED);
    }

    private static PersuasionDetails persuasion(Object said) {
        try {
            return Json.as(PersuasionApi.PersuasionBody.class, said).details();
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("replacement", "应为一次劝返，如{\"on\": \"2026-09-05\", \"by\": [\"林晓芳\"], …}");
        }
    }

    /** What stands in its place; of the same kind unless it says otherwise. */
    private Optional<CaseEvent> replacement(long caseId, long corrects, @Nullable Object said) {
        if (said == null) {
            return Optional.empty();
        }
        if (!(said instanceof Map<?, ?> given)) {
            throw new ValuesRefused("replacement", "应为一条记录，如{\"on\": \"2026-09-05\"}");
        }
        Map<String, Object> body = new HashMap<>();
        given.forEach((key, value) -> body.put(String.valueOf(key), value));
        if (!body.containsKey("kind")) {
            cases.recorded(caseId).stream()
                    .filter(each -> each.id() == corrects)
                    .findFirst()
                    .ifPresent(each -> body.put("kind", each.event().kind().name()));
        }
        return Optional.of(EventBody.read(body));
    }
}
