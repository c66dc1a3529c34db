package org.guixue.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.office.Task;
import org.junit.jupiter.api.Test;

/** The feed as another's library reads it. */
class CalendarTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 21);

    private static Task report() {
        return new Task(
                "after-notice-c8-2026-09-22",
                "通知书期满仍未复学：书面报告",
                "王欣怡",
                "",
                Optional.of(LocalDate.of(2026, 9, 22)),
                "示范县控辍保学工作办法（参照天梯政办〔2019〕30号 四（一））；期限：本单位规定",
                "填写",
                "/instruments/new",
                new Task.Concern(
                        "after-notice",
                        "学生仍没有返校的，书面报告县教育局和乡镇人民政府; a,b\\c\n第二行",
                        OptionalLong.of(9),
                        OptionalLong.of(8),
                        OptionalLong.of(4)));
    }

    private static Task undated() {
        return new Task("approval-1", "审批", "王欣怡", "", Optional.empty(), "用印审批", "去审批", "/approvals/1");
    }

    private static String written() {
        return CalendarText.of(List.of(report(), undated()), TODAY, Instant.parse("2026-09-21T01:02:03Z"));
    }

    @Test
    void isReadBackByAnotherLibrary() {
        ICalendar calendar = Biweekly.parse(written()).first();
        assertEquals(1, calendar.getEvents().size(), "what has no last day is not in it");
        VEvent event = calendar.getEvents().get(0);
        assertEquals("after-notice-c8-2026-09-22@guixue", event.getUid().getValue());
        assertEquals("通知书期满仍未复学：书面报告（第8号个案）", event.getSummary().getValue());
        assertFalse(event.getDateStart().getValue().hasTime());
        assertEquals(22, event.getDateStart().getValue().getRawComponents().getDate());
        assertTrue(event.getDescription().getValue().contains("书面报告县教育局和乡镇人民政府; a,b\\c\n第二行\n依据：示范县"));
        assertTrue(calendar.validate(ICalVersion.V2_0).isEmpty(), () -> calendar.validate(ICalVersion.V2_0)
                .toString());
    }

    @Test
    void foldsAtSeventyFiveOctetsAndEndsLinesAsTheStandardSays() {
        String text = written();
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\n") || line.contains("\uFFFD"), line);
        }
    }

    @Test
    void namesNoChild() {
        assertFalse(written().contains("王欣怡"));
    }
}
