package org.guixue.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.guixue.office.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueLineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 已过 3 天, late",
        "2026-11-22, 今天, soon",
        "2026-11-24, 还有 2 天, soon",
        "2026-12-22, 还有 30 天, ''",
        ", '', ''"
    })
    void saysInWordsByWhen(LocalDate dueOn, String when, String tone) {
        Task task = new Task("t-1", "审批", "", "", Optional.ofNullable(dueOn), "用印审批", "去审批", "/approvals/1");
        DueLine line = DueLine.of(task, TODAY);
        assertEquals(when, line.when());
        assertEquals(tone, line.tone());
        assertEquals(tone.equals("late"), task.overdue(TODAY));
    }
}
