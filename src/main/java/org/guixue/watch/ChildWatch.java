package org.guixue.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;

/** In which groups a child is watched, for its page: {@code watch/panel :: panel(lines)}. */
@ApplicationScoped
public class ChildWatch {
    private final Watches watches;
    private final Watching watching;
    private final Clock clock;

    @Inject
    public ChildWatch(Watches watches, Watching watching, Clock clock) {
        this.watches = watches;
        this.watching = watching;
        this.clock = clock;
    }

    /** Those that last first; of the groups that the caller may see. */
    public List<WatchLine> of(Caller caller, long student) {
        int days = watching.days(caller);
        LocalDate today = LocalDate.now(clock);
        return watches.ofChild(caller, student).stream()
                .map(watch -> WatchLine.of(watch, days, today))
                .toList();
    }
}
