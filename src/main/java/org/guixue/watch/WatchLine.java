package org.guixue.watch;

import java.time.LocalDate;
import java.util.Optional;
import org.guixue.office.Office;

/**
 * That a child is watched, as pages show it.
 *
 * @param last when it was last talked to, visited or checked; empty for never
 * @param due the last day for the next one; empty once it has ended
 */
public record WatchLine(
        long id,
        long student,
        String name,
        String school,
        String group,
        String source,
        String since,
        String until,
        String reason,
        String responsible,
        String phone,
        String last,
        String due,
        boolean overdue,
        boolean open) {
    static WatchLine of(Watch watch, int days, LocalDate today) {
        Optional<LocalDate> due = watch.open() ? Optional.of(watch.dueOn(days)) : Optional.empty();
        return new WatchLine(
                watch.id(),
                watch.student().id(),
                watch.student().name(),
                watch.student().school().map(Office::name).orElse("未在校"),
                watch.group().label(),
                watch.group().source(),
                watch.since().toString(),
                watch.until().map(LocalDate::toString).orElse(""),
                watch.open() ? watch.reason() : watch.endReason(),
                watch.responsible(),
                watch.phone(),
                watch.lastOn().map(LocalDate::toString).orElse(""),
                due.map(LocalDate::toString).orElse(""),
                due.filter(day -> day.isBefore(today)).isPresent(),
                watch.open());
    }
}
