package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.EventKind;
import org.guixue.page.Wire;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShownCaseTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final RegistryDesk desk = REGISTRY.desk();
    private final CaseDesk at = new CaseDesk(desk, LocalDate.of(2026, 9, 7));
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);

    private JsonNode shown(Caller caller, long caseId) throws Exception {
        ShownCase shown = desk.read(
                () -> ShownCase.of(at.reader.read(caller, at.cases.find(caseId).orElseThrow())));
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(Wire.of(shown));
    }

    @Test
    void tellsEventsPersuasionsAndWhatIsAllowed() throws Exception {
        long child = desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
        long caseId = at.casework.open(clerk, child, at.today(), "未到校").id();
        at.casework.record(clerk, caseId, new PersuasionDetails(at.today(), List.of("林晓芳", "陈志强"), "家中", "上门", "同意返校"));
        JsonNode shown = shown(clerk, caseId);
        assertEquals(child, shown.at("/student/id").asLong());
        assertEquals("SUSPECTED", shown.get("state").asText());
        assertEquals("2026-09-07", shown.get("openedOn").asText());
        assertEquals("未到校", shown.get("cause").asText());
        assertEquals("[\"OPENED\",\"PERSUADED\"]", kinds(shown.get("events")));
        assertEquals("陈志强", shown.at("/persuasions/0/by/1").asText());
        assertEquals(1, shown.at("/spells/0/number").asInt());
        assertTrue(allowed(shown, EventKind.CONFIRMED).get("open").asBoolean());
        assertFalse(allowed(shown, EventKind.STRUCK_OFF).get("open").asBoolean());
        assertEquals(
                "state",
                allowed(shown, EventKind.WATCHED).at("/blockedBy/0/rule").asText());
    }

    @Test
    void anEventTellsOnceWhoDidItAndWhoRecordedIt() throws Exception {
        long child = desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
        long caseId = at.casework.open(clerk, child, at.today(), "未到校").id();
        at.record(clerk, caseId, EventKind.OPINION, "by", "桥头村村民委员会", "number", "桥村〔2026〕1号");
        JsonNode events = shown(clerk, caseId).get("events");
        assertEquals("桥头村村民委员会", events.at("/1/by").asText());
        assertEquals(events.at("/0/by").asText(), events.at("/1/recordedBy").asText(), "one clerk recorded both");
    }

    @Test
    void groundsOfHealthAreForHoldersOfTheGrant() throws Exception {
        long child = desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
        long caseId = at.casework
                .open(
                        clerk,
                        child,
                        at.today(),
                        "申请",
                        at.said(EventKind.OPENED, "as", "APPLICATION").facts())
                .id();
        at.record(clerk, caseId, EventKind.APPLIED, "of", "SUSPENSION", "ground", "HEALTH", "words", "肺炎住院");
        assertFalse(shown(clerk, caseId).toString().contains("肺炎"));
        assertFalse(shown(clerk, caseId).toString().contains("HEALTH"));
        Caller trusted = REGISTRY.trusted(Role.CLERK, REGISTRY.eastSchool);
        assertTrue(shown(trusted, caseId).toString().contains("肺炎"));
        assertEquals("HEALTH", shown(trusted, caseId).at("/events/1/ground").asText());
    }

    private static String kinds(JsonNode events) {
        List<String> kinds = new java.util.ArrayList<>();
        events.forEach(each -> kinds.add("\"" + each.get("kind").asText() + "\""));
        return "[" + String.join(",", kinds) + "]";
    }

    private static JsonNode allowed(JsonNode shown, EventKind kind) {
        for (JsonNode each : shown.get("allowed")) {
            if (each.get("kind").asText().equals(kind.name())) {
                return each;
            }
        }
        throw new AssertionError(kind + " is not told");
    }
}
