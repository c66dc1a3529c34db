package org.guixue.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.guixue.office.Task;

/**
 * What is late, of today, of this week or later; what waits without a last day is today's.
 *
 * @param code in addresses and style: {@code late}, {@code today}, {@code week}, {@code later}
 */
public record DueGroup(String code, String title, List<DueLine> lines) {
    public DueGroup {
        lines = List.copyOf(lines);
    }

    /** Those that have something, in this order. */
    public static List<DueGroup> of(List<Task> tasks, LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<DueGroup> groups = new ArrayList<>();
        add(groups, "late", "已逾期", tasks, today, task -> task.overdue(today));
        add(groups, "today", "今天", tasks, today, task -> task.dueOn()
                .orElse(today)
                .isEqual(today));
        add(groups, "week", "本周", tasks, today, task -> isWithin(task, today.plusDays(1), sunday));
        add(groups, "later", "以后", tasks, today, task -> isWithin(task, sunday.plusDays(1), LocalDate.MAX));
        return List.copyOf(groups);
    }

    private static boolean isWithin(Task task, LocalDate from, LocalDate until) {
        LocalDate day = task.dueOn().orElse(LocalDate.MIN);
        return day.isAfter(from.minusDays(1)) && !day.isAfter(until);
    }

    private static void add(
            List<DueGroup> groups,
            String code,
            String title,
            List<Task> tasks,
            LocalDate today,
            Predicate<Task> which) {
        List<DueLine> lines = tasks.stream()
                .filter(which)
                .map(task -> DueLine.of(task, today))
                .toList();
        if (!lines.isEmpty()) {
            groups.add(new DueGroup(code, title, lines));
        }
    }
}
