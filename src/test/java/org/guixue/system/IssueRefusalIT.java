package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be issued is refused with the reason, and takes no number. */
class IssueRefusalIT extends SystemIT {
    private Client clerk;

    @BeforeEach
    void connect() {
        clerk = new Client(at("/"), "clerk");
    }

    @Test
    void refusesACertificateOfAttendanceForAChildThatDroppedOut() {
        long dropout = 0;
        for (JsonNode item : clerk.demoChildren()) {
            dropout = item.get("state").asText().equals("DROPPED_OUT")
                    ? item.get("id").asLong()
                    : dropout;
        }
        Map<String, Object> order = Map.of(
                "form", "shifan/enrolment-certificate", "student", dropout, "values", Map.of("purpose", "申请助学金"));
        JsonNode problem = clerk.post("/api/instruments", order).expect(422).json();
        assertTrue(problem.toString().contains("该生登记为辍学，不能开具《在校就读证明》"), problem.toString());
    }

    @Test
    void refusesWrongValuesWithOneViolationEachAndNumbersNothing() {
        long student = clerk.enrolledDemoChild().get("id").asLong();
        long before = clerk.post("/api/instruments", Orders.notice(student))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Map<String, Object> order = Orders.notice(student);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("studentName", "另一个人");
        values.put("absentFrom", "2999-01-01");
        values.put("efforts", "长".repeat(5000));
        values.put("guardianPhone", "abc");
        values.put("nosuch", "x");
        order.put("values", values);
        JsonNode problem = clerk.post("/api/instruments", order).expect(422).json();
        List<String> fields = new ArrayList<>();
        problem.get("violations")
                .forEach(violation -> fields.add(violation.get("field").asText()));
        assertEquals(fields.stream().distinct().count(), fields.size(), "one violation per field");
        assertTrue(
                fields.containsAll(List.of("studentName", "absentFrom", "efforts", "guardianPhone", "nosuch")),
                fields.toString());
        JsonNode next = clerk.post("/api/instruments", Orders.notice(student))
                .expect(201)
                .json();
        assertEquals(number(clerk.get("/api/instruments/" + before).json()) + 1, number(next), "no number was taken");
    }

    @Test
    void refusesACharacterThatNoFontHasByName() {
        Map<String, Object> order =
                Orders.notice(clerk.enrolledDemoChild().get("id").asLong());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("absentFrom", "2026-10-12");
        values.put("efforts", "联系人\ud83d\ude00");
        order.put("values", values);
        JsonNode problem = clerk.post("/api/instruments", order).expect(422).json();
        assertTrue(problem.toString().contains("U+1F600"), problem.toString());
    }

    private static int number(JsonNode instrument) {
        return Integer.parseInt(instrument.get("serial").asText().replaceAll(".*〕(\\d+)号", "$1"));
    }
}
