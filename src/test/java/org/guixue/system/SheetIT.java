package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The clerk fills the paper itself, in a browser. */
class SheetIT extends SystemIT {
    private static final String VISIT = "/forms/haikou/home-visit-record";
    private static final String NOTICE = "/forms/shangtianti/persuasion-notice";
    private static final String REGISTRATION = "/forms/jiangxi/dropout-registration";
    private static final String AGREEMENT = "/forms/national/duty-agreement";

    @Test
    void fillsAndIssuesTheHomeVisitRecordWithAPhotoByMouse() throws IOException {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            browser.open("/forms");
            browser.picture("forms");
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.click(page, "a[href='" + VISIT + "'].button");
            browser.picture("subject");
            assertEquals(List.of(), browser.accessibilityFaults());
            JsonNode child = new Client(at("/"), "clerk").enrolledDemoChild(3);
            browser.findSubject(child.get("name").asText());
            Browser.click(page, "table.list tbody tr:has(" + link(child) + ")");
            assertTrue(page.url().contains("/drafts/"), page.url());
            page.fill("[name=visitedOn]", "2026-03-15");
            page.fill("[name=conversation]", "家访时学生在家照看弟妹，家长同意劝其返校。");
            page.fill("[name=photosOn]", "2026-03-15");
            page.setInputFiles("[name='photos.upload']", Pictures.file(new Color(0x33, 0x66, 0x99)));
            page.waitForSelector(".photo img");
            browser.picture("sheet-home-visit");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());

            Browser.submit(page, "preview");
            page.waitForSelector(".pages img");
            assertEquals(3, page.locator(".pages img").count());
            browser.picture("preview");
            Browser.click(page, "text=去签发…");
            assertTrue(page.textContent(".aside").contains("访〔"), page.textContent(".aside"));
            browser.picture("issue");
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.click(page, "#issue");

