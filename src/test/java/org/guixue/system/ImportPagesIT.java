package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;
import org.guixue.workbook.HostileWorkbooks;
import org.guixue.workbook.Limits;
import org.guixue.workbook.Workbook;
import org.junit.jupiter.api.Test;

/** A roster through the pages: upload, preview, confirmation, the workbook of reasons; and what is kept from the curious. */
class ImportPagesIT extends SystemIT {
    private static final int CHILDREN_A_DAY = 20;

    @Test
    void aClerkUploadsLooksConfirmsAndTakesTheReasonsHome() {
        String good = RosterSheet.id("20130411", 320);
        String roster = "东山镇中心小学2026年秋季花名册,,,,\n姓名,身份证号,年级,监护人,监护人电话\n甘小苗," + good + ",六年级,甘建平,13900000002\n错小号,"
                + good.substring(0, 17) + (good.endsWith("1") ? "2" : "1") + ",六年级,,\n填表人：李文静,,,,\n";
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            browser.open("/students/import");
            assertLooksWell(browser, "import-upload");
            page.setInputFiles(
                    "#file", new FilePayload("花名册.csv", "text/csv", roster.getBytes(StandardCharsets.UTF_8)));
            Browser.click(page, "form[enctype] button[type=submit]");
            page.waitForSelector("#confirm");
            assertEquals("花名册.csv", page.innerText("h1"));
            assertLooksWell(browser, "import-preview");
            Browser.click(page, ".tabs a:has-text('拒绝')");
            assertTrue(page.innerText("table.list").contains("错小号"), page.innerText("main"));
            assertLooksWell(browser, "import-refused");
            byte[] reasons = page.context()
                    .request()
                    .get(page.url().replaceFirst("\\?.*", "") + "/errors.xlsx")
                    .body();
            Entry refused = Workbook.open(reasons)
                    .table(Headings.of(
                            Heading.required("name", "姓名"),
                            Heading.required("id", "身份证号"),
                            Heading.required("why", "错误原因")))
                    .rows()
                    .next();
            assertEquals("错小号", refused.text("name"));
            assertTrue(refused.text("why").contains("身份证号"), refused.text("why"));
            page.check("[name=partial]");
            Browser.click(page, "button:has-text('确认导入')");
            page.waitForSelector(".verdict.good");
            assertLooksWell(browser, "import-done");
        }
        Client clerk = new Client(at("/"), "clerk");
        assertEquals(1, clerk.get("/api/students?q=" + good).json().get("total").asInt());
    }

    @Test
    void aNameIsPutRightOnlyWhereSomebodySaysSo() {
        String id = RosterSheet.id("20130412", 321);
        Client clerk = new Client(at("/"), "clerk");
        take(clerk, "姓名,身份证号\n", Stream.of("甘小苖," + id), "");
        byte[] roster = ("姓名,身份证号\n甘小苗," + id + "\n").getBytes(StandardCharsets.UTF_8);
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("clerk");
            browser.open("/students/import");
            page.setInputFiles("#file", new FilePayload("更名.csv", "text/csv", roster));
            Browser.click(page, "form[enctype] button[type=submit]");
            page.waitForSelector(".pair");
            assertLooksWell(browser, "import-renamed");
            assertEquals(0, page.locator("[value=ANOTHER_CHILD]").count());
            Browser.click(page, "label:has-text('是同一人，更正姓名')");
            Browser.click(page, "button:has-text('保存选择并重新核对')");
            page.waitForSelector("#confirm:has-text('可以导入')");
            Browser.click(page, "button:has-text('确认导入')");
            page.waitForSelector(".verdict.good");
        }
        JsonNode found = clerk.get("/api/students?q=" + id).json();
        assertEquals("甘小苗", found.at("/items/0/name").asText());
    }

    /** The same files as the unit test's, through the server. */
    @Test
    void refusesEveryHostileFileForItsReason() {
        Client clerk = new Client(at("/"), "clerk");
        Map<String, String> odd = new TreeMap<>();
        HostileWorkbooks.files().forEach((file, bytes) -> {
            String reason = file.split("\\|")[1].replace("缺少：身份证号", "缺少").replace("32 MB", "32MB");
            Client.Answer answer = clerk.upload("/api/students/import", file.split("\\|")[0], bytes.get());
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            boolean refused = answer.status() == 422 || answer.status() == 413;
            if (!refused || !said.contains(reason)) {
                odd.put(file, answer.status() + " " + said);
            }
        });
        assertEquals(Map.of(), odd);
    }

    /** Each is as large as may be; the server has not the memory for all of them at once. */
    @Test
    void takesManyLargeFilesOneAfterTheOther() {
        byte[] file = new byte[Limits.FILE_BYTES];
        Arrays.fill(file, (byte) '\n');
        Client clerk = new Client(at("/"), "clerk");
        List<Integer> answers = IntStream.range(0, 5)
                .parallel()
                .mapToObj(i -> clerk.upload("/api/students/import?dryRun=true", "空行.csv", file)
                        .status())
                .toList();
        assertEquals(Set.of(413), Set.copyOf(answers));
    }

    @Test
    void whoComesUponTooManyChildrenOfOthersLearnsNoMore() {
        List<String> ids = IntStream.rangeClosed(0, CHILDREN_A_DAY)
                .mapToObj(i -> RosterSheet.id("20131012", 330 + i))
                .toList();
        Client bureau = new Client(at("/"), "bureau");
        take(bureau, "姓名,身份证号,学校\n", ids.stream().map(id -> "他校生," + id + ",南溪镇中心小学"), "");
        Client head = new Client(at("/"), "head");
        JsonNode told =
                take(head, "姓名,身份证号\n", ids.stream().limit(CHILDREN_A_DAY).map(id -> "他校生," + id), "?dryRun=true");
        assertEquals(CHILDREN_A_DAY, told.get("rejected").size());
        String last = "姓名,身份证号\n他校生," + ids.get(CHILDREN_A_DAY) + "\n";
        head.upload("/api/students/import?dryRun=true", "a.csv", last.getBytes(StandardCharsets.UTF_8))
                .expect(429);
        Map<String, Object> child =
                Map.of("name", "他校生", "sex", "女", "bornOn", "2013-10-12", "nationalId", ids.get(CHILDREN_A_DAY));
        assertEquals(429, head.post("/api/students", withTownship(head, child)).status());
        try (Browser browser = new Browser(at("/"))) {
            Page page = browser.signIn("bureau");
            browser.open("/students/enquiries");
            assertTrue(page.innerText("main").contains("他校生"));
            assertLooksWell(browser, "enquiries");
        }
    }

    private static Map<String, Object> withTownship(Client who, Map<String, Object> child) {
        Map<String, Object> body = new TreeMap<>(child);
        long student = who.demoChildren().get(0).get("id").asLong();
        body.put(
                "township",
                who.get("/api/students/" + student).json().get("township").asLong());
        return body;
    }

    private static JsonNode take(Client who, String heading, Stream<String> rows, String query) {
        byte[] file = rows.collect(Collectors.joining("\n", heading, "\n")).getBytes(StandardCharsets.UTF_8);
        return who.upload("/api/students/import" + query, "a.csv", file)
                .expect(200)
                .json();
    }

    private static void assertLooksWell(Browser browser, String picture) {
        browser.picture(picture);
        assertEquals(List.of(), browser.accessibilityFaults(), picture);
        assertTrue(browser.fitsItsWidth(), picture);
    }
}
