package org.guixue.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.jspecify.annotations.Nullable;

/** What is due for the caller, a page. */
@Path("/api/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TaskApi {
    private static final int LARGEST_PAGE = 200;

    @Inject
    private Tasks tasks;

    @Inject
    private Offices offices;

    @Inject
    private ListingTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    /**
     * A page of what waits.
     *
     * @param total of all pages
     * @param page counted from 0
     */
    record WaitingTasks(int total, int page, int size, List<ShownTask> items) {}

    /** About whom; {@code label} in words. */
    record About(
            String label,
            @Nullable Long student,
            @JsonProperty("case") @Nullable Long caseFile,
            long office) {}

    /**
     * @param rule empty where no county's rule asks for it
     * @param dueOn null where it waits now and has no last day
     * @param office that must act
     * @param action the word on its button, which leads to {@code href}; empty where there is none
     */
    record ShownTask(
            String id,
            String rule,
            String title,
            @Nullable LocalDate dueOn,
            boolean overdue,
            About about,
            long office,
            String source,
            String note,
            String action,
            String href) {
        static ShownTask of(Task task, LocalDate day, long own) {
            Task.Concern concern = task.concern();
            long office = concern.office().orElse(own);
            return new ShownTask(
                    task.id(),
                    concern.rule(),
                    task.title(),
                    task.dueOn().orElse(null),
                    task.overdue(day),
                    new About(task.about(), boxed(concern.student()), boxed(concern.caseFile()), office),
                    office,
                    task.source(),
                    task.note(),
                    task.action(),
                    task.href());
        }

        private static @Nullable Long boxed(OptionalLong id) {
            return id.isPresent() ? id.getAsLong() : null;
        }
    }

    /**
     * Of the caller's office and those below it. Nothing waits for an inspector, who asks by a filter who must do what.
     *
     * @param on as of which day, {@code 2026-09-21}; today where nothing is said
     * @param office only of that office and those below it
     * @param student only about that child
     * @param late {@code true} only what is overdue
     */
    @GET
    public WaitingTasks list(
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("office") @Nullable Long office,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("student") @Nullable Long student,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        int first = Math.min(Math.max(page, 0), 100_000);
        int bounded = Math.min(Math.max(size, 1), LARGEST_PAGE);
        LocalDate day = day(on);
        Predicate<Task> asked = within(office)
                .and(task ->
                        student == null || task.concern().student().stream().anyMatch(id -> id == student));
        boolean own = caller.role() == Role.INSPECTOR && on.isEmpty() && office == null && student == null && !late;
        List<Task> all = (own ? tasks.of(caller) : tasks.within(caller, day))
                .stream()
                        .filter(task -> asked.test(task) && (!late || task.overdue(day)))
                        .toList();
        trail.searched(caller, "待办", "", all.size());
        return new WaitingTasks(
                all.size(),
                first,
                bounded,
                all.stream()
                        .skip((long) first * bounded)
                        .limit(bounded)
                        .map(task -> ShownTask.of(task, day, caller.office()))
                        .toList());
    }

    private LocalDate day(String on) {
        try {
            return on.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new ValuesRefused("on", "日期应写作2026-03-15，请改正");
        }
    }

    private Predicate<Task> within(@Nullable Long office) {
        if (office == null) {
            return task -> true;
        }
        Office wanted = offices.find(office, caller.scope()).orElseThrow(() -> new NotFound("单位"));
        Set<Long> below =
                offices.within(wanted.scope()).stream().map(Office::id).collect(Collectors.toSet());
        return task -> below.contains(task.concern().office().orElse(caller.office()));
    }
}