            page.waitForSelector("text=已签发");
            browser.picture("instrument");
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            try (PDDocument paper = pdf(page)) {
                assertTrue(text(paper).contains("家访时学生在家照看弟妹"), text(paper));
                assertEquals(1, Pictures.on(paper.getPage(2)));
            }
        }
    }

    @Test
    void fillsAndIssuesTheNoticeByKeyboardAlone() throws IOException {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            openFor(browser, NOTICE, 5);
            page.focus("[name=guardian]");
            Browser.tabTo(page, "absentFrom");
            page.keyboard().type("2026");
            page.keyboard().press("ArrowRight");
            page.fill("[name=absentFrom]", "2026-03-02");
            Browser.tabTo(page, "efforts");
            page.keyboard().type("班主任电话联系三次，上门走访两次。");
            browser.picture("sheet-notice");
            Browser.tabTo(page, "issue");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/issue"));
            page.focus("#issue");
            page.keyboard().press("Enter");
            page.waitForSelector("text=已签发");
            try (PDDocument paper = pdf(page)) {
                assertTrue(text(paper).contains("班主任电话联系三次，上门走访两次。"));
            }
        }
    }

    @Test
    void fillsAndIssuesTheDropoutRegistrationWithItsRows() throws IOException {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            open(browser, REGISTRATION, "tr:nth-child(1) a");
            int rows = page.locator("[data-row-of=persuasions]").count();
            assertTrue(rows > 0);
            Browser.click(page, "button[name=addRow]");
            String row = "persuasions[" + rows + "].";
            page.fill("[name='" + row + "on']", "2026-04-01");
            page.fill("[name='" + row + "by']", "班主任林晓芳");
            page.fill("[name='" + row + "place']", "学生家中");
            page.fill("[name='" + row + "how']", "说明资助政策");
            page.fill("[name='" + row + "result']", "同意下周返校");
            browser.picture("sheet-registration");
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.submit(page, "issue");
            assertTrue(page.textContent("#faults").contains("劝返次数"), "the count must equal the rows");
            assertTrue(page.textContent("#violation-persuasionCount").contains("一致"));
            browser.picture("sheet-faults");
            assertEquals(List.of(), browser.accessibilityFaults());

            Browser.click(page, "#faults a");
            assertEquals("blank-persuasionCount", page.evaluate("document.activeElement.id"));
            page.fill("[name=persuasionCount]", Integer.toString(rows + 1));
            Browser.submit(page, "issue");
            Browser.click(page, "#issue");
            page.waitForSelector("text=已签发");
            try (PDDocument paper = pdf(page)) {
                assertTrue(text(paper).contains("同意下周返校"));
            }
        }
    }

    @Test
    void fillsAndIssuesTheDutyAgreementOfTheBureau() throws IOException {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("bureau");
            open(browser, AGREEMENT, "tr:nth-child(2) a");
            page.fill("[name=enrolment]", "100");
            page.fill("[name=retained]", "99.5");
            page.fill("[name=dropout]", "0");
            page.fill("[name=validFrom]", "2026-09-01");
            page.fill("[name=validUntil]", "2027-08-31");
            page.fill("[name=copyCount]", "2");
            page.fill("[name=eachHolds]", "1");
            browser.picture("sheet-agreement");
            assertEquals(List.of(), browser.accessibilityFaults());
            Browser.submit(page, "issue");
            Browser.click(page, "#issue");
            page.waitForSelector("text=已签发");
            try (PDDocument paper = pdf(page)) {
                assertTrue(text(paper).contains("99.5%"));
            }
        }
    }

    @Test
    void aDraftOutlivesAReloadAndAnotherTabsStaleSaveIsRefused() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            openFor(browser, VISIT, 7);
            Page other = page.context().newPage();
            other.navigate(page.url());

            page.fill("[name=parentOpinion]", "先写的一句。");
            page.waitForResponse(answer -> answer.url().contains("/api/drafts/") && answer.ok(), () -> {});
            page.reload();
            assertEquals("先写的一句。", page.inputValue("[name=parentOpinion]"));

            other.fill("[name=parentOpinion]", "后写的一句。");
            other.waitForSelector("#saved.bad");
            assertTrue(other.textContent("#saved").contains("没有保存"));
            assertEquals("后写的一句。", other.inputValue("[name=parentOpinion]"));
            page.reload();
            assertEquals("先写的一句。", page.inputValue("[name=parentOpinion]"));

            Browser.submit(other, "save");
            assertTrue(other.textContent("#notice").contains("另一个页面"));
            assertEquals("后写的一句。", other.inputValue("[name=parentOpinion]"));
            Browser.submit(other, "save");
            other.reload();
            assertEquals("后写的一句。", other.inputValue("[name=parentOpinion]"));
        }
    }

    @Test
    void whatIsEmptiedIsNotPrefilledAgain() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            long id =
                    new Client(at("/"), "clerk").enrolledDemoChild(9).get("id").asLong();
            browser.open("/instruments/new?form=haikou/home-visit-record&student=" + id);
            assertNotEquals("", page.inputValue("[name=headTeacher]"));
            page.fill("[name=headTeacher]", "");
            Browser.submit(page, "save");
            assertEquals("", page.inputValue("[name=headTeacher]"));
        }
    }

    @Test
    void issuesTheHomeVisitRecordWithoutScript() throws IOException {
        try (Browser browser = new Browser(at("/"), 1366, 768, false)) {
            Page page = browser.signIn("clerk2");
            browser.open(VISIT);
            JsonNode child = new Client(at("/"), "clerk2").enrolledDemoChild(2);
            browser.findSubject(child.get("name").asText());
            Browser.click(page, "table.list tbody " + link(child));
            page.fill("[name=visitedOn]", "2026-03-15");
            Browser.submit(page, "save");
            assertEquals("2026-03-15", page.inputValue("[name=visitedOn]"));
            Browser.submit(page, "issue");
            assertEquals("「家访交流内容」必须填写。", page.textContent("#violation-conversation"));
            assertTrue(page.url().contains("checked"), page.url());

            page.fill("[name=conversation]", "没有脚本也能填写。");
            page.setInputFiles("[name='photos.upload']", Pictures.none());
            Browser.click(page, "button[value=upload]");
            assertTrue(page.textContent("#violation-photos").contains("假照片.jpg"), page.textContent(".sheets"));
            assertEquals("没有脚本也能填写。", page.inputValue("[name=conversation]"));
            page.setInputFiles("[name='photos.upload']", Pictures.file(Color.RED));
            Browser.click(page, "button[value=upload]");
            assertEquals(1, page.locator(".photo img").count());
            Browser.click(page, "button[name=removePhoto]");
            assertEquals(0, page.locator(".photo img").count());

            Browser.submit(page, "issue");
            Browser.click(page, "#issue");
            assertTrue(page.textContent("h1").contains("已签发"), page.textContent("h1"));
            Download download = page.waitForDownload(() -> page.click("text=下载PDF"));
            String file = download.suggestedFilename();
            assertTrue(file.startsWith(child.get("name").asText() + "-") && file.endsWith("号.pdf"), file);
        }
    }

    @Test
    void takesAnInstrumentBackForAReasonAndThePassword() {
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            openFor(browser, VISIT, 11);
            page.fill("[name=visitedOn]", "2026-03-15");
            page.fill("[name=conversation]", "写错了对象。");
            Browser.submit(page, "issue");
            Browser.click(page, "#issue");
            page.waitForSelector("#void");
            Browser.click(page, "#void summary");
            page.fill("#void-reason", "写错了学生");
            page.fill("#void-password", "wrong-password");
            Browser.click(page, "#void button.danger");
            assertTrue(page.textContent("#void [role=alert]").contains("密码不对"));
            assertEquals("写错了学生", page.inputValue("#void-reason"));
            assertEquals("void-password", page.evaluate("document.activeElement.id"));
            page.fill("#void-password", PASSWORD);
            Browser.click(page, "#void button.danger");
            assertTrue(page.textContent("h1").contains("已作废"));
            assertTrue(page.textContent(".timeline").contains("写错了学生"));
            assertFalse(page.isVisible("#void"));
            assertTrue(page.isVisible(".picture.void"));
            assertEquals(0, page.locator("#print .primary").count());
            browser.picture("instrument-void");
        }
    }

    private void openFor(Browser browser, String form, int nth) {
        JsonNode child = new Client(at("/"), "clerk").enrolledDemoChild(nth);
        browser.open(form);
        browser.findSubject(child.get("name").asText());
        browser.page().click("table.list tbody " + link(child));
        browser.page().waitForSelector("#sheetform");
    }

    private static String link(JsonNode child) {
        return "a[href$='student=" + child.get("id").asLong() + "']";
    }

    private static void open(Browser browser, String form, String subject) {
        browser.open(form);
        browser.page().click("table.list tbody " + subject);
        browser.page().waitForSelector("#sheetform");
    }

    private static PDDocument pdf(Page page) throws IOException {
        return Loader.loadPDF(page.request().get(page.url() + "/pdf").body());
    }

    private static String text(PDDocument paper) throws IOException {
        return new PDFTextStripper().getText(paper).replaceAll("\\s", "");
    }
}
