package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.guixue.Sha256;
import org.guixue.scan.ScannedSheets;
import org.guixue.scan.reading.Pile;
import org.guixue.scan.reading.UnfitPage;
import org.guixue.scan.reading.UnfitPile;

/**
 * What a school does in a month beside single papers: a batch, blank forms that come back scanned, a ledger that is submitted, a
 * list that is compared. Done in a home by one version, and found in it by a later one.
 */
final class MonthsWork {
    private static final String FORM = "haikou/home-visit-record";
    private static final String LEDGER = "/api/ledgers/national/suspected-dropouts";
    private static final String LIST = "姓名,身份证件号,出生日期,年级,就读状态\n对小四,%s,2015.06.05,一年级,在读\n";

    private final URI base;
    private final Client clerk;

    MonthsWork(URI base) {
        this.base = base;
        this.clerk = new Client(base, "clerk2");
    }

    /** Writes what is known of it afterwards to the facts. */
    void doIn(ObjectNode facts) throws IOException {
        List<JsonNode> children = children();
        facts.set("batch", batch(children.get(0), children.get(1)));
        fillByHand(facts, List.of(id(children.get(2)), id(children.get(3))));
        submit(facts);
        compare(facts);
    }

    private List<JsonNode> children() {
        JsonNode items = clerk.get("/api/students?size=4").expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static long id(JsonNode from) {
        return from.get("id").asLong();
    }

    private JsonNode batch(JsonNode one, JsonNode other) {
        JsonNode begun = clerk.post(
                        "/api/batches",
                        Map.of(
                                "form", FORM,
                                "students", List.of(id(one), id(other)),
                                "values", Map.of("visitedOn", "2026-11-02", "conversation", "电话了解情况")))
                .expect(202)
                .json();
        String path = "/api/batches/" + id(begun);
        while (clerk.get(path).expect(200).json().get("state").asText().equals("RUNNING")) {
            clerk.get(path + "/events").expect(200);
        }
        return clerk.get(path).expect(200).json();
    }

    private void fillByHand(ObjectNode facts, List<Long> children) throws IOException {
        byte[] blanks = clerk.post("/api/blanks", Map.of("form", FORM, "students", children, "duplex", false))
                .expect(200)
                .body();
        facts.put("blank", code(blanks));
        JsonNode pile = clerk.upload("/api/scans", "下户手填.pdf", firstSheet(blanks))
                .expect(201)
                .json();
        facts.set("pile", clerk.get("/api/scans/" + id(pile)).expect(200).json());
        facts.put("pilePicture", picture(id(pile)));
    }

    private String picture(long pile) {
        return Sha256.of(clerk.get("/api/scans/" + pile + "/pages/1.jpg")
                        .expect(200)
                        .body())
                .hex();
    }

    private static byte[] firstSheet(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return ScannedSheets.pdf(new PDFRenderer(document).renderImageWithDPI(0, 120));
        }
    }

    private static String code(byte[] pdf) throws IOException {
        Path file = Files.write(Files.createTempFile("blank", ".pdf"), pdf);
        try (Pile pile = Pile.open(file, "空白.pdf")) {
            return URI.create(pile.page(1, 0).codes().get(0).text()).getPath();
        } catch (UnfitPile | UnfitPage e) {
            throw new AssertionError("no code on the sheet", e);
        } finally {
            Files.delete(file);
        }
    }

    private void submit(ObjectNode facts) {
        clerk.post(LEDGER + "/submit", Map.of()).expect(201);
        JsonNode ledger = clerk.get(LEDGER).expect(200).json();
        facts.set("ledger", ledger);
    }

    private void compare(ObjectNode facts) {
        byte[] list = LIST.formatted(RosterSheet.id("20150605", 403)).getBytes(StandardCharsets.UTF_8);
        JsonNode begun = clerk.upload("/api/reconciliations?register=ROLL", "学籍.csv", list)
                .expect(201)
                .json();
        facts.set("reconciliation", reconciliation(id(begun)));
    }

    private JsonNode reconciliation(long id) {
        return clerk.get("/api/reconciliations/" + id).expect(200).json();
    }

    /** All of it, and it can be gone on with. */
    void isFoundAsIn(JsonNode facts) throws IOException, InterruptedException {
        JsonNode batch = facts.get("batch");
        same(batch, clerk.get("/api/batches/" + id(batch)).expect(200).json(), "state", "done");
        assertTrue(shownToAnybody(facts.get("blank").asText()).contains("未签发的空白表"), "a blank form");
        JsonNode pile = facts.get("pile");
        JsonNode now = clerk.get("/api/scans/" + id(pile)).expect(200).json();
        same(pile, now, "state", "atDraft");
        assertEquals(facts.get("pilePicture").asText(), picture(id(pile)));
        JsonNode ledger = facts.get("ledger");
        String period = "?period=" + ledger.get("period").asText();
        JsonNode kept = clerk.get(LEDGER + period).expect(200).json();
        assertEquals(ledger.at("/submitted/serial"), kept.at("/submitted/serial"));
        assertEquals(ledger.at("/submitted/id"), kept.at("/submitted/id"));
        JsonNode reconciliation = facts.get("reconciliation");
        same(reconciliation, reconciliation(id(reconciliation)), "state", "onlyThere");
        clerk.post(
                        "/api/reconciliations/" + id(reconciliation) + "/settlements",
                        Map.of("kind", "onlyHere", "take", "HERE", "note", "都在校"))
                .expect(200);
    }

    private static void same(JsonNode then, JsonNode now, String... fields) {
        for (String field : fields) {
            assertEquals(then.required(field), now.required(field), field);
        }
    }

    private String shownToAnybody(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
