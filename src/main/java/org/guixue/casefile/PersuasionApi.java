package org.guixue.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /**
     * @param by names, or {@code {name, line}} each
     * @param childRefuses whether the child itself refuses, as those who heard it judged
     * @param reason why it is another visit than the one of the same day
     * @param late why it is recorded long after its day
     */
    record PersuasionBody(
            @Nullable LocalDate on,
            @Nullable List<Object> by,
            @Nullable String place,
            @Nullable String how,
            @Nullable String result,
            @Nullable String met,
            @Nullable String childSaid,
            @Nullable Boolean childRefuses,
            @Nullable String guardianSaid,
            @Nullable LocalDate promisedOn,
            @Nullable String notReturned,
            @Nullable List<Long> photos,
            @Nullable String reason,
            @Nullable String late) {
        PersuasionDetails details() {
            if (on == null) {
                throw new ValuesRefused("on", "请填写劝返日期，如2026-09-05");
            }
            List<Object> people = by == null ? List.of() : by;
            List<String> names = people.stream().map(each -> part(each, "name")).toList();
            List<String> lines = people.stream().allMatch(String.class::isInstance)
                    ? List.of()
                    : people.stream().map(each -> part(each, "line")).toList();
            return new PersuasionDetails(
                    on,
                    names,
                    lines,
                    text(place),
                    text(how),
                    text(result),
                    whoMet(),
                    text(childSaid),
                    text(guardianSaid),
                    Optional.ofNullable(promisedOn),
                    text(notReturned),
                    photos == null ? List.of() : photos,
                    Optional.ofNullable(childRefuses));
        }

        private Optional<PersuasionDetails.Met> whoMet() {
            if (met == null || met.isBlank()) {
                return Optional.empty();
            }
            try {
                return Optional.of(PersuasionDetails.Met.valueOf(met.strip()));
            } catch (IllegalArgumentException e) {
                throw new ValuesRefused("met", "请从CHILD、GUARDIAN、BOTH、NOBODY中选择");
            }
        }

        private static String part(Object person, String key) {
            if (person instanceof Map<?, ?> map) {
                Object value = map.get(key);
                if (value != null && !(value instanceof String)) {
                    throw new ValuesRefused("by", EventBody.NO_TEXT);
                }
                return value == null ? "" : String.valueOf(value).strip();
            }
            if (person instanceof String name) {
                return key.equals("name") ? name.strip() : "";
            }
            throw new ValuesRefused("by", "参加人员写作姓名，或者{\"name\": 姓名, \"line\": 条线}");
        }
    }

    record ShownPerson(String name, String line) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownPersuasion(
            long id,
            LocalDate on,
            List<String> by,
            List<ShownPerson> people,
            String place,
            String how,
            String result,
            PersuasionDetails.@Nullable Met met,
            String childSaid,
            @Nullable Boolean childRefuses,
            String guardianSaid,
            @Nullable LocalDate promisedOn,
            String notReturned,
            List<Long> photos,
            boolean joint) {
        static ShownPersuasion of(Persuasion made) {
            PersuasionDetails said = made.details();
            return new ShownPersuasion(
                    made.id(),
                    said.on(),
                    said.by(),
                    IntStream.range(0, said.lines().size())
                            .mapToObj(i -> new ShownPerson(
                                    said.by().get(i), said.lines().get(i)))
                            .toList(),
                    said.place(),
                    said.how(),
                    said.result(),
                    said.met().orElse(null),
                    said.childSaid(),
                    said.refuses().orElse(null),
                    said.guardianSaid(),
                    said.promisedOn().orElse(null),
                    said.notReturned(),
                    said.photos(),
                    said.joint());
        }
    }

    @POST
    public Response record(@PathParam("id") long caseId, PersuasionBody body) {
        Persuasion made = casework.record(caller, caseId, body.details(), text(body.reason()), text(body.late()));
        return Response.status(Response.Status.CREATED)
                .entity(ShownPersuasion.of(made))
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
