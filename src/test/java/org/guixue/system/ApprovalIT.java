package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 用印审批: a second person of the school approves before a number is allotted. */
class ApprovalIT extends SystemIT {
    static final String FORM = "shifan/enrolment-certificate";
    static final String CLERK = "李文静";
    static final String HEAD = "郑雅琴";
    private Client clerk;
    private Client head;

    @BeforeEach
    void connect() {
        clerk = new Client(at("/"), "clerk");
        head = new Client(at("/"), "head");
    }

    @Test
    void isHandedInSentBackHandedInAgainAndApproved() throws Exception {
        String draft = begin("申请临时救助");
        clerk.post(draft + "/issue", "").expect(409);
        JsonNode handed = clerk.post(draft + "/submit", "").expect(200).json();
        assertEquals("SUBMITTED", handed.get("state").asText());
        clerk.put(draft, Map.of("values", Map.of("purpose", "改一改"))).expect(409);
        clerk.post(draft + "/submit", "").expect(409);
        clerk.post(draft + "/issue", "").expect(409);

        String digest = handed.get("digest").asText();
        clerk.post(draft + "/approve", Map.of("digest", digest)).expect(403);
        new Client(at("/"), "clerk2")
                .post(draft + "/approve", Map.of("digest", digest))
                .expect(404);
        new Client(at("/"), "bureau")
                .post(draft + "/approve", Map.of("digest", digest))
                .expect(404);
        assertTrue(taskIds(head).contains("approval-" + id(draft)));
        assertFalse(taskIds(clerk).contains("approval-" + id(draft)));
        JsonNode shown = head.get(draft).expect(200).json();
        assertEquals(CLERK, shown.get("submittedBy").asText());
        assertTrue(shown.at("/values/nationalId").asText().matches("\\d{4}\\*{10}[\\dX]{4}"), shown.toString());

        head.post(draft + "/return", Map.of("reason", " ")).expect(422);
        head.post(draft + "/return", Map.of("reason", "用途请写全")).expect(200);
        head.post(draft + "/approve", Map.of("digest", digest)).expect(409);
        JsonNode returned = clerk.get(draft).expect(200).json();
        assertEquals("RETURNED", returned.get("state").asText());
        assertEquals("用途请写全", returned.get("reason").asText());
        assertTrue(taskIds(clerk).contains("returned-" + id(draft)));

        clerk.put(draft, Map.of("values", values("申请民政部门临时救助"))).expect(200);
        JsonNode again = clerk.post(draft + "/submit", "").expect(200).json();
        head.post(draft + "/approve", "{}").expect(422);
        head.post(draft + "/approve", Map.of("digest", digest)).expect(409);
        JsonNode issued =
                approve(draft, again.get("digest").asText()).expect(201).json();
        assertEquals("ISSUED", issued.get("state").asText());
        assertEquals(CLERK, issued.get("issuedBy").asText());
        assertEquals(HEAD, issued.get("approvedBy").asText());
        assertEquals(
                issued,
                approve(draft, again.get("digest").asText()).expect(201).json(),
                "approving twice is one instrument");
        assertFalse(taskIds(head).contains("approval-" + id(draft)));

        byte[] pdf = head.get("/api/instruments/" + issued.get("id") + "/pdf")
                .expect(200)
                .body();
        String record = embedded(pdf, "record.json");
        assertTrue(record.contains("\"issuedBy\":{"), record);
        assertTrue(record.contains("\"name\":\"" + CLERK + "\""), record);
        assertTrue(record.contains("\"approvedBy\":{\"account\":"), record);
        assertTrue(record.contains("\"name\":\"" + HEAD + "\""), record);
        assertTrue(embedded(pdf, "values.json").contains("申请民政部门临时救助"));
        assertEquals(
                List.of("APPROVE", "SUBMIT", "SEND_BACK", "SUBMIT"),
                acts(id(draft)).stream().filter(act -> !act.equals("PREVIEW")).toList());
    }

    @Test
    void aProgramsOrderIsHandedInOnceUnderItsKey() {
        String key = UUID.randomUUID().toString();
        Client.Answer first = clerk.post("/api/instruments", order("申请助学金"), "Idempotency-Key", key)
                .expect(202);
        String draft = first.response().headers().firstValue("Location").orElseThrow();
        draft = draft.substring(draft.indexOf("/api/"));
        assertEquals("/api/drafts/" + first.json().get("id"), draft);
        assertEquals("SUBMITTED", first.json().get("state").asText());
        assertEquals(
                first.json(),
                clerk.post("/api/instruments", order("申请助学金"), "Idempotency-Key", key)
                        .expect(202)
                        .json());
        clerk.post("/api/instruments", order("别的用途"), "Idempotency-Key", key).expect(409);
        clerk.post("/api/instruments", Orders.notice(aStudent()), "Idempotency-Key", key)
                .expect(409);
        long issued = approve(draft, first.json().get("digest").asText())
                .expect(201)
                .json()
                .get("id")
                .asLong();
        assertEquals(
                issued,
                clerk.post("/api/instruments", order("申请助学金"), "Idempotency-Key", key)
                        .expect(201)
                        .json()
                        .get("id")
                        .asLong());
        Map<String, Object> wrong = order("");
        clerk.post("/api/instruments", wrong).expect(422);
    }

