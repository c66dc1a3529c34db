package org.guixue.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.office.Caller;
import org.guixue.office.Trail;
import org.jspecify.annotations.Nullable;

/** A child's case. */
@Path("/api/students/{id}/case")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseApi {
    @Inject
    private Casework casework;

    @Inject
    private Cases cases;

    @Inject
    private Trail trail;

    @Inject
    private Caller caller;

    record CaseBody(@Nullable LocalDate openedOn, @Nullable String reason) {}

    @POST
    public Response open(@PathParam("id") long student, CaseBody body) {
        if (body.openedOn() == null) {
            throw new ValuesRefused("openedOn", "请填写建档日期，如2026-09-01");
        }
        Case opened = casework.open(caller, student, body.openedOn(), text(body.reason()));
        return Response.created(URI.create("/api/students/" + student + "/case"))
                .entity(json(opened))
                .build();
    }

    @GET
    public Map<String, Object> newest(@PathParam("id") long student) {
        Optional<Case> newest = cases.of(student, caller.scope()).stream().findFirst();
        newest.ifPresent(found -> trail.read(caller, student, "case"));
        return newest.map(CaseApi::json).orElseThrow(() -> new NotFound("个案"));
    }

    static Map<String, Object> json(Case found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", found.id());
        json.put("student", found.student().id());
        json.put("openedOn", found.openedOn());
        json.put("reason", found.reason());
        json.put("state", found.state());
        json.put(
                "persuasions",
                found.persuasions().stream().map(PersuasionApi::json).toList());
        return json;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
