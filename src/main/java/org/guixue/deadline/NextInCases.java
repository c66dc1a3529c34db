package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.guixue.casefile.NextDeadlines;
import org.guixue.deadline.due.Due;

/** The nearest day of each case, from the board that is kept in memory. */
@ApplicationScoped
public class NextInCases implements NextDeadlines {
    private final DueKeeping keeping;

    @Inject
    public NextInCases(DueKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public Map<Long, Next> of(Collection<Long> cases, LocalDate today) {
        return keeping.ask(board -> {
            Map<Long, Next> next = new HashMap<>();
            for (long caseFile : cases) {
                board.inCase(caseFile).stream()
                        .filter(due -> DueTasks.stands(due, today))
                        .min(Due.BY_DAY)
                        .ifPresent(due -> next.put(caseFile, next(due, today)));
            }
            return next;
        });
    }

    private static Next next(Due due, LocalDate today) {
        DueLine.Left left = DueLine.left(due.dueOn(), today);
        return new Next(due.dueOn(), due.rule().title(), left.when(), left.tone());
    }
}
