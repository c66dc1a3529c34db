package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 打印 of an instrument: the browser's own PDF viewer gets the file in a frame, within the pages' policy, and prints it. */
class PrintIT extends SystemIT {
    private static final String TELLS = "window.print = () => console.log('prints ' + location.pathname)";

    @Test
    void printsTheFileItselfFromAFrameOfThePage() {
        try (Browser browser = Browser.withViewer(at("/"))) {
            browser.page().addInitScript(TELLS);
            Page page = browser.signIn("clerk");
            String path = anInstrument();
            browser.open(path);
            ConsoleMessage said = page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().startsWith("prints")),
                    () -> page.click("#print"));
            assertEquals("prints " + path + "/pdf", said.text());
            List<String> frames = page.frames().stream().map(Frame::url).toList();
            assertTrue(frames.contains(at(path + "/pdf").toString()), frames::toString);
            assertEquals(
                    "application/pdf",
                    page.evaluate("document.querySelector('iframe').contentDocument.contentType"),
                    "the viewer shows it; the policy did not block it");
            assertEquals(1, page.context().pages().size(), "no other window");
        }
    }

    @Test
    void opensTheFileInAWindowOfItsOwnWhereTheBrowserHasNoViewer() {
        try (Browser browser = Browser.withViewer(at("/"))) {
            browser.page()
                    .addInitScript(
                            "Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', {get: () => false})");
            Page page = browser.signIn("clerk");
            String path = anInstrument();
            browser.open(path);
            Page window = page.context().waitForPage(() -> page.click("#print"));
            window.waitForURL("**" + path + "/pdf");
            assertEquals("application/pdf", window.evaluate("document.contentType"));
            assertEquals(0, page.locator("iframe").count());
        }
    }

    private String anInstrument() {
        return "/instruments/"
                + new Client(at("/"), "clerk")
                        .get("/api/search?kind=PERSUASION_NOTICE")
                        .expect(200)
                        .json()
                        .at("/items/0/id");
    }
}
