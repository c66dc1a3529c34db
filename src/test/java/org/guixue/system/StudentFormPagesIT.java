package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guixue.identity.NationalId;
import org.junit.jupiter.api.Test;

/** Entering and correcting a child, its case, persuasions and movements, as forms in a browser. */
class StudentFormPagesIT extends SystemIT {
    @Test
    void keepsWhatWasTypedWhenAChildIsRefusedThenEntersIt() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students/new");
            assertEquals(List.of(), browser.accessibilityFaults());
            page.fill("#name", "欧阳试·一");
            page.fill("#nationalId", "360702201503150011");
            page.fill("#grade", "五年级");
            page.fill("[id='guardians[0].phone']", "13900000001");
            Browser.click(page, "main button.primary");
            browser.picture("student-refused");
            assertTrue(page.textContent(".violations").contains("请填写性别"));
            assertTrue(page.textContent(".violations").contains("监护人"));
            assertEquals("欧阳试·一", page.inputValue("#name"));
            assertEquals("五年级", page.inputValue("#grade"));
            assertEquals("13900000001", page.inputValue("[id='guardians[0].phone']"));
            assertEquals(List.of(), browser.accessibilityFaults());
            page.fill("#nationalId", "");
            page.check("#sex");
            page.fill("#bornOn", "2015-03-15");
            page.fill("[id='guardians[0].name']", "欧阳建国");
            page.selectOption("[id='categories[0].name']", "留守儿童");
            page.fill("[id='categories[0].from']", "2025-09-01");
            Browser.click(page, "main button.primary");
            page.waitForURL(url -> url.matches(".*/students/\\d+"));
            String text = page.innerText("main");
            assertTrue(text.contains("欧阳试·一") && text.contains("欧阳建国") && text.contains("留守儿童"), text);

            Browser.click(page, "text=更正信息");
            browser.picture("student-edit");
            assertEquals("2025-09-01", page.inputValue("[id='categories[0].from']"));
            assertEquals("示范县", page.inputValue("[id='residence.county']"));
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            page.fill("#schoolClass", "3班");
            Browser.click(page, "main button.primary");
            page.waitForURL(url -> url.matches(".*/students/\\d+"));
            assertTrue(page.innerText("main").contains("五年级 3班"));

