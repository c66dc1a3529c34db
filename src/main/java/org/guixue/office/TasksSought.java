package org.guixue.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guixue.access.Caller;

/**
 * The question what waits for a caller. Fired as a CDI event with every page, so who answers with {@link #add} must be
 * quick, add only what this caller may see and do, and bound its number. For one thread.
 */
public final class TasksSought {
    private final Caller caller;
    private final LocalDate today;
    private final List<Task> tasks = new ArrayList<>();

    TasksSought(Caller caller, LocalDate today) {
        this.caller = caller;
        this.today = today;
    }

    public Caller caller() {
        return caller;
    }

    /** In Asia/Shanghai. */
    public LocalDate today() {
        return today;
    }

    public void add(Task task) {
        tasks.add(task);
    }

    List<Task> tasks() {
        return tasks;
    }
}
