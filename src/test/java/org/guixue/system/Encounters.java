package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Two who do the same thing at the same moment, a pair after the other: each is answered clearly (done, 409, 412 or 422), nobody
 * with a fault, and what either was told is done is there afterwards. The same on every database.
 */
final class Encounters {
    private static final int ROUNDS = 5;
    private static final String BIRTH = "20120417";

    private final Client one;
    private final Client two;
    private final Together together = new Together();

    Encounters(URI base) {
        one = new Client(base, "clerk");
        two = new Client(base, "clerk");
    }

    void allMeet() throws Exception {
        try (together) {
            for (int round = 1; round <= ROUNDS; round++) {
                theSameChildIsEntered(round);
                theSamePaperIsGivenToTwo(round);
                long child = entered(round);
                theSameChildIsCorrected(child, round);
                differentThingsOfOneChildAreCorrected(child, round);
                theSameDraftIsSavedAndIssued(child);
                theSamePaperIsVoided(child);
                theSameMovementIsRegistered(child);
                theSameRosterIsImported(round);
                long other = entered(round + 50);
                theSameCaseIsOpened(other);
                twoPersuasionsAreRecorded(other);
            }
        }
    }

    private interface Act {
        Client.Answer by(Client who, int number);
    }

    /** Both at the same moment; no answer is a fault. */
    private List<Client.Answer> both(String what, Act act) throws Exception {
        List<Client.Answer> answers = together.act(() -> act.by(one, 1), () -> act.by(two, 2));
        answers.forEach(each -> assertTrue(
                each.status() < 500,
                what + ": " + each.status() + " " + new String(each.body(), StandardCharsets.UTF_8)));
        return answers;
    }

    private static List<Integer> statuses(List<Client.Answer> answers) {
        return answers.stream().map(Client.Answer::status).sorted().toList();
    }

    private static void expectOne(String what, int done, List<Client.Answer> answers, Integer... refused) {
        List<Integer> statuses = statuses(answers);
        assertEquals(done, statuses.get(0), what + " " + statuses);
        assertTrue(Stream.of(refused).anyMatch(statuses.get(1)::equals), what + " " + statuses);
    }

    private static Map<String, Object> child(String name, int number) {
        Map<String, Object> child = new HashMap<>();
        child.put("name", name);
        child.put("sex", "女");
        child.put("bornOn", "2012-04-17");
        child.put("nationalId", RosterSheet.id(BIRTH, number));
        child.put("grade", "八年级");
        child.put("schoolClass", "1班");
        child.put("guardians", List.of(Map.of("name", "遇建国", "relation", "父亲", "phone", "13900000001")));
        return child;
    }

