package org.guixue.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.OfficeKind;
import org.guixue.page.Stored;
import org.guixue.page.Wire;
import org.junit.jupiter.api.Test;

class OfficeApiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void answersAnOfficeAndTheOneAboveIt() throws Exception {
        Office bureau = new Office(null, OfficeKind.COUNTY_BUREAU, "示范县教育局", "360000", "示教", "jiangxi", "示范县");
        Stored.with(bureau, "id", 3L);
        Office school = new Office(bureau, OfficeKind.SCHOOL, "东山小学", "360000001", "东小", "jiangxi", "");
        Stored.with(school, "id", 7L, "closed", true);
        assertEquals(
                "{\"id\":3,\"name\":\"示范县教育局\",\"kind\":\"COUNTY_BUREAU\",\"parent\":null,\"code\":\"360000\","
                        + "\"mark\":\"示教\",\"closed\":false,\"successor\":null,\"reportsTo\":null,\"mayOrder\":null}",
                Wire.of(OfficeApi.ShownOffice.of(bureau)));
        assertEquals(
                "{\"id\":7,\"name\":\"东山小学\",\"kind\":\"SCHOOL\",\"parent\":3,\"code\":\"360000001\","
                        + "\"mark\":\"东小\",\"closed\":true,\"successor\":null,\"reportsTo\":null,\"mayOrder\":null}",
                Wire.of(OfficeApi.ShownOffice.of(school)));
    }

    @Test
    void answersATaskWithAndWithoutALastDay() throws Exception {
        Task waiting = new Task("approval-12", "审批劝返通知书", "王小明", "", Optional.empty(), "用印审批", "审批", "/approvals/12");
        Task late = new Task("bond-3", "交回证", "", "林晓芳", Optional.of(LocalDate.of(2026, 11, 21)), "第八条", "办理", "/desk");
        Task ruled = new Task(
                "after-notice-c8-2026-09-22",
                "书面报告",
                "王小明",
                "",
                Optional.of(LocalDate.of(2026, 11, 22)),
                "四（一）",
                "填写",
                "/instruments/new",
                new Task.Concern("after-notice", "书面报告", OptionalLong.of(9), OptionalLong.of(8), OptionalLong.of(4)));
        assertEquals(
                "{\"id\":\"approval-12\",\"rule\":\"\",\"title\":\"审批劝返通知书\",\"dueOn\":null,\"overdue\":false,"
                        + "\"about\":{\"label\":\"王小明\",\"student\":null,\"case\":null,\"office\":7},\"office\":7,"
                        + "\"source\":\"用印审批\",\"note\":\"\",\"action\":\"审批\",\"href\":\"/approvals/12\"}",
                Wire.of(TaskApi.ShownTask.of(waiting, TODAY, 7)));
        assertTrue(Wire.of(TaskApi.ShownTask.of(late, TODAY, 7)).contains("\"dueOn\":\"2026-11-21\",\"overdue\":true"));
        assertEquals(
                "{\"id\":\"after-notice-c8-2026-09-22\",\"rule\":\"after-notice\",\"title\":\"书面报告\","
                        + "\"dueOn\":\"2026-11-22\",\"overdue\":false,"
                        + "\"about\":{\"label\":\"王小明\",\"student\":9,\"case\":8,\"office\":4},\"office\":4,"
                        + "\"source\":\"四（一）\",\"note\":\"\",\"action\":\"填写\",\"href\":\"/instruments/new\"}",
                Wire.of(TaskApi.ShownTask.of(ruled, TODAY, 7)));
    }

    @Test
    void answersAPageOfTasks() throws Exception {
        assertEquals(
                "{\"total\":70,\"page\":1,\"size\":50,\"items\":[]}",
                Wire.of(new TaskApi.WaitingTasks(70, 1, 50, List.of())));
    }
}
