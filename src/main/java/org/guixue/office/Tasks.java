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
                .sorted(byDay(today))
                .toList();
    }

    /** What waits in the caller's whole scope on a day, its own and that of the offices below; an inspector reads it, too. */
    public List<Task> within(Caller caller, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return rooms.stream()
                .flatMap(room -> room.waitingWithin(caller, day, today).stream())
                .sorted(byDay(day))
                .toList();
    }

    private static Comparator<Task> byDay(LocalDate day) {
        return Comparator.comparing((Task task) -> task.dueOn().orElse(day)).thenComparing(Task::source);
    }
}