    private long entered(int round) {
        return one.post("/api/students", child("遇见" + "甲乙丙丁戊己庚辛壬癸".charAt(round % 10), 100 + round))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private void theSameChildIsEntered(int round) throws Exception {
        expectOne(
                "one ID",
                201,
                both("one ID", (who, number) -> who.post("/api/students", child("同遇", 10 + round))),
                409,
                422);
    }

    private void theSamePaperIsGivenToTwo(int round) throws Exception {
        expectOne(
                "one passport",
                201,
                both("one passport", (who, number) -> {
                    Map<String, Object> child = child(number == 1 ? "照甲" : "照乙", 1);
                    child.remove("nationalId");
                    child.put("otherPaper", Map.of("kind", "护照", "number", "E7700000" + round));
                    return who.post("/api/students", child);
                }),
                409,
                422);
    }

    private void theSameChildIsCorrected(long child, int round) throws Exception {
        String tag = one.get("/api/students/" + child)
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        expectOne(
                "one version",
                200,
                both(
                        "one version",
                        (who, number) -> who.put(
                                "/api/students/" + child,
                                Map.of("schoolClass", (round + number) + "班"),
                                "If-Match",
                                tag)),
                409,
                412);
    }

    private void differentThingsOfOneChildAreCorrected(long child, int round) throws Exception {
        String[] fields = {"headTeacher", "remarks"};
        String wanted = "第" + "一二三四五".charAt(round - 1) + "次";
        List<Client.Answer> answers = both(
                "two fields",
                (who, number) -> who.put("/api/students/" + child, Map.of(fields[number - 1], wanted + number)));
        JsonNode now = one.get("/api/students/" + child).expect(200).json();
        for (int i = 0; i < 2; i++) {
            if (answers.get(i).status() == 200) {
                assertEquals(wanted + (i + 1), now.get(fields[i]).asText(), "a change is lost");
            } else {
                assertEquals(409, answers.get(i).status());
            }
        }
    }

    private void theSameDraftIsSavedAndIssued(long child) throws Exception {
        Client.Answer begun = one.post("/api/drafts", Orders.notice(child)).expect(201);
        String draft = "/api/drafts/" + begun.json().get("id").asLong();
        String tag = begun.response().headers().firstValue("ETag").orElseThrow();
        expectOne(
                "one draft",
                200,
                both(
                        "one draft",
                        (who, number) -> who.put(
                                draft,
                                Map.of("values", Map.of("absentFrom", "2026-10-12", "efforts", "第" + number + "人")),
                                "If-Match",
                                tag)),
                409,
                412);
        List<Client.Answer> issued = both("issuing one draft", (who, number) -> who.post(draft + "/issue", ""));
        List<String> papers = issued.stream()
                .filter(each -> each.status() == 200 || each.status() == 201 || each.status() == 202)
                .map(each -> each.json().get("id").asText())
                .distinct()
                .toList();
        assertEquals(1, papers.size(), "one paper of one draft: " + statuses(issued));
    }

    private void theSamePaperIsVoided(long child) throws Exception {
        long paper = one.post("/api/instruments", Orders.notice(child))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        List<Client.Answer> answers = both(
                "voiding",
                (who, number) -> who.post("/api/instruments/" + paper + "/void", Map.of("reason", "写错了" + number)));
        assertEquals(200, statuses(answers).get(0), statuses(answers).toString());
        assertEquals(
                "VOID",
                one.get("/api/instruments/" + paper)
                        .expect(200)
                        .json()
                        .get("state")
                        .asText());
    }

    private void theSameMovementIsRegistered(long child) throws Exception {
        Map<String, Object> suspension = Map.of("kind", "SUSPENSION", "on", "2026-11-02", "evidence", "休学申请表");
        expectOne(
                "one movement",
                201,
                both("one movement", (who, number) -> who.post("/api/students/" + child + "/movements", suspension)),
                409,
                422);
    }

    private void theSameRosterIsImported(int round) throws Exception {
        String id = RosterSheet.id(BIRTH, 300 + round);
        byte[] roster = ("姓名,身份证号,年级,班级\n遇导" + "甲乙丙丁戊".charAt(round - 1) + "," + id + ",八年级,1班\n")
                .getBytes(StandardCharsets.UTF_8);
        List<Client.Answer> answers =
                both("one roster", (who, number) -> who.upload("/api/students/import", "roster.csv", roster));
        assertNotEquals(List.of(409, 409), statuses(answers));
        JsonNode found = one.get("/api/students?q=" + id).expect(200).json();
        assertEquals(1, found.get("total").asInt(), statuses(answers).toString());
    }

    private void theSameCaseIsOpened(long child) throws Exception {
        Map<String, Object> opening = Map.of("openedOn", "2026-11-03", "reason", "随父母外出");
        expectOne(
                "one case",
                201,
                both("one case", (who, number) -> who.post("/api/students/" + child + "/case", opening)),
                409);
    }

    private void twoPersuasionsAreRecorded(long child) throws Exception {
        String open = "/api/cases/"
                + one.get("/api/students/" + child + "/case").expect(200).json().get("id") + "/persuasions";
        List<Client.Answer> answers = both(
                "two persuasions",
                (who, number) -> who.post(
                        open,
                        Map.of(
                                "on",
                                "2026-11-04",
                                "by",
                                List.of("林晓芳"),
                                "place",
                                "家中",
                                "how",
                                "家访" + number,
                                "result",
                                "答应返校",
                                "late",
                                "补录")));
        JsonNode now = one.get("/api/students/" + child + "/case").expect(200).json();
        long kept = StreamSupport.stream(now.get("persuasions").spliterator(), false)
                .count();
        assertEquals(
                answers.stream().filter(each -> each.status() == 201).count(),
                kept,
                statuses(answers).toString());
        assertTrue(kept > 0);
    }
}
