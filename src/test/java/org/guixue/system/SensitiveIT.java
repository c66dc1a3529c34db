package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An account without the grant for health and disability ({@code clerk2}), within its scope, at every way to a child's
 * illness. The child was at the clerk's school, which holds the grant and issued a paper that names the illness, and has
 * moved to clerk2's.
 */
class SensitiveIT extends SystemIT {
    private static final String ILLNESS = "先天性喉喘鸣丁";
    private static final String GROUP = "残疾儿童少年";
    private static final String NAME = "尉迟无恙";
    private static final String FORM = "jiangxi/dropout-registration";

    private static long child;
    private static long paper;
    private static long caseId;

    private Client clerk;
    private Client clerk2;
    private Client bureau;

    @BeforeEach
    void settle() {
        clerk = new Client(at("/"), "clerk");
        clerk2 = new Client(at("/"), "clerk2");
        bureau = new Client(at("/"), "bureau");
        if (child == 0) {
            child = clerk.post("/api/students", body(office(clerk, "SCHOOL", 0), township(0)))
                    .expect(201)
                    .json()
                    .get("id")
                    .asLong();
            caseId = clerk.post("/api/students/" + child + "/case", Map.of("openedOn", "2026-10-01", "reason", "在家休养"))
                    .expect(201)
                    .json()
                    .get("id")
                    .asLong();
            paper = clerk.post("/api/instruments", Orders.registration(caseId))
                    .expect(201)
                    .json()
                    .get("id")
                    .asLong();
            bureau.put("/api/students/" + child, body(office(clerk2, "SCHOOL", 0), township(1)))
                    .expect(200);
        }
    }

