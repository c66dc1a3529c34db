package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.guixue.rendering.SheetCode;
import org.junit.jupiter.api.Test;

class VerifyPagesIT extends SystemIT {
    @Test
    void saysAuthenticAndNoLongerAfterOneByte() {
        JsonNode item = aNotice();
        byte[] pdf = pdf(item);
        String child = item.get("student").get("name").asText();
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.open("/verify");
            browser.picture("verify");
            assertEquals(List.of(), browser.accessibilityFaults());
            upload(page, pdf);
            browser.picture("verify-authentic");
            assertEquals("真实有效", page.textContent(".verdict h2"));
            assertTrue(page.innerText("main").contains(item.get("serial").asText()));
            assertFalse(page.content().contains(child));
            assertEquals(List.of(), browser.accessibilityFaults());

            pdf[pdf.length / 2] ^= 1;
            upload(page, pdf);
            browser.picture("verify-altered");
            assertEquals("不是原件", page.textContent(".verdict h2"));
            assertFalse(page.innerText("main").contains(item.get("serial").asText()));
            assertEquals(List.of(), browser.accessibilityFaults());

            upload(page, "%PDF-1.4 of somebody else".getBytes(StandardCharsets.US_ASCII));
            assertEquals("没有查到", page.textContent(".verdict h2"));
        }
    }

    @Test
    void asksForAFileWhereNoneCame() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.open("/verify");
            page.evaluate("document.getElementById('file').required = false");
            Response answer = page.waitForResponse("**/verify", () -> page.click("button.primary"));
            assertEquals(422, answer.status());
            assertEquals(1, page.locator("[role=alert]").count());
            assertEquals(0, page.locator(".verdict").count());
        }
    }

    @Test
    void tellsWhatACodeSays() {
        JsonNode item = aNotice();
        SheetCode code = SheetCode.parse(code(item)).orElseThrow();
        try (Browser browser = new Browser(at("/"))) {
            for (String path :
                    List.of("/V/" + new SheetCode(code.token(), 1, 2).capitals(), "/v/" + code.token() + "?p=1&c=2")) {
                Page page = browser.open(path);
                browser.picture("code");
                String text = page.innerText("main");
                assertEquals("有这份文书", page.textContent(".verdict h2"));
                assertTrue(text.contains("您扫的是第 1 页") && text.contains("第 2 联"), text);
                assertFalse(text.contains(item.get("student").get("name").asText()), text);
                assertTrue(text.contains(item.get("serial").asText()), text);
                assertEquals("/verify", page.getAttribute("main a.button", "href"));
                assertEquals(List.of(), browser.accessibilityFaults());
            }
        }
    }

    @Test
    void aCodeLeadsThereInCapitalsAndInAnyCase() {
        String code = code(aNotice());
        assertEquals(code.toUpperCase(Locale.ROOT), code);
        String path = URI.create(code).getPath();
        assertTrue(path.matches("/V/[A-Z2-7]{26}\\.1\\.[1-3]"), path);
        String alone = path.substring("/V/".length());
        for (String spelling : List.of(
                path,
                "/V/" + alone.toLowerCase(Locale.ROOT),
                "/v/" + alone.toLowerCase(Locale.ROOT),
                "/V/" + alone.substring(0, 26))) {
            HttpResponse<String> answer = send(request(spelling));
            assertEquals(200, answer.statusCode(), spelling);
            assertTrue(answer.body().contains("有这份文书"), spelling);
        }
    }

    @Test
    void tellsNothingOfACodeThatIsNotOurs() {
        try (Browser browser = new Browser(at("/"))) {
            for (String path : List.of(
                    "/v/" + "0".repeat(32), "/V/" + "A".repeat(26) + ".1.1", "/V/" + "A".repeat(25) + "B", "/V/1")) {
                Response answer = browser.page().navigate(at(path).toString());
                browser.picture("code-unknown");
                assertEquals(404, answer.status());
                assertEquals("没有查到", browser.page().textContent(".verdict h2"));
                assertEquals("/verify", browser.page().getAttribute("main a.button", "href"));
                assertEquals(0, browser.page().locator("dl, code").count(), "nothing but that there is none");
                assertEquals(List.of(), browser.accessibilityFaults());
            }
        }
    }

    private static void upload(Page page, byte[] file) {
        page.setInputFiles("#file", new FilePayload("文书.pdf", "application/pdf", file));
        Browser.click(page, "button.primary");
        page.waitForSelector(".verdict");
    }

    /** The address in the first code of the first page. */
    private String code(JsonNode item) {
        byte[] png = send(
                        requestAs("clerk", "/api/instruments/" + item.get("id").asLong() + "/page/1.png"),
                        BodyHandlers.ofByteArray())
                .body();
        try {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            return new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))[0].getText();
        } catch (IOException | NotFoundException e) {
            throw new AssertionError("no code on the first page", e);
        }
    }

    private JsonNode aNotice() {
        return Api.json(send(requestAs("clerk", "/api/search?kind=PERSUASION_NOTICE&state=ISSUED")))
                .get("items")
                .get(0);
    }

    private byte[] pdf(JsonNode item) {
        return send(
                        requestAs("clerk", "/api/instruments/" + item.get("id").asLong() + "/pdf"),
                        BodyHandlers.ofByteArray())
                .body();
    }
}
