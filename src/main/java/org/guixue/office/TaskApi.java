package org.guixue.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
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

    /** @param dueOn null where it waits now and has no last day */
    record ShownTask(
            String id,
            String title,
            @Nullable LocalDate dueOn,
            boolean overdue,
            String about,
            String source,
            String note,
            String href) {
        static ShownTask of(Task task, LocalDate today) {
            return new ShownTask(
                    task.id(),
                    task.title(),
                    task.dueOn().orElse(null),
                    task.overdue(today),
                    task.about(),
                    task.source(),
                    task.note(),
                    task.href());
        }
    }

    @GET
    public WaitingTasks list(
            @QueryParam("page") @DefaultValue("0") int page, @QueryParam("size") @DefaultValue("50") int size) {
        int first = Math.min(Math.max(page, 0), 100_000);
        int bounded = Math.min(Math.max(size, 1), LARGEST_PAGE);
        LocalDate today = LocalDate.now(clock);
        List<Task> all = tasks.of(caller);
        trail.searched(caller, "待办", "", all.size());
        return new WaitingTasks(
                all.size(),
                first,
                bounded,
                all.stream()
                        .skip((long) first * bounded)
                        .limit(bounded)
                        .map(task -> ShownTask.of(task, today))
                        .toList());
    }
}
