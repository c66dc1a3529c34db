package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A child of the demo county and its case, as the API shows them; acts are sentences of the trade. */
final class YearChild {
    private final CountyYear year;
    private final String name;
    private long id;
    private long caseId;

    YearChild(CountyYear year, String name) {
        this.year = year;
        this.name = name;
    }

    long id() {
        return id;
    }

    long caseId() {
        return caseId;
    }

    String name() {
        return name;
    }

    /** On the roll of the account's own school, living in its township. */
    void enter(String account, String bornOn, String grade, Object... further) {
        Map<String, Object> body = facts(further);
        body.putIfAbsent("sex", "男");
        body.putIfAbsent("noIdReason", "证件遗失，正在补办");
        body.putIfAbsent("schoolClass", "1班");
        body.putIfAbsent("residence", "东山镇桥头村8号");
        body.put("name", name);
        body.put("bornOn", bornOn);
        body.put("ethnicity", "汉族");
        body.put("grade", grade);
        body.put("headTeacher", "林晓芳");
        body.put("headTeacherPhone", "13900000009");
        body.put("household", body.get("residence"));
        body.put("guardians", List.of(Map.of("name", guardian(), "relation", "父亲", "phone", "13900000001")));
        id = as(account)
                .post("/api/students", body)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    String guardian() {
        return name.charAt(0) + "大山";
    }

    void open(String account, String on, String reason, Object... further) {
        Map<String, Object> body = facts(further);
        body.put("openedOn", on);
        body.put("reason", reason);
        caseId = as(account)
                .post("/api/students/" + id + "/case", body)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    /** Opened as away since that day, and found to have dropped out. */
    void away(String account, String lastDay, String opened, String confirmed) {
        open(account, opened, "没有到校，电话联系不上", "lastDayAttended", lastDay);
        record(account, "CONFIRMED", confirmed, "words", "入户核实，没有在读");
    }

    JsonNode record(String account, String kind, String on, Object... further) {
        return answer(account, kind, on, further).expect(201).json();
    }

    /** Refused by a rule, whose sentences are answered. */
    String refused(String rule, String account, String kind, String on, Object... further) {
        JsonNode answer = answer(account, kind, on, further).expect(422).json();
        assertEquals(rule, answer.at("/rule/id").asText(), answer.toString());
        assertTrue(answer.at("/rule/missing").size() > 0, answer.toString());
        List<String> missing = new ArrayList<>();
        answer.at("/rule/missing").forEach(each -> missing.add(each.asText()));
        return String.join("；", missing);
    }

    Client.Answer answer(String account, String kind, String on, Object... further) {
        Map<String, Object> body = facts(further);
        body.put("kind", kind);
        body.put("on", on);
        return as(account).post("/api/cases/" + caseId + "/events", body);
    }

    /** Of a school and a township, at home; where the child says something it was met. */
    void persuade(String account, String on, String childSaid) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("on", on);
        body.put("by", List.of(Map.of("name", "林晓芳", "line", "学校"), Map.of("name", "张建国", "line", "乡镇")));
        body.put("place", "学生家中");
        body.put("how", "入户面谈");
        body.put("met", childSaid.isEmpty() ? "GUARDIAN" : "BOTH");
        body.put("childSaid", childSaid);
        body.put("guardianSaid", "再劝劝孩子");
        body.put("result", "还没有返校");
        as(account).post("/api/cases/" + caseId + "/persuasions", body).expect(201);
    }

    /** An issued paper, about the child or its case as the form has it. */
    JsonNode issue(String account, String form, Object... values) {
        JsonNode paper = as(account)
                .post("/api/instruments", order(account, form, values))
                .expect(201)
                .json();
        year.issued(paper);
        return paper;
    }

    /** One that a second person of the office approves before it is numbered. */
    JsonNode issueApproved(String account, String approver, String form, Object... values) {
        JsonNode handed = as(account)
                .post("/api/instruments", order(account, form, values))
                .expect(202)
                .json();
        JsonNode paper = as(approver)
                .post(
                        "/api/drafts/" + handed.get("id") + "/approve",
                        Map.of("digest", handed.get("digest").asText()))
                .expect(201)
                .json();
        year.issued(paper);
        return paper;
    }

    private Map<String, Object> order(String account, String form, Object... values) {
        String about = as(account)
                .get("/api/forms/" + form)
                .expect(200)
                .json()
                .get("about")
                .asText();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("form", form);
        order.put(about.equalsIgnoreCase("case") ? "case" : "student", about.equalsIgnoreCase("case") ? caseId : id);
        order.put("values", facts(values));
        return order;
    }

    Client.Answer deliver(String account, JsonNode paper, String on, String outcome, Object... further) {
        Map<String, Object> body = facts(further);
        body.put("deliveredOn", on);
        body.put("outcome", outcome);
        body.putIfAbsent("deliverers", List.of("林晓芳", "何玉兰"));
        return as(account).post("/api/instruments/" + paper.get("id") + "/delivery", body);
    }

    /** The id of a picture that is kept as a proof of this case. */
    long proof(String account) throws IOException {
        return as(account)
                .upload("/api/evidence", "现场照片.jpg", Pictures.jpeg())
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    JsonNode file(String account) {
        return as(account).get("/api/cases/" + caseId).expect(200).json();
    }

    void expectState(String state) {
        assertEquals(state, file("bureau").get("state").asText(), name);
    }

    /** Where the roll has it. */
    void expectOnRoll(String state, String school, String grade) {
        JsonNode child = as("bureau").get("/api/students/" + id).expect(200).json();
        assertEquals(
                "%s %s %s".formatted(state, school, grade),
                "%s %s %s"
                        .formatted(
                                child.get("state").asText(),
                                child.get("schoolName").asText(),
                                child.get("grade").asText()));
    }

    /** What happened on the roll, the oldest first. */
    String movements() {
        List<String> kinds = new ArrayList<>();
        as("bureau")
                .get("/api/students/" + id + "/movements")
                .expect(200)
                .json()
                .forEach(each -> kinds.add(each.get("kind").asText()));
        return String.join(" ", kinds);
    }

    /** What the account is told to do about it today: rule, last day, whether it is late. */
    String due(String account) {
        return year.tasks(account, "").stream()
                .filter(task -> task.at("/about/student").asLong() == id)
                .map(task -> task.get("rule").asText() + " " + task.get("dueOn").asText()
                        + (task.get("overdue").asBoolean() ? " late" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    JsonNode task(String account, String rule) {
        return year.tasks(account, "").stream()
                .filter(task -> task.at("/about/student").asLong() == id
                        && task.get("rule").asText().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + rule + " of " + name + ": " + due(account)));
    }

    private Client as(String account) {
        return year.as(account);
    }

    /** Names and values by turns. */
    static Map<String, Object> facts(Object... further) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < further.length; i += 2) {
            facts.put(String.valueOf(further[i]), further[i + 1]);
        }
        return facts;
    }
}
