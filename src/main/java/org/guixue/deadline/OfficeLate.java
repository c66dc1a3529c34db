package org.guixue.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.office.Office;
import org.guixue.office.Task;

/**
 * How an office stands with what it must do, for those above it.
 *
 * @param late how many are overdue
 * @param worstDays by how many days the worst is
 * @param worst what that is
 * @param waiting how many are not due yet
 */
public record OfficeLate(long office, String name, long late, long worstDays, String worst, long waiting) {
    /** Those with something to do, the worst first. */
    static List<OfficeLate> of(List<Office> offices, List<Task> tasks, LocalDate today) {
        Map<Long, List<Task>> byOffice = tasks.stream()
                .filter(task -> task.concern().office().isPresent())
                .collect(Collectors.groupingBy(task -> task.concern().office().getAsLong()));
        return offices.stream()
                .filter(office -> byOffice.containsKey(office.id()))
                .map(office -> of(office, byOffice.get(office.id()), today))
                .sorted(Comparator.comparingLong(OfficeLate::late)
                        .thenComparingLong(OfficeLate::worstDays)
                        .reversed())
                .toList();
    }

    private static OfficeLate of(Office office, List<Task> tasks, LocalDate today) {
        List<Task> late = tasks.stream().filter(task -> task.overdue(today)).toList();
        return new OfficeLate(
                office.id(),
                office.name(),
                late.size(),
                late.stream()
                        .mapToLong(task -> ChronoUnit.DAYS.between(task.dueOn().orElse(today), today))
                        .max()
                        .orElse(0),
                late.stream()
                        .min(Comparator.comparing(task -> task.dueOn().orElse(today)))
                        .map(Task::title)
                        .orElse(""),
                tasks.size() - late.size());
    }
}
