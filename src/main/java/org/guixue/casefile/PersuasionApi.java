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
import java.time.LocalDate;
import java.util.List;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.jspecify.annotations.Nullable;

/** The persuasions of a case. */
@Path("/api/cases/{id}/persuasions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersuasionApi {
    @Inject
    private Casework casework;

    @Inject
    private Caller caller;

    record PersuasionBody(
            @Nullable LocalDate on,
            @Nullable List<String> by,
            @Nullable String place,
            @Nullable String how,
            @Nullable String result) {}

    record ShownPersuasion(long id, LocalDate on, List<String> by, String place, String how, String result) {
        static ShownPersuasion of(Persuasion made) {
            return new ShownPersuasion(made.id(), made.on(), made.by(), made.place(), made.how(), made.result());
        }
    }

    @POST
    public Response record(@PathParam("id") long caseId, PersuasionBody body) {
        if (body.on() == null) {
            throw new ValuesRefused("on", "请填写劝返日期，如2026-09-05");
        }
        Persuasion made = casework.record(
                caller,
                caseId,
                new PersuasionDetails(
                        body.on(),
                        body.by() == null ? List.of() : body.by(),
                        text(body.place()),
                        text(body.how()),
                        text(body.result())));
        return Response.status(Response.Status.CREATED)
                .entity(ShownPersuasion.of(made))
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
