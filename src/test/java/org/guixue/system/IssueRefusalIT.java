package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
    void saysWhatSpeaksAgainstAPaperThatIsIssuedAllTheSame() {
        Map<String, Object> notice =
                Orders.notice(clerk.enrolledDemoChild().get("id").asLong());
        JsonNode first = clerk.post("/api/instruments", notice).expect(201).json();
        assertTrue(first.get("warnings").findValuesAsText("rule").contains("notice-after-efforts"), first.toString());
        JsonNode second = clerk.post("/api/instruments", notice).expect(201).json();
        assertEquals("same-paper-within-week", second.at("/warnings/0/rule").asText(), second.toString());
        assertTrue(
                second.at("/warnings/0/message")
                        .asText()
                        .contains(first.get("serial").asText()),
                second.toString());
        assertFalse(second.at("/warnings/0/source").asText().isBlank(), second.toString());
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

    @Test
    void saysInThePreviewAndInTheDraftWhatCannotBeDrawn() {
        long student = clerk.enrolledDemoChild().get("id").asLong();
        Map<String, Object> notice = Map.of("absentFrom", "2026-10-12", "efforts", "已动员\u2611一次");
        String form = "shangtianti/persuasion-notice";
        JsonNode problem = clerk.post("/api/forms/" + form + "/preview", Map.of("student", student, "values", notice))
                .expect(422)
                .json();
        assertEquals("efforts", problem.at("/violations/0/field").asText(), problem.toString());
        assertTrue(problem.toString().contains("U+2611"), problem.toString());
        JsonNode draft = clerk.post("/api/drafts", Map.of("form", form, "student", student, "values", notice))
                .expect(201)
                .json();
        assertTrue(draft.get("violations").toString().contains("U+2611"), draft.toString());
        Map<String, Object> lost = Map.of("photos", List.of("no-such-photo"));
        JsonNode unknown = clerk.post(
                        "/api/forms/haikou/home-visit-record/preview", Map.of("student", student, "values", lost))
                .expect(422)
                .json();
        assertEquals("photos", unknown.at("/violations/0/field").asText(), unknown.toString());
    }

    @Test
    void refusesAPhotoThatWasCutOff() throws IOException {
        byte[] whole = Pictures.jpeg();
        byte[] cut = Arrays.copyOf(whole, whole.length * 55 / 100);
        JsonNode problem =
                clerk.upload("/api/photos", "家访.jpg", cut).expect(422).json();
        assertTrue(problem.toString().contains("“家访.jpg”不完整"), problem.toString());
        clerk.upload("/api/photos", "家访.jpg", whole).expect(201);
    }

    private static int number(JsonNode instrument) {
        return Integer.parseInt(instrument.get("serial").asText().replaceAll(".*〕(\\d+)号", "$1"));
    }
}
