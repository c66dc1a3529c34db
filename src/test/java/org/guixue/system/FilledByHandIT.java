package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.guixue.scan.ScannedSheets;
import org.guixue.scan.reading.Pile;
import org.guixue.scan.reading.UnfitPage;
import org.guixue.scan.reading.UnfitPile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visit without a computer: blank forms are printed, filled by hand, scanned, typed and issued. */
class FilledByHandIT extends SystemIT {
    private static final String FORM = "haikou/home-visit-record";

    private Client clerk;

    @BeforeEach
    void signIn() {
        clerk = new Client(at("/"), "clerk2");
    }

    private byte[] blanks(List<Long> children) {
        return clerk.post("/api/blanks", Map.of("form", FORM, "students", children, "duplex", false))
                .expect(200)
                .body();
    }

    private List<JsonNode> children(int first, int count) {
        JsonNode items = clerk.get("/api/students?size=" + (first + count))
                .expect(200)
                .json()
                .get("items");
        return java.util.stream.IntStream.range(first, first + count)
                .mapToObj(items::get)
                .toList();
    }

    private static List<BufferedImage> printed(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new java.util.ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, 150));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(byte[] pdf) {
        try {
            Path file = Files.write(Files.createTempFile("blank", ".pdf"), pdf);
            try (Pile pile = Pile.open(file, "空白.pdf")) {
                return pile.page(1, 0).codes().get(0).text();
            } finally {
                Files.delete(file);
            }
        } catch (IOException | UnfitPile | UnfitPage e) {
            throw new AssertionError("no code on the sheet", e);
        }
    }

    @Test
    void strangersLearnOnlyThatItIsABlankForm() {
        JsonNode child = children(0, 1).get(0);
        byte[] pdf = blanks(List.of(child.get("id").asLong()));
        URI link = URI.create(code(pdf));
        assertTrue(link.getPath().startsWith("/V/"), link.toString());
        var page = send(request(link.getPath()), BodyHandlers.ofString());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("未签发的空白表"), page.body());
        assertFalse(page.body().contains(child.get("name").asText()), page.body());
        assertEquals(
                "UNKNOWN",
                clerk.upload("/api/verify", "空白.pdf", pdf)
                        .expect(200)
                        .json()
                        .get("verdict")
                        .asText());
    }

    @Test
    void whatCameBackIsTypedBesideItsPictureAndFiledOnceIssued() {
        List<JsonNode> children = children(1, 2);
        byte[] pdf =
                blanks(children.stream().map(child -> child.get("id").asLong()).toList());
        List<BufferedImage> sheets = printed(pdf);
        byte[] pile = ScannedSheets.pdf(
                sheets.stream().map(sheet -> ScannedSheets.turned(sheet, 2)).toArray(BufferedImage[]::new));
        JsonNode taken =
                clerk.upload("/api/scans", "下户手填.pdf", pile).expect(201).json();
        JsonNode shown =
                clerk.get("/api/scans/" + taken.get("id").asLong()).expect(200).json();
        assertEquals(sheets.size(), shown.get("atDraft").size(), shown.toString());
        long draft = shown.get("atDraft").get(0).get("draft").asLong();
        assertTrue(clerk.get("/api/tasks").expect(200).json().toString().contains("/drafts/" + draft));
        typedInTheBrowser(taken.get("id").asLong(), draft);
        JsonNode filed = filed(taken.get("id").asLong());
        long paper = filed.get("filed").get(0).get("instrument").asLong();
        JsonNode copies =
                clerk.get("/api/instruments/" + paper + "/scans").expect(200).json();
        assertEquals(1, copies.size());
        assertEquals("UNSEEN", copies.get(0).get("signatures").asText());
    }

    private void typedInTheBrowser(long pile, long draft) {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk2");
            Page page = browser.open("/scans/" + pile);
            assertTrue(page.textContent("#to-type").contains("对照录入"), page.textContent("main"));
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.picture("pile-to-type");
            browser.open("/drafts/" + draft);
            page.waitForSelector(
                    ".written img", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
            page.waitForFunction("() => document.querySelector('.written img').naturalWidth > 300");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("draft-beside-handwriting");
        }
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        clerk.put(
                        "/api/drafts/" + draft,
                        Map.of("values", Map.of("visitedOn", today.toString(), "conversation", "了解学生在家学习情况。")))
                .expect(200);
        clerk.post("/api/drafts/" + draft + "/issue", Map.of()).expect(201);
    }

    private JsonNode filed(long pile) {
        JsonNode now = clerk.get("/api/scans/" + pile).expect(200).json();
        for (int round = 0; round < 100 && now.get("filed").isEmpty(); round++) {
            pause();
            now = clerk.get("/api/scans/" + pile).expect(200).json();
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
