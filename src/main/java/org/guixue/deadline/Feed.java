package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.guixue.access.Caller;
import org.guixue.office.Tasks;

/** A caller's deadlines as a calendar. */
@ApplicationScoped
public class Feed {
    private final Tasks tasks;
    private final Clock clock;

    @Inject
    public Feed(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    String of(Caller reader) {
        return CalendarText.of(tasks.of(reader), LocalDate.now(clock), clock.instant());
    }
}
