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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is due for the caller, a page. */
@Path("/api/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TaskApi {
    private static final int LARGEST_PAGE = 200;

    @Inject
    private Tasks tasks;

    @Inject
    private Trail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @GET
    public Map<String, Object> list(
            @QueryParam("page") @DefaultValue("0") int page, @QueryParam("size") @DefaultValue("50") int size) {
        int first = Math.min(Math.max(page, 0), 100_000);
        int bounded = Math.min(Math.max(size, 1), LARGEST_PAGE);
        LocalDate today = LocalDate.now(clock);
        List<Task> all = tasks.of(caller);
        trail.searched(caller, "待办", "", all.size());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", all.size());
        json.put("page", first);
        json.put("size", bounded);
        json.put(
                "items",
                all.stream()
                        .skip((long) first * bounded)
                        .limit(bounded)
                        .map(task -> json(task, today))
                        .toList());
        return json;
    }

    static Map<String, Object> json(Task task, LocalDate today) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", task.id());
        json.put("title", task.title());
        json.put("dueOn", task.dueOn().orElse(null));
        json.put("overdue", task.overdue(today));
        json.put("about", task.about());
        json.put("source", task.source());
        json.put("note", task.note());
        json.put("href", task.href());
        return json;
    }
}
