package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.guixue.scan.ScannedSheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers that come back signed, over the API and in the browser. */
class ScanIT extends SystemIT {

    private Client clerk;

    @BeforeEach
    void signIn() {
        clerk = new Client(at("/"), "clerk3");
    }

    private BufferedImage sheet(JsonNode paper, int page) {
        try {
            return ImageIO.read(new ByteArrayInputStream(
                    send(requestAs("clerk3", path(paper) + "/page/" + page + ".png"), BodyHandlers.ofByteArray())
                            .body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String path(JsonNode paper) {
        return "/api/instruments/" + paper.get("id").asLong();
    }

    @Test
    void fortySheetsInAPileAllLieAtTheirPapers() {
        List<JsonNode> papers = Orders.homeVisits(clerk, 20);
        Map<Long, Integer> sent = new HashMap<>();
        List<BufferedImage> sheets = new ArrayList<>();
        Random random = new Random(20261130);
        for (JsonNode paper : papers) {
            int pages = clerk.get(path(paper)).expect(200).json().get("pages").asInt();
            for (int page = 1; page <= pages && sheets.size() < 40; page++) {
                sheets.add(ScannedSheets.turned(sheet(paper, page), random.nextInt(4)));
                sent.merge(paper.get("id").asLong(), 1, Integer::sum);
            }
        }
        Collections.shuffle(sheets, random);
        Client.Answer taken =
                clerk.upload("/api/scans", "一叠.pdf", ScannedSheets.pdf(sheets.toArray(BufferedImage[]::new)));
        assertTrue(taken.status() == 201 || taken.status() == 202, taken.status() + " " + taken.json());
        JsonNode pile = settled(taken.json().get("id").asLong());
        assertEquals(0, pile.get("unmatched").size(), pile.toString());
        assertEquals(sheets.size(), pile.get("filed").size());
        sent.forEach((paper, pages) -> {
            JsonNode copies = clerk.get("/api/instruments/" + paper + "/scans")
                    .expect(200)
                    .json();
            assertEquals(pages, copies.get(0).get("pages").asInt());
            assertEquals(
                    "RETURNED",
                    clerk.get("/api/instruments/" + paper)
                            .expect(200)
                            .json()
                            .get("state")
                            .asText());
        });
        Client.Answer again =
                clerk.upload("/api/scans", "又一次.pdf", ScannedSheets.pdf(sheets.toArray(BufferedImage[]::new)));
        assertFalse(again.status() >= 500, again.status() + "");
    }

    private JsonNode settled(long pile) {
        JsonNode now = clerk.get("/api/scans/" + pile).expect(200).json();
        for (int round = 0; round < 600 && now.get("state").asText().equals("READING"); round++) {
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

    @Test
    void aFileOfOnePaperComesBackByteForByte() {
        JsonNode paper = Orders.homeVisits(clerk, 1).get(0);
        byte[] file = ScannedSheets.pdf(sheet(paper, 1));
        clerk.upload(path(paper) + "/scans", "签字.pdf", file).expect(201);
        assertArrayEquals(file, clerk.get(path(paper) + "/scans/1").expect(200).body());
        assertEquals(
                404, new Client(at("/"), "clerk").get(path(paper) + "/scans/1").status());
        assertEquals(
                422,
                clerk.upload(
                                path(paper) + "/scans",
                                "坏.pdf",
                                "%PDF-1.7 坏".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void aPileIsUploadedAndItsTraySettledInTheBrowser() {
        List<JsonNode> papers = Orders.homeVisits(clerk, 2);
        byte[] pile = ScannedSheets.pdf(sheet(papers.get(0), 1), ScannedSheets.withoutCodes(sheet(papers.get(1), 1)));
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk3");
            Page page = browser.open("/scans");
            assertEquals(List.of(), browser.accessibilityFaults());
            page.setInputFiles("#files", new FilePayload("三年级回执.pdf", "application/pdf", pile));
            Browser.click(page, "form[enctype] button.primary");
            page.waitForSelector("#sheet-2");
            assertTrue(page.textContent("main").contains("1页待认"), page.textContent("main"));
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("pile");
            page.fill("#q-2", papers.get(1).get("serial").asText());
            Browser.click(page, "#sheet-2 .seek button");
            page.waitForURL("**q=**");
            Browser.click(page, "#sheet-2 .choices button");
            page.waitForSelector(".badge.done:has-text('已办完')");
            browser.picture("pile-settled");
            Browser.click(page, "button:has-text('其余都签字齐全')");
            page.waitForSelector("td .badge.done:has-text('签字齐全')");
            browser.open("/instruments/" + papers.get(1).get("id").asLong());
            assertTrue(page.textContent("#returned").contains("签字齐全"), page.textContent("#returned"));
            assertEquals(List.of(), browser.accessibilityFaults());
        }
        try (Browser telephone = new Browser(at("/"), 390, 844)) {
            telephone.signIn("clerk3");
            telephone.open("/scans");
            assertTrue(telephone.fitsItsWidth());
            telephone.picture("scans-390");
        }
    }
}
