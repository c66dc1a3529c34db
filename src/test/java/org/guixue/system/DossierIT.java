package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guixue.rendering.ConformityCheck;
import org.junit.jupiter.api.Test;

/** A township officer takes a child's dossier from the running server. */
class DossierIT extends SystemIT {
    @Test
    void townshipTakesTheVolume() throws IOException {
        HttpResponse<byte[]> answer = take("township", "/api/students/" + child() + "/dossier.pdf");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/pdf", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        ConformityCheck.assertConforms(answer.body());
        try (PDDocument volume = Loader.loadPDF(answer.body())) {
            String text = new PDFTextStripper().getText(volume);
            assertTrue(text.contains("卷内目录"), text);
            assertEquals(volume.getNumberOfPages(), text.split("卷宗第\\d+页", -1).length - 1);
        }
    }

    /** Also the one that another test has voided. */
    @Test
    void everyPaperInThePackageIsAsItWasSealed() throws IOException {
        HttpResponse<byte[]> answer = take("township", "/api/students/" + child() + "/dossier.zip");
        assertEquals(200, answer.statusCode());
        Map<String, byte[]> files = unpacked(answer.body());
        Map<String, byte[]> papers = new LinkedHashMap<>(files);
        papers.keySet().removeIf(name -> !name.matches("dossier-\\d+-\\d{8}/data/[^/]+号\\.pdf"));
        Set<String> verdicts = new TreeSet<>();
        for (byte[] paper : papers.values()) {
            verdicts.add(Client.stranger(at("/"))
                    .upload("/api/verify", "paper.pdf", paper)
                    .expect(200)
                    .json()
                    .path("verdict")
                    .asText());
        }
        assertTrue(papers.size() >= 2, files.keySet().toString());
        assertTrue(verdicts.remove("AUTHENTIC"));
        verdicts.remove("VOID");
        assertEquals(Set.of(), verdicts);
    }

    @Test
    void theTrailSaysWhoTookWhatOfWhom() {
        long child = child();
        for (String format : new String[] {"pdf", "zip"}) {
            take("township", "/api/students/" + child + "/dossier." + format);
            JsonNode events = new Client(at("/"), "bureau")
                    .get("/api/audit?kind=student&size=200&id=" + child)
                    .expect(200)
                    .json()
                    .path("items");
            boolean told = false;
            for (JsonNode event : events) {
                told |= event.path("act").asText().equals("EXPORT")
                        && event.path("account").asText().equals("township")
                        && event.path("detail").asText().contains("dossier." + format);
            }
            assertTrue(told, events::toString);
        }
        take("clerk2", "/api/students/" + child + "/dossier.pdf");
        JsonNode ofOthers = new Client(at("/"), "bureau")
                .get("/api/audit?kind=student&size=200&id=" + child)
                .json()
                .path("items");
        for (JsonNode event : ofOthers) {
            assertFalse(event.path("account").asText().equals("clerk2"), event::toString);
        }
    }

    @Test
    void nobodyElsesChildHasADossier() {
        long child = child();
        assertEquals(
                404, take("clerk2", "/api/students/" + child + "/dossier.pdf").statusCode());
        assertEquals(
                404, take("clerk2", "/api/students/" + child + "/dossier.zip").statusCode());
        assertEquals(404, take("township", "/api/students/999999/dossier.pdf").statusCode());
        assertEquals(
                401, send(request("/api/students/" + child + "/dossier.pdf")).statusCode());
        assertEquals(302, send(request("/students/" + child + "/dossier.pdf")).statusCode());
    }

    @Test
    void pagesHandItOutToWhoHasASession() {
        long child = child();
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("township");
            for (String format : new String[] {"pdf", "zip"}) {
                APIResponse answer = page.context()
                        .request()
                        .get(at("/students/" + child + "/dossier." + format).toString());
                assertEquals(200, answer.status());
                assertEquals("application/" + format, answer.headers().get("content-type"));
                assertTrue(answer.body().length > 10_000);
            }
        }
    }

    /** The demo county's first child with a case, which has papers; other tests bring more children that are away. */
    private long child() {
        return new Client(at("/"), "township")
                .demoChildren().stream()
                        .filter(item -> item.path("state").asText().equals("DROPPED_OUT"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asLong();
    }

    private HttpResponse<byte[]> take(String username, String path) {
        return send(requestAs(username, path), BodyHandlers.ofByteArray());
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return files;
    }
}