    @Test
    void approvedTogetherTheyAreOneInstrumentEachAndSkipNoNumber() throws Exception {
        List<String> drafts = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            drafts.add(begin("第" + i + "份"));
            digests.add(clerk.post(drafts.get(i) + "/submit", "")
                    .expect(200)
                    .json()
                    .get("digest")
                    .asText());
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Client.Answer>> acts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int which = i % 2;
                acts.add(() -> approve(drafts.get(which), digests.get(which)));
            }
            Map<String, Long> serials = new LinkedHashMap<>();
            for (Future<Client.Answer> done : pool.invokeAll(acts)) {
                Client.Answer answer = done.get();
                assertTrue(
                        answer.status() == 201 || answer.status() == 202,
                        answer.json().toString());
                serials.put(
                        answer.json().get("serial").asText(),
                        answer.json().get("id").asLong());
            }
            assertEquals(2, serials.size(), serials.toString());
            List<Integer> numbers = serials.keySet().stream()
                    .map(serial -> Integer.parseInt(serial.replaceAll(".*〕(\\d+)号", "$1")))
                    .sorted()
                    .toList();
            assertEquals(numbers.get(0) + 1, numbers.get(1), "no number is skipped: " + numbers);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRecordThatChangedMeanwhileIsNotApproved() {
        long student = student(7);
        String draft = begin(student, values("转学"));
        String digest = clerk.post(draft + "/submit", "")
                .expect(200)
                .json()
                .get("digest")
                .asText();
        String name = clerk.get("/api/students/" + student)
                .expect(200)
                .json()
                .get("name")
                .asText();
        clerk.put("/api/students/" + student, Map.of("name", "改过名")).expect(200);
        Client.Answer refused = approve(draft, digest).expect(409);
        assertTrue(
                refused.json().get("detail").asText().contains("学生姓名"),
                refused.json().toString());
        clerk.put("/api/students/" + student, Map.of("name", name)).expect(200);
        approve(draft, digest).expect(201);
    }

    @Test
    void takenBackItIsOpenAgainAndWhoHoldsNoGrantDecidesNothing() {
        String draft = begin("办理入户");
        String digest = clerk.post(draft + "/submit", "")
                .expect(200)
                .json()
                .get("digest")
                .asText();
        clerk.post(draft + "/withdraw", "").expect(200);
        approve(draft, digest).expect(409);
        clerk.put(draft, Map.of("values", values("办理户口"))).expect(200);
        clerk.post(draft + "/withdraw", "").expect(409);

        String ofHead = begin(head, student(3), values("办理户口"));
        Client.Answer nobody = head.post(ofHead + "/submit", "").expect(409);
        assertTrue(
                nobody.json().get("detail").asText().contains("用印审批"),
                nobody.json().toString());
        clerk.get(ofHead).expect(404);
        assertEquals(
                0,
                new Client(at("/"), "inspector")
                        .get("/api/tasks")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt());
    }

    private Client.Answer approve(String draft, String digest) {
        return head.post(draft + "/approve", Map.of("digest", digest));
    }

    private String begin(String purpose) {
        return begin(aStudent(), values(purpose));
    }

    private String begin(long student, Map<String, Object> values) {
        return begin(clerk, student, values);
    }

    private static String begin(Client who, long student, Map<String, Object> values) {
        return "/api/drafts/"
                + who.post("/api/drafts", Map.of("form", FORM, "student", student, "values", values))
                        .expect(201)
                        .json()
                        .get("id");
    }

    private Map<String, Object> order(String purpose) {
        return Map.of("form", FORM, "student", aStudent(), "values", values(purpose));
    }

    private static Map<String, Object> values(String purpose) {
        return Map.of("purpose", purpose);
    }

    private long aStudent() {
        return student(0);
    }

    /** The n-th of the clerk's school that has an ID. */
    private long student(int nth) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode item : clerk.demoChildren()) {
            if (!item.get("maskedId").asText().equals("无")
                    && item.get("state").asText().equals("ENROLLED")) {
                ids.add(item.get("id").asLong());
            }
        }
        return ids.get(nth);
    }

    private static List<String> taskIds(Client who) {
        List<String> ids = new ArrayList<>();
        who.get("/api/tasks?size=200")
                .expect(200)
                .json()
                .get("items")
                .forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }

    private List<String> acts(long draft) {
        List<String> acts = new ArrayList<>();
        new Client(at("/"), "bureau")
                .get("/api/audit?kind=draft&id=" + draft)
                .expect(200)
                .json()
                .get("items")
                .forEach(event -> acts.add(event.get("act").asText()));
        return acts;
    }

    private static long id(String draft) {
        return Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
    }

    private static String embedded(byte[] pdf, String name) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFilesNameTreeNode files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles();
            return new String(files.getValue(name).getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }
}
