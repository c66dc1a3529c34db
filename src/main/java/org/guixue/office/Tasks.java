package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.Role;

/** What is due: the one list behind the desk, the number in the top bar and {@code /api/tasks}. */
@ApplicationScoped
public class Tasks {
    private final Instance<WhatWaits> rooms;
    private final Clock clock;

    @Inject
    public Tasks(@Any Instance<WhatWaits> rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /** What is overdue first, then what waits now, then by the day. An inspector only reads: nothing waits for one. */
    public List<Task> of(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return rooms.stream()
                .flatMap(room -> room.waitingFor(caller, today).stream())
                .sorted(Comparator.comparing((Task task) -> task.dueOn().orElse(today))
                        .thenComparing(Task::source))
                .toList();
    }
}
