package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.guixue.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Homes that an earlier version has left are taken over whole: what was begun goes on, what was sealed stays what it is. The
 * facts beside each home were written by that version; {@link OlderHomeMaker} made them.
 */
class OlderHomesIT {
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(90).toNanos();

    @TempDir
    Path folder;

    private ServerProcess server;
    private JsonNode facts;

    /** After a first try that was killed in the middle of its migrations. */
    @Test
    void takesOverAHomeOnDerby() throws Exception {
        OlderHome older = onDerby("v11-derby");
        KilledUpgrade.begin(older.home());
        takeOver(older, Map.of());
    }

    /** With what was new since: a batch, blank forms, a pile that came back, a ledger, a comparison. */
    @Test
    void takesOverAHomeOfLastMonth() throws Exception {
        takeOver(onDerby("v43-derby"), Map.of());
    }

    private OlderHome onDerby(String name) throws Exception {
        OlderHome older = OlderHome.unpack(name, folder);
        String database = "jdbc:derby:" + older.home().resolve("db");
        OlderHome.freshenImports(database);
        OlderHome.closeDerby(database);
        return older;
    }

    @Test
    void takesOverAHomeOnPostgreSql() throws Exception {
        OlderHome older = OlderHome.unpack("v11-postgresql", folder);
        try (PostgresCluster cluster = PostgresCluster.start()) {
            cluster.restore(older.dump());
            OlderHome.freshenImports(cluster.address());
            takeOver(older, cluster.environment());
        }
    }

    /** What the oldest kept as persuasions alone has become events; later ones kept events. */
    private void theCaseIsToldAsEvents() {
        JsonNode then = facts.at("/case/body");
        JsonNode now = as("clerk")
                .get("/api/students/" + facts.at("/case/student") + "/case")
                .expect(200)
                .json();
        for (String field : List.of("id", "openedOn", "reason")) {
            assertEquals(then.get(field), now.get(field), field);
        }
        if (then.has("events")) {
            assertEquals(then.get("events"), now.get("events"));
            return;
        }
        assertEquals(then.get("student"), now.at("/student/id"));
        assertEquals("OUT", now.get("state").asText());
        assertEquals("OPENED", now.at("/events/0/kind").asText());
        assertEquals("CONFIRMED", now.at("/events/1/kind").asText());
        for (int i = 0; i < then.get("persuasions").size(); i++) {
            JsonNode before = then.get("persuasions").get(i);
            JsonNode after = now.get("persuasions").get(i);
            for (String field : List.of("id", "on", "by", "place", "how", "result")) {
                assertEquals(before.get(field), after.get(field), field);
            }
            assertEquals("PERSUADED", now.get("events").get(i + 2).get("kind").asText());
        }
    }

    private void takeOver(OlderHome older, Map<String, String> database) throws Exception {
        facts = older.facts();
        try (ServerProcess started = new ServerProcess(older.home(), database)) {
            server = started.start();
            for (JsonNode paper : facts.get("papers")) {
                paperIsWhatItWas(paper);
            }
            theDraftOpensWithItsPhotoAndIsIssued();
            whatWasHandedInIsSentBackAndApproved();
            theStagedImportIsAppliedOrDroppedWithAMessage();
            theCaseIsToldAsEvents();
            childrenAreFound();
            if (facts.has("ledger")) {
                new MonthsWork(started.base()).isFoundAsIn(facts);
            }
            chainAndArchiveHold();
            started.stop();
        }
    }

    private Client as(String username) {
        return new Client(server.base(), username);
    }

    /** A paper that was reserved is sealed by now, with the record that was frozen then. */
    private void paperIsWhatItWas(JsonNode paper) throws Exception {
        boolean reserved = paper.get("state").asText().equals("RESERVED");
        String path = "/api/instruments/" + paper.get("id");
        JsonNode shown = until(() -> as("inspector").get(path).expect(200).json(), "state", "RESERVED");
        assertEquals(reserved ? "ISSUED" : paper.get("state").asText(), text(shown, "state"), shown::toString);
        assertEquals(text(paper, "serial"), text(shown, "serial"));
        assertEquals(text(paper, "archivalNumber"), text(shown, "archivalNumber"));
        byte[] pdf = as("inspector").get(path + "/pdf").expect(200).body();
        byte[] record = embedded(pdf, "record.json");
        assertEquals(text(paper, "recordSha256"), Sha256.of(record).hex());
        if (reserved) {
            assertEquals(text(paper, "record"), new String(record, StandardCharsets.UTF_8));
        } else {
            assertEquals(text(paper, "sha256"), Sha256.of(pdf).hex());
        }
        boolean isVoid = text(paper, "state").equals("VOID");
        JsonNode verdict = verified(pdf);
        assertEquals(isVoid ? "VOID" : "AUTHENTIC", text(verdict, "verdict"), verdict::toString);
        HttpResponse<String> sheet =
                new Asker(server.base(), "nobody").send("GET", "/v/" + text(paper, "token"), "", "");
        assertEquals(200, sheet.statusCode());
        assertTrue(sheet.body().contains(text(paper, "title")), sheet::body);
        assertEquals(!isVoid, sheet.body().contains("未作废"), sheet::body);
        JsonNode found = as("inspector")
                .get("/api/search?q=" + encode(text(paper, "serial")))
                .expect(200)
                .json();
        assertTrue(
                StreamSupport.stream(found.get("items").spliterator(), false)
                        .anyMatch(item -> item.get("id").equals(paper.get("id"))),
                () -> paper + " is not found: " + found);
    }

