package org.guixue.person;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** What happened to a child on the roll: registered here, read here, never changed. */
@Path("/api/students/{id}/movements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MovementApi {
    @Inject
    private Moving moving;

    @Inject
    private Movements movements;

    @Inject
    private Students students;

    @Inject
    private ChildTrail trail;

    @Inject
    private Caller caller;

    /** @param kind the name of a {@link MovementKind} or its Chinese label */
    record MovementBody(
            @Nullable String kind,
            @Nullable LocalDate on,
            @Nullable Long school,
            @Nullable String grade,
            @Nullable String schoolClass,
            @Nullable String elsewhere,
            @Nullable String evidence) {
        MovementOrder order() {
            Optional<MovementKind> known = MovementKind.of(text(kind));
            if (known.isEmpty() || on == null) {
                Violation kindless = new Violation("kind", "请填写异动种类，如转入、转出、休学、复学、辍学、升级、毕业、调班");
                Violation dateless = new Violation("on", "请填写异动日期，如2026-09-01");
                throw new ValuesRefused(
                        known.isPresent()
                                ? List.of(dateless)
                                : on == null ? List.of(kindless, dateless) : List.of(kindless));
            }
            return new MovementOrder(
                    known.get(),
                    on,
                    school == null ? OptionalLong.empty() : OptionalLong.of(school),
                    text(grade),
                    text(schoolClass),
                    text(elsewhere),
                    text(evidence));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** @param label the kind in Chinese */
    record ShownMovement(
            long id,
            MovementKind kind,
            String label,
            LocalDate on,
            ShownStanding from,
            ShownStanding to,
            String elsewhere,
            String detail,
            String evidence,
            String recorder,
            Instant recordedAt) {
        static ShownMovement of(Movement movement, boolean mayReadSensitive) {
            return new ShownMovement(
                    movement.id(),
                    movement.kind(),
                    movement.kind().label(),
                    movement.on(),
                    ShownStanding.of(movement.from()),
                    ShownStanding.of(movement.to()),
                    movement.elsewhere(),
                    movement.detailFor(mayReadSensitive),
                    movement.evidenceFor(mayReadSensitive),
                    movement.recorder(),
                    movement.recordedAt());
        }
    }

    /** @param school office id; null for none, as is its name */
    record ShownStanding(
            StudentState state,
            @Nullable Long school,
            @Nullable String schoolName,
            String grade,
            String schoolClass) {
        static ShownStanding of(Standing standing) {
            return new ShownStanding(
                    standing.state(),
                    standing.school().map(Office::id).orElse(null),
                    standing.school().map(Office::name).orElse(null),
                    standing.grade(),
                    standing.schoolClass());
        }
    }

    @GET
    public List<ShownMovement> list(@PathParam("id") long id) {
        refuseUnseen(id);
        trail.read(caller, id);
        return movements.of(id, caller.scope()).stream()
                .map(movement -> ShownMovement.of(movement, caller.mayReadSensitive()))
                .toList();
    }

    @POST
    public Response register(@PathParam("id") long id, MovementBody body) {
        refuseUnseen(id);
        return Response.created(URI.create("/api/students/" + id + "/movements"))
                .entity(ShownMovement.of(moving.register(caller, id, body.order()), caller.mayReadSensitive()))
                .build();
    }

    private void refuseUnseen(long id) {
        if (students.find(id, caller.scope()).isEmpty()) {
            throw new NotFound("学生");
        }
    }
}
