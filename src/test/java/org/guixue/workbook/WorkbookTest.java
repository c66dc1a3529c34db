package org.guixue.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.guixue.ValuesRefused;
import org.junit.jupiter.api.Test;

/** What is read out of sound workbooks of each kind. */
class WorkbookTest {
    static final Headings ROSTER = Headings.of(
            Heading.required("name", "姓名", "学生姓名"),
            Heading.required("id", "身份证号", "身份证件号", "居民身份证号码", "证件号码"),
            Heading.optional("born", "出生日期"),
            Heading.optional("class", "班级"),
            Heading.optional("code", "学校代码"),
            Heading.optional("g1name", "监护人1姓名"),
            Heading.optional("g1phone", "监护人1电话", "监护人1联系电话"));

    static List<Entry> all(Table table) {
        List<Entry> entries = new ArrayList<>();
        table.rows().forEachRemaining(entries::add);
        return entries;
    }

    private static List<Entry> all(byte[] file) {
        return all(Workbook.open(file).table(ROSTER));
    }

    @Test
    void readsCellsAsPeopleSeeThem() {
        byte[] file = HandMade.xlsx(HandMade.row(1, "姓名", "身份证号", "出生日期", "班级", "学校代码")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B1</f><v>张_x0033_</v></c><c r=\"B2\"><v>3.62101201203051E+17</v></c>"
                + "<c r=\"C2\" s=\"1\"><v>40973</v></c><c r=\"D2\"><v>3.0</v></c><c r=\"E2\" s=\"3\"><v>123</v></c></row>"
                + "<row><c t=\"inlineStr\"><is><r><t>李</t></r><rPh><t>li</t></rPh><r><t>四</t></r></is></c><c t=\"e\"><v>#N/A</v></c>"
                + "<c s=\"1\"><v>40973.5</v></c><c><f>1+1</f></c><c><v>1.1000000000000001</v></c></row>");
        List<Entry> entries = all(file);
        Entry first = entries.get(0);
        assertEquals(new Cell(Cell.Kind.TEXT, "张3", true, Cell.Origin.OWN), first.cell("name"));
        assertEquals(Cell.Kind.LOSSY, first.cell("id").kind());
        assertEquals("3.62101E+17", first.text("id"));
        assertTrue(first.cell("id").problem().orElseThrow().contains("15位"));
        assertEquals("2012-03-05", first.text("born"));
        assertEquals("3", first.text("class"));
        assertEquals("000123", first.text("code"));
        assertEquals("E2", first.place("code"));
        Entry second = entries.get(1);
        assertEquals(3, second.number());
        assertEquals("李四", second.text("name"));
        assertEquals(Cell.Kind.ERROR, second.cell("id").kind());
        assertEquals("2012-03-05 12:00", second.text("born"));
        assertEquals(Cell.Kind.UNCOMPUTED, second.cell("class").kind());
        assertEquals("1.1", second.text("code"));
    }

    @Test
    void readsAListOfNamesAlone() {
        byte[] file = HandMade.xlsx(HandMade.row(1, "姓名") + HandMade.row(2, "甲") + HandMade.row(3, "乙"));
        Headings names = Headings.of(Heading.required("name", "姓名"), Heading.optional("class", "班级"));
        assertEquals(
                List.of("甲", "乙"),
                all(Workbook.open(file).table(names)).stream()
                        .map(entry -> entry.text("name"))
                        .toList());
    }

    @Test
    void repeatsTheValueOfAMergedAreaDownwards() {
        byte[] file = HandMade.xlsx(
                HandMade.row(1, "光明小学花名册")
                        + HandMade.row(2, "班级", "姓名", "身份证号")
                        + HandMade.row(3, "一班", "甲", "1")
                        + HandMade.row(4, "", "乙", "2")
                        + HandMade.row(5, "", "丙", "3"),
                "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>");
        List<Entry> entries = all(file);
        assertEquals("一班", entries.get(1).text("class"));
        assertEquals(Cell.Origin.FROM_ABOVE, entries.get(1).cell("class").origin());
        assertEquals("", entries.get(2).text("class"));
    }

    @Test
    void understandsAHeadingInTwoRows() {
        String merged =
                "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:D2\"/></mergeCells>";
        String rows = HandMade.row(1, "花名册")
                + HandMade.row(2, "姓 名*", "身份证号\n（必填）", "监护人1", "")
                + HandMade.row(3, "", "", "姓名", "电话")
                + HandMade.row(4, "甲", "1", "乙", "13900000000");
        for (String after : List.of(merged, "")) {
            Table table = Workbook.open(HandMade.xlsx(rows, after)).table(ROSTER);
            assertEquals(3, table.headingRow());
            Entry entry = all(table).get(0);
            assertEquals("甲", entry.text("name"));
            assertEquals("乙", entry.text("g1name"));
            assertEquals("13900000000", entry.text("g1phone"));
            assertEquals("D", table.column("g1phone"));
        }
    }

    @Test
    void leavesOutWhatIsNoDataAndSaysSo() {
        Table table = Workbook.open(HandMade.xlsx(HandMade.row(1, "序号", "姓名", "身份证号")
                        + HandMade.row(2, "1", "合计", "362101")
                        + HandMade.row(3, "2", "只有姓名", "")
                        + HandMade.row(4, "序号", "姓名", "身份证号")
                        + HandMade.row(5, "3", "", "")
                        + HandMade.row(6, "合计", "2人", "")
                        + HandMade.row(7, "填表人：王五", "审核人：赵六", "")
                        + HandMade.row(8, "光明小学（盖章）", "", "")
                        + HandMade.row(9, "注：本表一式两份", "", "")))
                .table(ROSTER);
        Rows rows = table.rows();
        List<Integer> numbers = new ArrayList<>();
        rows.forEachRemaining(entry -> numbers.add(entry.number()));
        assertEquals(List.of(2, 3), numbers);
        assertEquals(
                List.of(4, 5, 6, 7, 8, 9),
                rows.skipped().stream().map(Rows.Skipped::number).toList());
        assertEquals("合计行", rows.skipped().get(2).reason());
        assertEquals(List.of("序号"), table.unknownHeadings());
    }