    private void theDraftOpensWithItsPhotoAndIsIssued() {
        JsonNode draft = facts.get("draft");
        String path = "/api/drafts/" + draft.get("id");
        assertEquals(
                draft.get("values"), as("clerk").get(path).expect(200).json().get("values"));
        byte[] photo = as("clerk")
                .get("/api/photos/" + text(draft.get("photo"), "id"))
                .expect(200)
                .body();
        assertEquals(text(draft.get("photo"), "sha256"), Sha256.of(photo).hex());
        HttpResponse<String> page = new Asker(server.base(), "clerk").send("GET", "/drafts/" + draft.get("id"), "", "");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(text(draft.get("photo"), "id")), "the sheet shows the photo");
        JsonNode issued = as("clerk").post(path + "/issue", "").expect(201).json();
        assertEquals("AUTHENTIC", text(verified(pdf(issued)), "verdict"));
    }

    /** Where its form has got another version since, what would look otherwise than what was handed in is handed in anew. */
    private void whatWasHandedInIsSentBackAndApproved() {
        JsonNode approval = facts.get("approval");
        JsonNode tasks =
                as("head").get("/api/tasks?size=200").expect(200).json().get("items");
        assertTrue(tasks.findValuesAsText("id").contains("approval-" + approval.get("draft")), tasks::toString);
        String draft = "/api/drafts/" + approval.get("draft");
        Client.Answer answer = as("head").post(draft + "/approve", Map.of("digest", text(approval, "digest")));
        if (answer.status() == 201) {
            assertEquals("AUTHENTIC", text(verified(pdf(answer.json())), "verdict"));
            return;
        }
        JsonNode refused = answer.expect(409).json();
        assertTrue(text(refused, "detail").contains("表样有变动"), refused::toString);
        as("head").post(draft + "/return", Map.of("reason", "表样已更新")).expect(200);
        JsonNode again = as("clerk").post(draft + "/submit", "").expect(200).json();
        JsonNode issued = as("head")
                .post(draft + "/approve", Map.of("digest", text(again, "digest")))
                .expect(201)
                .json();
        assertEquals("AUTHENTIC", text(verified(pdf(issued)), "verdict"));
    }

    private void theStagedImportIsAppliedOrDroppedWithAMessage() {
        String path = "/api/students/imports/" + facts.at("/import/id");
        JsonNode staged = as("clerk").get(path).expect(200).json();
        if (text(staged, "state").equals("READY")) {
            HttpResponse<String> confirmed = new Asker(server.base(), "clerk")
                    .send(
                            "POST",
                            "/students/import/" + facts.at("/import/id") + "/confirm",
                            "application/x-www-form-urlencoded",
                            "");
            assertEquals(303, confirmed.statusCode(), confirmed::body);
            until(() -> as("clerk").get(path).expect(200).json(), "running", "true");
            JsonNode done = as("clerk").get(path).expect(200).json();
            assertEquals("DONE", text(done, "state"), done::toString);
        } else {
            assertFalse(text(staged, "note").isBlank(), staged::toString);
        }
        int expected = text(staged, "state").equals("READY") ? 1 : 0;
        Supplier<JsonNode> search = () -> as("clerk")
                .get("/api/students?q=" + text(facts.get("import"), "nationalId"))
                .expect(200)
                .json();
        JsonNode found = expected == 1 ? until(search, "total", "0") : search.get();
        assertEquals(expected, found.get("total").asInt());
        assertEquals(
                facts.get("children").asInt() + expected,
                as("inspector")
                        .get("/api/students?size=1")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt());
    }

    private void childrenAreFound() {
        JsonNode child = facts.get("child");
        JsonNode found = as("clerk")
                .get("/api/students?q=" + encode(text(child, "name")))
                .expect(200)
                .json();
        JsonNode same = StreamSupport.stream(found.get("items").spliterator(), false)
                .filter(item -> item.get("id").equals(child.get("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(child + " is not found: " + found));
        for (String field : List.of("name", "sex", "maskedId", "school", "grade", "schoolClass", "state")) {
            assertEquals(text(child, field), text(same, field), field);
        }
    }

    private void chainAndArchiveHold() {
        JsonNode trail = as("bureau").get("/api/audit/check").expect(200).json();
        assertTrue(trail.get("holds").asBoolean(), trail::toString);
        JsonNode archive =
                as("bureau").post("/api/archive/check", "{}").expect(200).json();
        assertTrue(archive.get("intact").asBoolean(), archive::toString);
    }

    private byte[] pdf(JsonNode issued) {
        assertEquals("ISSUED", text(issued, "state"), issued::toString);
        return as("inspector")
                .get("/api/instruments/" + issued.get("id") + "/pdf")
                .expect(200)
                .body();
    }

    private JsonNode verified(byte[] pdf) {
        return Client.stranger(server.base())
                .upload("/api/verify", "paper.pdf", pdf)
                .expect(200)
                .json();
    }

    /** Asks until that field says something else. */
    private static JsonNode until(Supplier<JsonNode> asked, String field, String passing) {
        long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
        JsonNode answer = asked.get();
        while (answer.get(field).asText().equals(passing) && System.nanoTime() < deadline) {
            answer = asked.get();
        }
        return answer;
    }

    private static String text(JsonNode from, String field) {
        return from.required(field).asText();
    }

    private static byte[] embedded(byte[] pdf, String name) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getValue(name)
                    .getEmbeddedFile()
                    .toByteArray();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
