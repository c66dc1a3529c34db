package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 用印审批 in the browser: the clerk hands in, the head sends back, and approves what comes again. */
class ApprovalPagesIT extends SystemIT {
    @Test
    void clerkAndHeadDoItInTheBrowser() {
        try (Browser browser = new Browser(at("/"));
                Browser other = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            browser.open("/forms/" + ApprovalIT.FORM);
            JsonNode child = new Client(at("/"), "clerk").enrolledDemoChild(5);
            browser.findSubject(child.get("name").asText());
            Browser.click(
                    page, "table.list tbody a[href$='student=" + child.get("id").asLong() + "']");
            page.fill("[name=purpose]", "申请减免");
            page.fill("[name=contact]", "林晓芳");
            browser.picture("sheet-certificate");
            assertLooksWell(browser);
            Browser.submit(page, "issue");
            assertTrue(page.textContent(".aside").contains(ApprovalIT.HEAD), page.textContent(".aside"));
            browser.picture("submit-certificate");
            assertLooksWell(browser);
            Browser.click(page, "#issue");
            assertTrue(page.textContent("h1").contains("等待审批"), page.textContent("h1"));
            browser.picture("submitted-certificate");
            assertLooksWell(browser);
            String approval = page.url().replaceFirst(".*(?=/approvals/)", "");

            Page desk = other.signIn("head");
            assertTrue(desk.textContent(".top .due").contains("待办"));
            other.picture("desk-head");
            assertLooksWell(other);
            desk.click("#due a[href='" + approval + "']");
            other.picture("approval");
            assertLooksWell(other);
            desk.click("#return summary");
            desk.fill("#reason", "请写明减免什么费用");
            desk.click("#return button");
            assertEquals("工作台", desk.textContent("h1"));
            assertTrue(desk.textContent("[role=status]").contains("已退回给李文静"));
            assertTrue(desk.textContent(".account").contains("学校审批"));

            browser.open("/");
            browser.picture("desk-returned");
            assertLooksWell(browser);
            Browser.click(page, "#due tr:has-text('请写明减免什么费用') a:has-text('去改正')");
            assertTrue(page.textContent("#returned").contains("请写明减免什么费用"));
            browser.picture("sheet-returned");
            assertLooksWell(browser);
            page.fill("[name=purpose]", "申请减免校车费");
            Browser.submit(page, "issue");
            Browser.click(page, "#issue");

            other.open(approval);
            desk.click("#approve");
            desk.waitForSelector("text=已签发");
            String history = desk.textContent(".timeline");
            assertTrue(
                    history.contains(ApprovalIT.HEAD + "审批同意用印") && history.contains(ApprovalIT.CLERK + "提交审批"),
                    history);
            other.picture("instrument-approved");
            assertLooksWell(other);
        }
    }

    private static void assertLooksWell(Browser browser) {
        assertEquals(List.of(), browser.accessibilityFaults());
        assertTrue(browser.fitsItsWidth());
    }
}
