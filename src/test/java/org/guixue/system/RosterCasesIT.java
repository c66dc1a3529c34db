package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rosters as real offices sent them, uploaded as a clerk does. */
class RosterCasesIT extends SystemIT {
    private Client clerk;

    @BeforeEach
    void sitDown() {
        clerk = new Client(at("/"), "clerk");
    }

    private static byte[] file(String name) {
        try (InputStream in = RosterCasesIT.class.getResourceAsStream("/cases/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode taken(String name, String query) {
        return clerk.upload("/api/students/import" + query, "roster.xlsx", file(name))
                .expect(200)
                .json();
    }

    private JsonNode child(String name) {
        JsonNode found = clerk.get("/api/students?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .expect(200)
                .json();
        assertTrue(found.get("total").asInt() > 0, name);
        return clerk.get("/api/students/" + found.at("/items/0/id").asLong())
                .expect(200)
                .json();
    }

    @ParameterizedTest
    @CsvSource({
        "01-left-behind-official-options/official.xlsx, 5, 0",
        "02-guardian-flag-ignored/guardian.xlsx, 1, 0",
        "03-official-paper-kinds/kinds.xlsx, 3, 0",
        "04-newer-ideographs/names.xlsx, 7, 0",
        "10-same-paper-twice/passports.xlsx, 0, 3",
        "11-half-width-dot/dot.xlsx, 4, 0",
        "12-variation-selector-and-gbk-private/vs.xlsx, 3, 0",
        "13-radicals/radicals.xlsx, 2, 0",
        "14-bidi-marks/bidi.xlsx, 3, 0",
        "16-hidden-rows/hidden.xlsx, 4, 0",
        "17-no-disability/disability.xlsx, 5, 0"
    })
    void takesAndRefusesWhatItShould(String name, int accepted, int rejected) {
        JsonNode answer = taken(name, "?dryRun=true");
        int known = answer.get("updated").asInt() + answer.get("unchanged").asInt();
        assertEquals(accepted, answer.get("accepted").asInt() + known, answer.toString());
        assertEquals(rejected, answer.get("rejected").size(), answer.toString());
    }

    @Test
    void servesNobodyWhoIsNoGuardian() {
        taken("02-guardian-flag-ignored/guardian.xlsx", "");
        JsonNode child = child("监甲");
        assertEquals(
                "false true",
                child.at("/guardians/0/guardian").asText() + " "
                        + child.at("/guardians/1/guardian").asText());
        Map<String, Object> order = Orders.notice(child.get("id").asLong());
        order.put("values", Map.of("absentFrom", "2026-10-12", "efforts", "电话联系", "contact", "林晓芳"));
        JsonNode paper = clerk.post("/api/instruments", order).expect(201).json();
        JsonNode values = clerk.get("/api/instruments/" + paper.get("id") + "/values")
                .expect(200)
                .json();
        assertTrue(values.toString().contains("周奶奶") && !values.toString().contains("周某父"), values.toString());
        Map<String, Object> named =
                new HashMap<>(Map.of("absentFrom", "2026-10-12", "efforts", "电话联系", "contact", "林晓芳"));
        named.put("guardian", "周某父");
        order.put("values", named);
        JsonNode refused = clerk.post("/api/instruments", order).expect(422).json();
        assertTrue(refused.toString().contains("不是监护人"), refused.toString());
    }

    @Test
    void saysThatHiddenRowsAreReadToo() {
        JsonNode answer = taken("16-hidden-rows/hidden.xlsx", "?dryRun=true");
        assertTrue(answer.get("skipped").toString().contains("第3、4行：在表格中是隐藏的，也读入了（共2行）"), answer.toString());
    }

    @Test
    void refusesWhatIsNonsenseWhereItIsTyped() {
        JsonNode child = clerk.enrolledDemoChild();
        String path = "/api/students/" + child.get("id");
        clerk.put(path, Map.of("headTeacherPhone", "139423")).expect(422);
        Map<String, Object> order = Orders.notice(child.get("id").asLong());
        order.put("values", Map.of("absentFrom", "2001-03-09", "efforts", "电话联系", "guardianPhone", "139423"));
        JsonNode refused = clerk.post("/api/instruments", order).expect(422).json();
        assertTrue(refused.toString().contains("早于学生出生日期"), refused.toString());
        assertTrue(refused.toString().contains("guardianPhone"), refused.toString());
    }
}
