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

    /** How long there is until a day, in words and with their tone. */
    record Left(String when, String tone) {}

    static DueLine of(Task task, LocalDate today) {
        Left left = task.dueOn().map(day -> left(day, today)).orElse(new Left("", ""));
        return new DueLine(task, left.when(), left.tone());
    }

    static Left left(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days < 0) {
            return new Left("已过 " + -days + " 天", "late");
        }
        return new Left(days == 0 ? "今天" : "还有 " + days + " 天", days <= SOON_DAYS ? "soon" : "");
    }
}