            opensACaseAndRecordsAPersuasion(browser, page);
        }
    }

    private static void opensACaseAndRecordsAPersuasion(Browser browser, Page page) {
        Browser.click(page, "main a:has-text('建立个案')");
        Browser.click(page, "main button.primary");
        assertTrue(page.textContent(".violations").contains("请填写辍学原因"));
        browser.picture("case-refused");
        assertEquals(List.of(), browser.accessibilityFaults());
        page.fill("#reason", "随父母外出务工");
        Browser.click(page, "main button.primary");
        page.waitForURL(url -> url.matches(".*/students/\\d+"));
        assertTrue(page.innerText("h1").contains("疑似辍学"));
        Browser.click(page, "main a:has-text('核实后确认辍学')");
        Browser.click(page, "main button.primary");
        page.waitForURL(url -> url.matches(".*/students/\\d+#case"));
        browser.picture("case-confirmed");
        assertTrue(page.innerText("#case").contains("辍学，劝返中"));

        Browser.click(page, "main a:has-text('记录第1次劝返')");
        assertTrue(page.inputValue("#by").matches(".+（(学校|乡镇|教育)）"), "who writes was usually there");
        assertFalse(page.inputValue("#place").isEmpty(), "the residence is known");
        page.fill("#by", "");
        page.fill("#how", "上门走访");
        page.fill("#on", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString());
        Browser.click(page, "main button.primary");
        browser.picture("persuasion-refused");
        assertTrue(page.textContent(".violations").contains("至少一人"));
        assertTrue(page.textContent(".violations").contains("不能晚于今天"));
        assertEquals("上门走访", page.inputValue("#how"));
        assertEquals(List.of(), browser.accessibilityFaults());
        page.fill("#on", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        page.fill("#by", "林晓芳，村干部吴建新");
        page.fill("#place", "竹园村");
        page.fill("#result", "约定下周一返校");
        Browser.click(page, "main button.primary");
        page.waitForURL(url -> url.matches(".*/students/\\d+"));
        String text = page.innerText("main");
        assertTrue(text.contains("林晓芳、村干部吴建新") && text.contains("约定下周一返校"), text);
    }

    @Test
    void tellsWhoSavesTooLateWhatHasChanged() {
        long id = new Client(at("/"), "township").enrolledDemoChild().get("id").asLong();
        try (Browser first = new Browser(at("/"));
                Browser second = new Browser(at("/"))) {
            first.signIn("township");
            second.signIn("township");
            Page late = first.open("/students/" + id + "/edit");
            Page early = second.open("/students/" + id + "/edit");
            early.fill("#headTeacher", "何老师");
            early.click("main button.primary");
            early.waitForURL(url -> url.matches(".*/students/\\d+"));
            late.fill("#headTeacher", "罗老师");
            late.click("main button.primary");
            first.picture("student-stale");
            String said = late.innerText(".stale");
            assertTrue(said.contains("班主任") && said.contains("何老师") && said.contains("罗老师"), said);
            assertEquals("罗老师", late.inputValue("#headTeacher"));
            assertEquals(List.of(), first.accessibilityFaults());
            late.click("main button.primary");
            late.waitForURL(url -> url.matches(".*/students/\\d+"));
            assertTrue(late.innerText("main").contains("罗老师"));
        }
    }

    @Test
    void fillsBirthAndSexFromTheIdAndAddsRowsWithoutScript() {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk");
            Page page = browser.open("/students/new");
            String id = withCheckCharacter("99072120150315001");
            page.fill("#nationalId", id);
            assertEquals("2015-03-15", page.inputValue("#bornOn"));
            assertTrue(page.isChecked("#sex"));
        }
        try (Browser browser = new Browser(at("/"), 1366, 768, false)) {
            browser.signIn("clerk");
            Page page = browser.open("/students/new");
            page.fill("#name", "无脚本");
            page.selectOption("[id='categories[0].name']", "留守儿童");
            Browser.click(page, "text=再加一行");
            page.locator("[id='categories[1].name']").waitFor();
            assertEquals("无脚本", page.inputValue("#name"));
            assertEquals(2, page.locator("[id^='categories'][id$='.name']").count());
        }
    }

    @Test
    void registersAMovementByKeyboardAndShowsIt() {
        long id = new Client(at("/"), "clerk2").enrolledDemoChild().get("id").asLong();
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("clerk2");
            Page page = browser.open("/students/" + id);
            Browser.click(page, "text=登记异动");
            browser.picture("movement-kinds");
            assertEquals(List.of(), browser.accessibilityFaults());
            page.locator(".ways a:has-text('休学')").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**kind=SUSPENSION");
            page.fill("#on", "2036-01-01");
            Browser.click(page, "main button.primary");
            browser.picture("movement-refused");
            assertTrue(page.textContent(".violations").contains("不能晚于今天"));
            assertTrue(page.textContent(".violations").contains("依据"));
            assertEquals(List.of(), browser.accessibilityFaults());
            page.fill("#on", "2026-11-02");
            page.fill("#evidence", "县人民医院诊断证明");
            Browser.click(page, "main button.primary");
            page.waitForURL(url -> url.matches(".*/students/\\d+"));
            assertTrue(page.innerText(".childhead").contains("休学"), page.innerText(".childhead"));
            assertTrue(page.innerText(".childhead").contains("2026年11月2日起"));
            assertTrue(page.innerText(".timeline").contains("在校 → 休学"));
            assertTrue(page.innerText("#case").contains("休学"), "the case of its application");
            Browser.click(page, "text=登记异动");
            Browser.click(page, ".ways a:has-text('复学')");
            page.waitForURL("**kind=RESUMPTION");
            page.fill("#evidence", "康复证明");
            Browser.click(page, "main button.primary");
            page.waitForURL(url -> url.matches(".*/students/\\d+"));
            assertTrue(page.innerText(".timeline").contains("休学 → 在校"));
        }
    }

    private static String withCheckCharacter(String first17) {
        return first17 + NationalId.checkCharacter(first17);
    }
}
