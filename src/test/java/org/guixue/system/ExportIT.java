package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Every listing as a workbook: what stands in it, for whom, and what the trail says of it. */
class ExportIT extends SystemIT {
    private static final String FORMULA_CLASS = "=1+1班";

    @Test
    void handsOutTheRosterWithinScopeAndGrant() throws IOException {
        Client clerk = new Client(at("/"), "clerk");
        long total = clerk.get("/api/students?size=1").json().get("total").asLong();
        long child = clerk.get("/api/students?size=1").json().at("/items/0/id").asLong();
        clerk.put("/api/students/" + child, Map.of("schoolClass", FORMULA_CLASS))
                .expect(200);
        HttpResponse<byte[]> answer = visitor("clerk").download("/students/export.xlsx");
        assertEquals(200, answer.statusCode());
        String disposition = answer.headers().firstValue("Content-Disposition").orElseThrow();
        assertTrue(
                URLDecoder.decode(disposition, StandardCharsets.UTF_8)
                        .matches(".*UTF-8''学生名册-\\d{4}-\\d\\d-\\d\\d\\.xlsx"),
                disposition);
        List<Row> rows = rows(answer.body());
        assertEquals("学生名册", rows.get(0).getCellText(0));
        assertTrue(rows.get(1).getCellText(0).contains("东山镇中心小学"));
        assertEquals(total, rows.size() - 3 - notes(rows));
        String all = text(rows);
        assertTrue(all.contains(FORMULA_CLASS) && all.contains("共" + total + "条"), all);
        assertTrue(all.contains("**********"), "no masked ID");
        assertFalse(all.matches("(?s).*\\d{17}[\\dX].*"), "a whole ID");
        assertFalse(all.contains("南溪镇中心小学"), "another school");

        String others =
                text(rows(visitor("clerk2").download("/students/export.xlsx").body()));
        assertTrue(others.contains("南溪镇中心小学") && !others.contains("东山镇中心小学"));
        boolean granted = text(rows).contains("残疾类别");
        String ungranted = all(List.of("clerk", "clerk2", "township", "inspector", "bureau"), "没有");
        assertTrue(granted || ungranted.contains("没有"));
    }

    @Test
    void writesWholeIdsAsTextForAReasonAlone() throws IOException {
        Visitor clerk = visitor("clerk");
        HttpResponse<byte[]> without = clerk.postForFile("/students/export.xlsx", "reason", " ");
        assertEquals(303, without.statusCode());
        assertTrue(clerk.get("/students/export?missing=reason").body().contains("请写明需要完整证件号码的理由"));
        HttpResponse<byte[]> answer = clerk.postForFile("/students/export.xlsx", "reason", "报送送教上门名单ExportIT");
        List<Row> rows = rows(answer.body());
        int id = rows.get(2).stream()
                .map(c -> c == null ? "" : c.getText())
                .toList()
                .indexOf("身份证号");
        assertTrue(
                rows.stream()
                        .skip(3)
                        .anyMatch(row -> row.getCellCount() > id
                                && row.getCellAsString(id).orElse("").matches("\\d{17}[\\dX]")),
                text(rows));
        JsonNode events = new Client(at("/"), "bureau")
                .get("/api/audit?size=50")
                .expect(200)
                .json();
        String trail = events.toString();
        assertTrue(trail.contains("报送送教上门名单ExportIT") && trail.contains("UNMASK") && trail.contains("EXPORT"), trail);
    }

    @Test
    void narrowsToTheFiltersOfThePage() throws IOException {
        Client clerk = new Client(at("/"), "clerk");
        JsonNode first = clerk.get("/api/students?size=1").json().at("/items/0");
        String one = text(rows(visitor("clerk")
                .download("/students/export.xlsx?id=" + first.get("id").asLong() + "&id=999999999")
                .body()));
        assertTrue(one.contains("共1条") && one.contains(first.get("name").asText()), one);
        String none = text(rows(
                visitor("clerk").download("/students/export.xlsx?q=qqqqzzzz").body()));
        assertTrue(none.contains("共0条") && none.contains("查找“qqqqzzzz”"), none);
        String dropped = text(rows(visitor("bureau")
                .download("/students/export.xlsx?state=DROPPED_OUT&grade=%E4%B9%9D%E5%B9%B4%E7%BA%A7&sort=class")
                .body()));
        assertTrue(dropped.contains("年级“九年级”，状态“辍学”"), dropped);
        assertFalse(dropped.contains("在校"), dropped);
    }

    @Test
    void handsOutSearchTrailAccountsAndOffices() throws IOException {
        Visitor bureau = visitor("bureau");
        String papers =
                text(rows(bureau.download("/search/export.xlsx?sort=newest").body()));
        assertTrue(papers.contains("发文字号") && papers.contains("档号") && papers.contains("SF01"), papers);
        assertEquals(422, bureau.download("/search/export.xlsx?from=x").statusCode());
        String trail =
                text(rows(bureau.download("/admin/audit/export.xlsx?act=EXPORT").body()));
        assertTrue(trail.contains("操作“导出”") && trail.contains("文书目录"), trail);
        String accounts = text(
                rows(bureau.download("/admin/accounts/export.xlsx?role=CLERK").body()));
        assertTrue(accounts.contains("clerk2") && !accounts.contains("inspector"), accounts);
        String offices = text(rows(bureau.download("/admin/offices/export.xlsx").body()));
        assertTrue(offices.contains("990721101001") && offices.contains("正常"), offices);
        for (String path : List.of("audit", "accounts", "offices")) {
            assertEquals(
                    403,
                    visitor("clerk").download("/admin/" + path + "/export.xlsx").statusCode());
        }
    }

    /** Who holds the grant has the columns; who does not, has neither them nor what they would say. */
    private String all(List<String> usernames, String wanted) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String username : usernames) {
            String all = text(
                    rows(visitor(username).download("/students/export.xlsx").body()));
            boolean columns = all.contains("残疾证号");
            assertEquals(!columns, all.contains("健康和残疾信息另册保管"), username);
            assertTrue(columns || !all.contains("残疾儿童少年"), username);
            said.append(columns ? "有" : wanted);
        }
        return said.toString();
    }

    private Visitor visitor(String username) {
        return new Visitor(at("/")).signIn(username, PASSWORD);
    }

    private static List<Row> rows(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static long notes(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.getCellText(0).startsWith("注：")
                        || row.getCellText(0).startsWith("　　"))
                .count();
    }

    private static String text(List<Row> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null ? "" : cell.getText())
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
    }
}
