package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.SheetWriter;
import org.guixue.workbook.WorkbookWriter;
import org.junit.jupiter.api.Test;

/** Offices from a workbook: seen first, then all or nothing; twice the same changes nothing. */
class OfficeImportIT extends SystemIT {
    private static final List<SheetColumn> COLUMNS =
            List.of("单位名称", "单位类型", "上级单位", "行政区划代码", "发文机关代字", "联系电话").stream()
                    .map(title -> SheetColumn.text(title, 20))
                    .toList();
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Test
    void takesChildrenBeforeTheirParentsAndNothingTwice() throws IOException {
        Visitor bureau = visitor();
        byte[] file = file(
                List.of("高坪乡中心小学", "小学", "高坪乡人民政府", "990721203001", "高小", "0799-5550141"),
                List.of("高坪乡人民政府", "乡镇", "", "990721203", "高政", ""),
                List.of("西河乡人民政府", "", "", "990721201", "", "0799-5550199"));
        HttpResponse<String> preview = preview(bureau, file);
        assertTrue(preview.body().contains("设在“高坪乡人民政府”下面"), preview.body());
        assertTrue(preview.body().contains("电话：0799-5550130 → 0799-5550199"), preview.body());
        assertFalse(tree().contains("990721203"), "a preview keeps nothing");
        assertEquals(
                409,
                bureau.post("/admin/offices/import/confirm", "seen", "0".repeat(64))
                        .statusCode());
        assertFalse(tree().contains("990721203"), "another plan than the one seen");
        HttpResponse<String> done = bureau.post("/admin/offices/import/confirm", "seen", seen(preview));
        assertEquals(200, done.statusCode(), done.body());
        assertTrue(done.body().contains("新增 2 个单位，更改 1 个"), done.body());
        assertTrue(tree().contains("990721203001"));
        assertTrue(bureau.get("/admin/offices?q=990721201").body().contains("吴建新"), "a blank cell erased");

        HttpResponse<String> again = preview(bureau, file);
        assertTrue(again.body().contains("不用导入"), again.body());
        HttpResponse<String> own =
                preview(bureau, bureau.download("/admin/offices/export.xlsx").body());
        assertTrue(own.body().contains("不用导入"), "our own export: " + own.body());
    }

    @Test
    void refusesTheWholeForOneRowAndSaysWhereAndWhy() throws IOException {
        Visitor bureau = visitor();
        HttpResponse<String> preview = preview(
                bureau,
                file(
                        List.of("石门乡人民政府", "乡镇", "", "990721204", "石政", ""),
                        List.of("石门乡中心小学", "学校", "石门乡人民政府", "990721204001", "东小", ""),
                        List.of("石门乡二小", "学校", "没有这个乡", "990721204002", "石二", ""),
                        List.of("石门乡三小", "学校", "石门乡人民政府", "990721204001", "石三", "电话")));
        assertTrue(preview.body().contains("代字“东小”已由“东山镇中心小学”使用"), preview.body());
        assertTrue(preview.body().contains("本县和本表都没有“没有这个乡”"), preview.body());
        assertTrue(preview.body().contains("与第4行的代码重复"), preview.body());
        assertFalse(preview.body().contains("确认导入（"), "may be confirmed");
        try (ReadableWorkbook errors = new ReadableWorkbook(new ByteArrayInputStream(
                bureau.download("/admin/offices/import/errors.xlsx").body()))) {
            String all = errors.getFirstSheet().read().toString();
            assertEquals(
                    3,
                    errors.getFirstSheet().read().stream()
                            .filter(row -> row.getCellText(0).startsWith("石门乡"))
                            .count(),
                    all);
        }
        bureau.post("/admin/offices/import/confirm", "seen", seen(preview));
        assertFalse(tree().contains("990721204"), "a part was kept");
    }

    @Test
    void isTheBureausAlone() throws IOException {
        Visitor clerk = new Visitor(at("/")).signIn("clerk", PASSWORD);
        assertEquals(403, clerk.get("/admin/offices/import").statusCode());
        assertEquals(
                403, clerk.upload("/admin/offices/import", "x.xlsx", file()).statusCode());
        Visitor bureau = visitor();
        HttpResponse<String> broken = bureau.upload(
                "/admin/offices/import", "x.xlsx", "PK\3\4".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertEquals(422, broken.statusCode());
        assertTrue(broken.body().contains("文件已损坏"), broken.body());
        assertEquals(200, bureau.download("/admin/offices/import/template.xlsx").statusCode());
    }

    @Test
    void looksWell() throws IOException {
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            for (String path :
                    List.of("/admin/offices/import", "/students/export", "/students/export?missing=reason")) {
                browser.open(path);
                assertEquals(List.of(), browser.accessibilityFaults(), path);
                assertTrue(browser.fitsItsWidth(), path);
            }
        }
    }

    private HttpResponse<String> preview(Visitor bureau, byte[] file) {
        bureau.get("/admin/offices/import");
        HttpResponse<String> sent = bureau.upload("/admin/offices/import", "单位.xlsx", file);
        assertEquals(303, sent.statusCode(), sent.body());
        HttpResponse<String> preview = bureau.get("/admin/offices/import/preview");
        assertEquals(200, preview.statusCode(), preview.body());
        return preview;
    }

    private static String seen(HttpResponse<String> preview) {
        Matcher found = SEEN.matcher(preview.body());
        assertTrue(found.find(), preview.body());
        return found.group(1);
    }

    private Visitor visitor() {
        return new Visitor(at("/")).signIn("bureau", PASSWORD);
    }

    private String tree() {
        return new Client(at("/"), "bureau")
                .get("/api/offices")
                .expect(200)
                .json()
                .toString();
    }

    @SafeVarargs
    private static byte[] file(List<String>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            SheetWriter sheet = workbook.sheet(new SheetLayout("单位", "全县单位一览", "", COLUMNS));
            for (List<String> row : rows) {
                sheet.row(row);
            }
            sheet.note("注：以上由教育局核对。");
        }
        return out.toByteArray();
    }
}
