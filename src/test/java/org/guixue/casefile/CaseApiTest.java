package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.guixue.page.Stored;
import org.guixue.page.Wire;
import org.guixue.person.Student;
import org.junit.jupiter.api.Test;

class CaseApiTest {
    @Test
    void answersACaseWithItsPersuasions() throws Exception {
        Persuasion made = Stored.as(
                Persuasion.class,
                "id",
                5L,
                "madeOn",
                LocalDate.of(2026, 9, 5),
                "madeBy",
                "林晓芳、陈志强",
                "place",
                "家中",
                "how",
                "上门",
                "outcome",
                "同意返校");
        Case found = Stored.as(
                Case.class,
                "id",
                4L,
                "student",
                Stored.as(Student.class, "id", 9L),
                "openedOn",
                LocalDate.of(2026, 9, 1),
                "reason",
                "未到校",
                "state",
                CaseState.OPEN,
                "persuasions",
                List.of(made));
        assertEquals(
                "{\"id\":4,\"student\":9,\"openedOn\":\"2026-09-01\",\"reason\":\"未到校\",\"state\":\"OPEN\",\"persuasions\":["
                        + "{\"id\":5,\"on\":\"2026-09-05\",\"by\":[\"林晓芳\",\"陈志强\"],\"place\":\"家中\",\"how\":\"上门\","
                        + "\"result\":\"同意返校\"}]}",
                Wire.of(CaseApi.ShownCase.of(found)));
    }
}
