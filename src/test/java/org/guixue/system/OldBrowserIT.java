package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages in a browser that lacks what came after Chromium 86 and iOS 15: gone before any script of a page runs. */
class OldBrowserIT extends SystemIT {
    private static final String OLD = """
            delete URLSearchParams.prototype.size;
            for (const owner of [Element, Document, DocumentFragment]) delete owner.prototype.replaceChildren;
            delete HTMLFormElement.prototype.requestSubmit;
            delete SubmitEvent.prototype.submitter;
            delete HTMLDialogElement.prototype.showModal;
            delete HTMLDialogElement.prototype.close;
            delete Element.prototype.checkVisibility;
            delete Object.hasOwn;
            delete Object.groupBy;
            delete Array.fromAsync;
            delete Promise.withResolvers;
            delete window.structuredClone;
            for (const owner of [Array, String, Int8Array.__proto__]) delete owner.prototype.at;
            for (const name of ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) {
              delete Array.prototype[name];
            }
            delete crypto.constructor.prototype.randomUUID;
            """;

    @Test
    void filtersAndExportsThoseThatWereAskedFor() {
        JsonNode child = new Client(at("/"), "clerk").enrolledDemoChild();
        String masked = child.get("maskedId").asText();
        String asked = masked.substring(masked.length() - 4);
        try (Browser browser = new Browser(at("/"))) {
            browser.page().addInitScript(OLD);
            browser.signIn("clerk");
            Page page = browser.open("/students");
            int all = page.locator("#found tbody tr").count();
            page.locator("#q").pressSequentially(asked);
            page.waitForFunction("all => document.querySelectorAll('#found tbody tr').length < all", all);
            assertTrue(page.textContent("#found").contains(child.get("name").asText()));
            assertTrue(page.url().contains("q=" + asked), page.url());
            assertTrue(page.getAttribute("#export", "href").contains("q=" + asked));
            page.locator("#found tbody input").first().check();
            assertEquals("已选 1 名", page.innerText("#chosen"));
            page.press("#q", "Enter");
            assertTrue(page.url().contains("q=" + asked), page.url());
        }
    }

    @Test
    void savesTheSheetAndSignsInOnTheSpot() {
        long draft = new Client(at("/"), "clerk").demoDraft();
        try (Browser browser = new Browser(at("/"))) {
            browser.page().addInitScript(OLD);
            browser.signIn("clerk");
            Page page = browser.open("/drafts/" + draft);
            page.fill(".sheets textarea.blank-input >> nth=0", "写一句");
            page.waitForFunction("() => document.getElementById('saved').textContent.startsWith('草稿已保存')");
            assertEquals(List.of(), page.locator("#saved.bad").all());
            page.context().clearCookies();
            page.fill(".sheets textarea.blank-input >> nth=0", "再写一句");
            page.waitForSelector("dialog.signin[open]");
            page.fill("#again-password", PASSWORD);
            Browser.click(page, "dialog.signin button[type=submit]");
            page.waitForFunction("() => document.getElementById('saved').textContent.startsWith('草稿已保存')");
            Browser.submit(page, "save");
            assertEquals("再写一句", page.inputValue(".sheets textarea.blank-input >> nth=0"));
        }
    }
}
