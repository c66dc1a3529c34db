package org.guixue.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.guixue.office.Task;

/**
 * One line of what is due, as lists show it.
 *
 * @param when in words, such as 还有 2 天; empty where it has no last day
 * @param tone of the words: {@code late}, {@code soon} or none
 */
public record DueLine(Task task, String when, String tone) {
    private static final long SOON_DAYS = 7;

    static DueLine of(Task task, LocalDate today) {
        return task.dueOn()
                .map(day -> of(task, ChronoUnit.DAYS.between(today, day)))
                .orElseGet(() -> new DueLine(task, "", ""));
    }

    private static DueLine of(Task task, long daysLeft) {
        if (daysLeft < 0) {
            return new DueLine(task, "已过 " + -daysLeft + " 天", "late");
        }
        String when = daysLeft == 0 ? "今天" : "还有 " + daysLeft + " 天";
        return new DueLine(task, when, daysLeft <= SOON_DAYS ? "soon" : "");
    }
}
