package org.guixue.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
                        + "\"mark\":\"示教\",\"closed\":false}",
                Wire.of(OfficeApi.ShownOffice.of(bureau)));
        assertEquals(
                "{\"id\":7,\"name\":\"东山小学\",\"kind\":\"SCHOOL\",\"parent\":3,\"code\":\"360000001\","
                        + "\"mark\":\"东小\",\"closed\":true}",
                Wire.of(OfficeApi.ShownOffice.of(school)));
    }

    @Test
    void answersATaskWithAndWithoutALastDay() throws Exception {
        Task waiting = new Task("approval-12", "审批劝返通知书", "王小明", "", Optional.empty(), "用印审批", "审批", "/approvals/12");
        Task late = new Task("bond-3", "交回证", "", "林晓芳", Optional.of(LocalDate.of(2026, 11, 21)), "第八条", "办理", "/desk");
        assertEquals(
                "{\"id\":\"approval-12\",\"title\":\"审批劝返通知书\",\"dueOn\":null,\"overdue\":false,\"about\":\"王小明\","
                        + "\"source\":\"用印审批\",\"note\":\"\",\"href\":\"/approvals/12\"}",
                Wire.of(TaskApi.ShownTask.of(waiting, TODAY)));
        assertEquals(
                "{\"id\":\"bond-3\",\"title\":\"交回证\",\"dueOn\":\"2026-11-21\",\"overdue\":true,\"about\":\"\","
                        + "\"source\":\"第八条\",\"note\":\"林晓芳\",\"href\":\"/desk\"}",
                Wire.of(TaskApi.ShownTask.of(late, TODAY)));
    }

    @Test
    void answersAPageOfTasks() throws Exception {
        assertEquals(
                "{\"total\":70,\"page\":1,\"size\":50,\"items\":[]}",
                Wire.of(new TaskApi.WaitingTasks(70, 1, 50, List.of())));
    }
}