    /** A sheet for each class: to read one and say nothing of the other would lose children. */
    @Test
    void refusesSeveralSheetsWithRowsByName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(bytes)) {
            List<SheetColumn> columns = List.of(SheetColumn.text("姓名", 10), SheetColumn.text("身份证号", 20));
            workbook.sheet(new SheetLayout("三1班", "花名册", "", columns)).row(List.of("甲", "1"));
            workbook.sheet(new SheetLayout("空表", "花名册", "", columns));
            workbook.sheet(new SheetLayout("三2班", "花名册", "", columns)).row(List.of("乙", "2"));
        }
        Workbook workbook = Workbook.open(bytes.toByteArray());
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> workbook.table(ROSTER));
        String message = refused.violations().get(0).message();
        assertTrue(message.contains("“三1班”、“三2班”") && !message.contains("空表"), message);
    }

    @Test
    void takesTheFirstVisibleSheetWithTheHeading() {
        Map<String, String> parts = HandMade.parts("<sheet name=\"藏\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                + "<sheet name=\"明\" sheetId=\"2\" r:id=\"rId2\"/>");
        parts.put("xl/worksheets/sheet1.xml", HandMade.sheet(HandMade.row(1, "姓名", "身份证号"), ""));
        parts.put(
                "xl/worksheets/sheet2.xml",
                HandMade.sheet(HandMade.row(1, "姓名", "身份证号") + HandMade.row(2, "甲", "1"), ""));
        Workbook workbook = Workbook.open(HandMade.zip(parts));
        assertEquals(List.of("明"), workbook.sheetNames());
        assertEquals("明", workbook.table(ROSTER).sheetName());
    }

    @Test
    void readsXls() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet hidden = book.createSheet("藏");
            hidden.createRow(0).createCell(0).setCellValue("姓名");
            book.setSheetHidden(0, true);
            HSSFSheet sheet = book.createSheet("名册");
            book.setActiveSheet(1);
            List<String> titles = List.of("班级", "姓名", "身份证号", "出生日期");
            for (int i = 0; i < titles.size(); i++) {
                (i == 0 ? sheet.createRow(1) : sheet.getRow(1)).createCell(i).setCellValue(titles.get(i));
            }
            HSSFCellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            for (int i = 2; i < 40; i++) {
                sheet.createRow(i).createCell(1).setCellValue("学生" + "长".repeat(i == 9 ? 20_000 : 1) + i);
                sheet.getRow(i)
                        .createCell(2)
                        .setCellValue(i == 3 ? Double.parseDouble("362101201203051234") : 13_912_345_678.0);
                HSSFCell born = sheet.getRow(i).createCell(3);
                born.setCellValue(LocalDate.of(2012, 3, 5));
                born.setCellStyle(date);
            }
            sheet.getRow(2).createCell(0).setCellFormula("\"一\"&\"班\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.addMergedRegion(new CellRangeAddress(2, 39, 0, 0));
            book.write(bytes);
        }
        List<Entry> entries = all(bytes.toByteArray());
        assertEquals(38, entries.size());
        assertEquals("13912345678", entries.get(0).text("id"));
        assertEquals(3, entries.get(0).number());
        assertEquals("一班", entries.get(37).text("class"));
        assertTrue(entries.get(37).cell("class").formula());
        assertEquals(Cell.Kind.LOSSY, entries.get(1).cell("id").kind());
        assertEquals("2012-03-05", entries.get(20).text("born"));
        assertEquals(20_003, entries.get(7).text("name").length());
    }

    @Test
    void readsCsvInEveryUsualEncodingAndSeparator() {
        String text =
                "光明小学\r\n姓名,身份证号,班级\r\n\"张,三\n\",=\"362101201203051234\",\"一\"\"班\"\"\"\r\n李四㐂,\t1,\r\n王五,3.62E+17,";
        for (String charset : List.of("UTF-8", "GB18030")) {
            byte[] file = text.getBytes(Charset.forName(charset));
            List<Entry> entries = all(file);
            assertEquals("张,三", entries.get(0).text("name"));
            assertEquals("362101201203051234", entries.get(0).code("id"));
            assertEquals("一\"班\"", entries.get(0).text("class"));
            assertEquals("李四㐂", entries.get(1).text("name"));
            assertEquals("1", entries.get(1).text("id"));
            assertEquals(4, entries.get(1).number());
            assertEquals(Cell.Kind.LOSSY, entries.get(2).cell("id").kind());
        }
        String simple = "\ufeff姓名\t身份证号\n甲\t1\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals("1", all(simple.getBytes(charset)).get(0).text("id"));
            assertEquals(
                    "1", all(simple.replace('\t', ';').getBytes(charset)).get(0).text("id"));
        }
    }

    @Test
    void keepsNoRowThatIsBlank() {
        List<Entry> entries = all(HandMade.xlsx(
                HandMade.row(1, "姓名", "身份证号") + HandMade.row(2, " ", "\u00a0") + HandMade.row(9, "甲", "1")));
        assertEquals(1, entries.size());
        assertEquals(9, entries.get(0).number());
        assertFalse(entries.get(0).cell("name").formula());
    }
}
