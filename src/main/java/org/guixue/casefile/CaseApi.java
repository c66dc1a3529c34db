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
import java.util.List;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
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
    private ChildTrail trail;

    @Inject
    private Caller caller;

    record CaseBody(@Nullable LocalDate openedOn, @Nullable String reason) {}

    /** @param student id of the child */
    record ShownCase(
            long id,
            long student,
            LocalDate openedOn,
            String reason,
            CaseState state,
            List<PersuasionApi.ShownPersuasion> persuasions) {
        static ShownCase of(Case found) {
            return new ShownCase(
                    found.id(),
                    found.student().id(),
                    found.openedOn(),
                    found.reason(),
                    found.state(),
                    found.persuasions().stream()
                            .map(PersuasionApi.ShownPersuasion::of)
                            .toList());
        }
    }

    @POST
    public Response open(@PathParam("id") long student, CaseBody body) {
        if (body.openedOn() == null) {
            throw new ValuesRefused("openedOn", "请填写建档日期，如2026-09-01");
        }
        Case opened = casework.open(caller, student, body.openedOn(), text(body.reason()));
        return Response.created(URI.create("/api/students/" + student + "/case"))
                .entity(ShownCase.of(opened))
                .build();
    }

    @GET
    public ShownCase newest(@PathParam("id") long student) {
        Optional<Case> newest = cases.of(student, caller.scope()).stream().findFirst();
        newest.ifPresent(found -> trail.read(caller, student, "case"));
        return newest.map(ShownCase::of).orElseThrow(() -> new NotFound("个案"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
