package org.guixue.watch;

import java.time.LocalDate;
import java.util.List;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * That a child is watched, as the API shows it.
 *
 * @param lastOn the last talk or visit; in the group of the unstable the last check
 * @param dueOn the last day for the next one; null once it has ended
 */
record WatchJson(
        long id,
        ShownChild student,
        WatchGroup group,
        String groupName,
        String source,
        LocalDate since,
        @Nullable LocalDate until,
        String reason,
        @Nullable String endReason,
        @Nullable LocalDate visitedOn,
        String responsible,
        @Nullable String phone,
        @Nullable LocalDate lastOn,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable List<ShownNote> visits) {
    record ShownChild(long id, String name, @Nullable String school, String grade, String schoolClass) {
        static ShownChild of(Student child) {
            return new ShownChild(
                    child.id(),
                    child.name(),
                    child.school().map(school -> school.name()).orElse(null),
                    child.grade(),
                    child.schoolClass());
        }
    }

    record ShownNote(long id, NoteKind kind, String kindName, LocalDate on, String by, String words) {
        static ShownNote of(WatchNote note) {
            return new ShownNote(note.id(), note.kind(), note.kind().label(), note.on(), note.by(), note.words());
        }
    }

    /** @param days after how many the next one is due */
    static WatchJson of(Watch watch, int days, LocalDate today, @Nullable List<WatchNote> notes) {
        LocalDate dueOn = watch.open() ? watch.dueOn(days) : null;
        return new WatchJson(
                watch.id(),
                ShownChild.of(watch.student()),
                watch.group(),
                watch.group().label(),
                watch.group().source(),
                watch.since(),
                watch.until().orElse(null),
                watch.reason(),
                watch.endReason().isEmpty() ? null : watch.endReason(),
                watch.visitedOn().orElse(null),
                watch.responsible(),
                watch.phone().isEmpty() ? null : watch.phone(),
                watch.lastOn().orElse(null),
                dueOn,
                dueOn != null && dueOn.isBefore(today),
                notes == null ? null : notes.stream().map(ShownNote::of).toList());
    }
}
