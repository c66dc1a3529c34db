package org.guixue.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** What we write is read by another reader and by ours, and stays what it was. */
class WorkbookWriterTest {
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("姓名", 12),
            SheetColumn.text("身份证号", 22),
            SheetColumn.date("出生日期"),
            SheetColumn.number("班级", 8));

    private static byte[] written(String name, Object born) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = new WorkbookWriter(out)) {
            SheetWriter sheet = writer.sheet(new SheetLayout("a/b:c", "光明小学在校生花名册", "填报单位（盖章）：光明小学", COLUMNS));
            sheet.row(List.of(name, "362101201203051234", born, 3));
            sheet.note("注：本表一式两份。");
        }
        return out.toByteArray();
    }

    @Test
    void writesIdsAsTextAndDatesAsDates() throws IOException {
        byte[] file = written("张三", LocalDate.of(2012, 3, 5));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var row = book.getFirstSheet().read().get(3);
            assertEquals(CellType.STRING, row.getCell(1).getType());
            assertEquals(
                    LocalDate.of(2012, 3, 5), row.getCellAsDate(2).orElseThrow().toLocalDate());
            assertEquals(CellType.NUMBER, row.getCell(3).getType());
        }
        Entry entry =
                WorkbookTest.all(Workbook.open(file).table(WorkbookTest.ROSTER)).get(0);
        assertEquals("362101201203051234", entry.text("id"));
        assertEquals("2012-03-05", entry.text("born"));
        assertEquals("3", entry.text("class"));
        assertEquals(4, entry.number());
    }

    @Test
    void neverWritesAFormulaAndKeepsWhatWasSeen() throws IOException {
        for (String name :
                List.of("=HYPERLINK(\"http://x\")", "+86", "-1", "@a", "<script>&\"", "'; DROP", "𠮷·阿", "a\u202eb")) {
            byte[] file = written(name, "");
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                assertEquals(
                        CellType.STRING,
                        book.getFirstSheet().read().get(3).getCell(0).getType());
            }
            Cell cell = WorkbookTest.all(Workbook.open(file).table(WorkbookTest.ROSTER))
                    .get(0)
                    .cell("name");
            assertEquals(name, cell.text());
            assertFalse(cell.formula());
            byte[] csv = ("姓名,身份证号\n\"" + SheetText.guarded(name).replace("\"", "\"\"") + "\",1\n")
                    .getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    name,
                    WorkbookTest.all(Workbook.open(csv).table(WorkbookTest.ROSTER))
                            .get(0)
                            .text("name"));
        }
        assertEquals("'=1", SheetText.guarded("=1"));
        assertEquals("a\ufffdb\ufffd", SheetText.storable("a\u0001b\ud800"));
    }

    @Test
    void handsBackTheRefusedRowsWithTheirReason() throws IOException {
        byte[] file = HandMade.xlsx(
                HandMade.row(1, "光明小学花名册")
                        + HandMade.row(2, "班级", "姓名", "身份证号", "监护人1", "")
                        + HandMade.row(3, "", "", "", "姓名", "电话")
                        + HandMade.row(4, "一班", "甲", "1")
                        + "<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>=乙</t></is></c><c r=\"C5\"><v>362101201203051234</v></c></row>",
                "<mergeCells><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"D2:E2\"/><mergeCell ref=\"B2:B3\"/></mergeCells>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Table table = Workbook.open(file).table(WorkbookTest.ROSTER);
        ErrorWorkbook.write(table, Map.of(5, "证件号丢失末位"), ErrorWorkbook.Which.REFUSED, out);
        Table again = Workbook.open(out.toByteArray()).table(WorkbookTest.ROSTER);
        List<Entry> entries = WorkbookTest.all(again);
        assertEquals(1, entries.size());
        assertEquals("一班", entries.get(0).text("class"));
        assertEquals("=乙", entries.get(0).text("name"));
        assertEquals("3.62101E+17", entries.get(0).text("id"));
        assertEquals("证件号丢失末位", entries.get(0).row().at(5).text());
        assertTrue(again.has("g1phone"));
        assertEquals(List.of(ErrorWorkbook.REASON), again.unknownHeadings());
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        ErrorWorkbook.write(again, Map.of(4, "另一原因"), ErrorWorkbook.Which.ALL, second);
        Table third = Workbook.open(second.toByteArray()).table(WorkbookTest.ROSTER);
        assertEquals(List.of(ErrorWorkbook.REASON), third.unknownHeadings());
        assertEquals("另一原因", WorkbookTest.all(third).get(0).row().at(5).text());
    }

    @Test
    void readsBackManyRows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = new WorkbookWriter(out)) {
            SheetWriter sheet = writer.sheet(new SheetLayout("名册", "", "", COLUMNS));
            for (int i = 0; i < 20_000; i++) {
                sheet.row(List.of("学生" + i, "3621012012030" + (10_000 + i), LocalDate.of(2012, 3, 5), i % 60));
            }
        }
        int[] count = {0};
        Workbook.open(out.toByteArray()).table(WorkbookTest.ROSTER).rows().forEachRemaining(entry -> {
            assertEquals("学生" + count[0], entry.text("name"));
            count[0]++;
        });
        assertEquals(20_000, count[0]);
    }
}