    private static Map<String, Object> body(long school, long township) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", NAME);
        body.put("sex", "女");
        body.put("bornOn", "2015-03-15");
        body.put("school", school);
        body.put("township", township);
        body.put("grade", "五年级");
        body.put("schoolClass", "1班");
        body.put("headTeacher", "林晓芳");
        body.put("headTeacherPhone", "13900000002");
        body.put("guardians", List.of(Map.of("name", "尉迟安", "relation", "父亲", "phone", "13900000001")));
        body.put("residence", "示范省示范市示范县东山镇桥头村1号");
        body.put("household", "示范省示范市示范县东山镇桥头村1号");
        body.put("health", ILLNESS);
        body.put("disability", Map.of("kind", "言语", "grade", "三级"));
        body.put("categories", List.of("留守儿童", GROUP));
        return body;
    }

    private static long office(Client client, String kind, int n) {
        int seen = 0;
        for (JsonNode office : client.get("/api/offices").expect(200).json()) {
            if (office.get("kind").asText().equals(kind) && seen++ == n) {
                return office.get("id").asLong();
            }
        }
        throw new AssertionError("no such office: " + kind);
    }

    private long township(int n) {
        return office(bureau, "TOWNSHIP", n);
    }

    @Test
    void noAnswerOfTheApiNamesTheIllness() {
        clerk2.get("/api/students/" + child).expect(200);
        for (String path : List.of(
                "/api/students/" + child,
                "/api/students/" + child + "?reveal=" + encode("核对户口簿"),
                "/api/students?q=" + encode(NAME),
                "/api/students/" + child + "/case",
                "/api/instruments/" + paper,
                "/api/instruments/" + paper + "/values",
                "/api/instruments/" + paper + "/values?reveal=" + encode("核对户口簿"),
                "/api/search?q=" + encode(NAME))) {
            Client.Answer answer = clerk2.get(path).expect(200);
            String said = answer.json().toString();
            assertFalse(said.contains(ILLNESS.substring(0, 5)), path + said);
            assertFalse(said.contains(GROUP) || said.contains("言语"), path + said);
        }
        JsonNode moves =
                clerk2.get("/api/students/" + child + "/movements").expect(200).json();
        assertFalse(moves.toString().contains("残疾"), moves.toString());
        assertTrue(bureau.get("/api/students/" + child).json().toString().contains(GROUP));
        assertTrue(clerk.get("/api/instruments/" + paper + "/values")
                .expect(200)
                .json()
                .toString()
                .contains(ILLNESS));
    }

    @Test
    void neitherFileNorPictureLeaves() {
        clerk2.get("/api/instruments/" + paper + "/pdf").expect(403);
        clerk2.get("/api/instruments/" + paper + "/page/1.png").expect(403);
        clerk2.post("/api/instruments/" + paper + "/print", "{}").expect(403);
        clerk.get("/api/instruments/" + paper + "/pdf").expect(200);
    }

    @Test
    void aSearchForTheIllnessTellsNothingNotEvenByCount() {
        for (String q :
                List.of(ILLNESS, ILLNESS.substring(0, 2), "\"" + ILLNESS + "\"", NAME + " " + ILLNESS, "健康情况")) {
            JsonNode found =
                    clerk2.get("/api/search?q=" + encode(q)).expect(200).json();
            assertFalse(mentions(found), q + " " + found);
            if (!q.equals("健康情况")) {
                assertEquals(0, found.get("total").asInt(), q + " " + found);
                found.get("facets").forEach(facet -> assertEquals(0, facet.size(), q + " " + found));
            }
            assertEquals(
                    0,
                    clerk2.get("/api/students?q=" + encode(q))
                            .expect(200)
                            .json()
                            .get("total")
                            .asInt(),
                    q);
        }
        assertEquals(
                1,
                bureau.get("/api/search?q=" + encode(ILLNESS))
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt());
    }

    /** The label of the sensitive field stands on every sheet; what it finds may not be this paper's value. */
    private static boolean mentions(JsonNode found) {
        return found.toString().contains(ILLNESS.substring(0, 5));
    }

    @Test
    void theDossierKeepsThePaperApart() throws IOException {
        byte[] pdf = clerk2.get("/api/students/" + child + "/dossier.pdf")
                .expect(200)
                .body();
        String text = text(pdf);
        assertTrue(text.contains("另册保管"), text);
        assertFalse(text.contains(ILLNESS), text);
        byte[] zip = clerk2.get("/api/students/" + child + "/dossier.zip")
                .expect(200)
                .body();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                assertFalse(entry.getName().endsWith(".pdf"), entry.getName());
                String content = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(content.contains(ILLNESS), entry.getName());
            }
        }
    }

    @Test
    void previewAndDraftNeitherCopyItNorTakeIt() throws IOException {
        byte[] preview = clerk2.post(
                        "/api/forms/" + FORM + "/preview",
                        Map.of("case", caseId, "values", Map.of("health", "私自填写的病名")))
                .expect(200)
                .body();
        String text = text(preview);
        assertTrue(text.contains(NAME), text);
        assertFalse(text.contains(ILLNESS), text);
        assertFalse(text.contains("私自填写的病名"), "who holds no grant fills in none");
        JsonNode draft = clerk2.post(
                        "/api/drafts", Map.of("form", FORM, "case", caseId, "values", Map.of("health", "私自填写的病名")))
                .expect(201)
                .json();
        assertFalse(draft.get("values").has("health"), draft.toString());
        assertFalse(
                clerk2.get("/api/drafts/" + draft.get("id")).json().toString().contains("私自填写的病名"));
    }

    @Test
    void noPageNamesTheIllness() {
        Asker pages = new Asker(at("/"), "clerk2");
        for (String path : List.of(
                "/students/" + child,
                "/students/" + child + "/edit",
                "/students?q=" + encode(NAME),
                "/instruments/" + paper,
                "/search?q=" + encode(NAME),
                "/")) {
            var answer = pages.send("GET", path, "", "");
            assertEquals(200, answer.statusCode(), path);
            assertFalse(answer.body().contains(ILLNESS.substring(0, 5)), path);
        }
        assertEquals(
                403, pages.send("GET", "/instruments/" + paper + "/pdf", "", "").statusCode());
    }

    @Test
    void aCorrectionWithoutTheGrantLeavesTheIllnessAsItWas() {
        Map<String, Object> body = body(office(clerk2, "SCHOOL", 0), township(1));
        body.put("health", "改掉");
        clerk2.put("/api/students/" + child, body).expect(200);
        assertEquals(
                ILLNESS,
                bureau.get("/api/students/" + child).json().get("health").asText());
    }

    @Test
    void theIssuerKeepsItsPaperAndLosesTheChild() {
        clerk.get("/api/instruments/" + paper).expect(200);
        clerk.get("/api/students/" + child).expect(404);
        clerk.get("/api/students/" + child + "/case").expect(404);
        clerk.get("/api/students/" + child + "/dossier.pdf").expect(404);
        clerk.post("/api/instruments", Orders.notice(child)).expect(404);
        assertEquals(
                0,
                clerk.get("/api/students?q=" + encode(NAME)).json().get("total").asInt());
    }

    @Test
    void aDraftAboutAChildThatHasLeftStaysShut() {
        Map<String, Object> sibling = body(office(clerk, "SCHOOL", 0), township(0));
        sibling.put("name", "尉迟无病");
        sibling.put("bornOn", "2016-04-16");
        long other = clerk.post("/api/students", sibling)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        long draft = clerk.post("/api/drafts", Map.of("form", "shangtianti/persuasion-notice", "student", other))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        clerk.get("/api/drafts/" + draft).expect(200);
        sibling.put("school", office(clerk2, "SCHOOL", 0));
        sibling.put("township", township(1));
        bureau.put("/api/students/" + other, sibling).expect(200);
        clerk.get("/api/drafts/" + draft).expect(404);
        clerk.post("/api/drafts/" + draft + "/issue", "{}").expect(404);
        Asker pages = new Asker(at("/"), "clerk");
        assertEquals(404, pages.send("GET", "/drafts/" + draft, "", "").statusCode());
        assertEquals(
                404,
                pages.send("GET", "/drafts/" + draft + "/preview.pdf", "", "").statusCode());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
