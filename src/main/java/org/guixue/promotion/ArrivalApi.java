package org.guixue.promotion;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** Who left a primary school and is awaited still, over HTTP; who has arrived and who is missing. */
@Path("/api/arrivals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ArrivalApi {
    @Inject
    private Promotions promotions;

    @Inject
    private Arriving arriving;

    @Inject
    private ListingTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    record AwaitedChild(
            long student,
            String name,
            String from,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long school,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) String schoolName) {
        static AwaitedChild of(PromotedChild left) {
            Optional<Office> school = left.student().school();
            return new AwaitedChild(
                    left.student().id(),
                    left.student().name(),
                    left.movement().from().school().map(Office::name).orElse(""),
                    school.map(Office::id).orElse(null),
                    school.map(Office::name).orElse(""));
        }
    }

    record ShownAwaited(String year, long left, List<AwaitedChild> awaited) {}

    /** @param missing true where these have not come: each gets a case */
    record ArrivalBody(
            @Nullable List<Long> students,
            @Nullable LocalDate on,
            @Nullable String schoolClass,
            @Nullable Long school,
            @Nullable Boolean missing) {}

    record ArrivalAnswer(int students) {}

    @GET
    public ShownAwaited list() {
        SchoolYear year = SchoolYear.of(LocalDate.now(clock));
        List<AwaitedChild> awaited = promotions.awaited(caller.scope(), year).stream()
                .map(AwaitedChild::of)
                .toList();
        trail.searched(caller, "待报到", "", awaited.size());
        return new ShownAwaited(year.toString(), promotions.left(caller.scope(), year), awaited);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ArrivalAnswer arrived(ArrivalBody body) {
        List<Long> students = body.students() == null ? List.of() : body.students();
        LocalDate on = Optional.ofNullable(body.on()).orElseGet(() -> LocalDate.now(clock));
        if (Boolean.TRUE.equals(body.missing())) {
            return new ArrivalAnswer(arriving.missing(caller, students, on));
        }
        OptionalLong school = body.school() == null ? OptionalLong.empty() : OptionalLong.of(body.school());
        String schoolClass = Optional.ofNullable(body.schoolClass()).orElse("").strip();
        return new ArrivalAnswer(arriving.arrived(caller, students, on, schoolClass, school));
    }
}
