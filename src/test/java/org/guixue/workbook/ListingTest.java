package org.guixue.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.guixue.TooLarge;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final String ID = "360721201503150018";
    private static final String FORMULA = "=HYPERLINK(\"http://x\")";
    private static final List<SheetColumn> COLUMNS =
            List.of(SheetColumn.text("姓名", 14), SheetColumn.text("身份证件号", 21), SheetColumn.date("出生日期"));

    @Test
    void readsBackWithTitleNotesAndPlainTexts() throws IOException {
        byte[] file = written(rows -> {
            rows.add("王欣怡", ID, LocalDate.of(2015, 3, 15));
            rows.add(FORMULA, "+8613800000000", "");
        });
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertEquals("学生名册", rows.get(0).getCellText(0));
            assertEquals(
                    "填报单位（盖章）：示范县教育局　　导出时间：2026年11月22日 10:05　　导出人：赵明",
                    rows.get(1).getCellText(0));
            assertEquals("序号", rows.get(2).getCellText(0));
            assertEquals(ID, rows.get(3).getCellAsString(2).orElseThrow());
            assertEquals(
                    LocalDate.of(2015, 3, 15),
                    rows.get(3).getCellAsDate(3).orElseThrow().toLocalDate());
            assertEquals(FORMULA, rows.get(4).getCellAsString(1).orElseThrow());
            assertTrue(rows.stream().allMatch(row -> row.stream().allMatch(c -> c == null || c.getFormula() == null)));
            assertEquals("注：1. 共2条。", rows.get(5).getCellText(0));
            assertEquals("　　2. 条件：全部。", rows.get(6).getCellText(0));
        }
        Rows again = Workbook.open(file)
                .table(Headings.of(Heading.required("name", "姓名"), Heading.required("id", "身份证件号")))
                .rows();
        assertEquals(ID, again.next().code("id"));
        assertEquals(FORMULA, again.next().text("name"));
        assertTrue(!again.hasNext(), "notes are no data");
    }

    /** What is written leaves while the rest is not even known yet. */
    @Test
    void writesTwentyThousandRowsAsTheyCome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> left = new ArrayList<>();
        listing(rows -> {
                    for (int i = 0; i < 20_000; i++) {
                        rows.add(
                                "学生" + i,
                                Long.toString(360_721_201_503_150_018L + i * 7919L),
                                LocalDate.EPOCH.plusYears(40).plusDays(i));
                        if (i % 5000 == 4999) {
                            left.add(out.size());
                        }
                    }
                })
                .writeTo(out);
        for (int i = 1; i < left.size(); i++) {
            assertTrue(left.get(i) - left.get(i - 1) > out.size() / 8, left + " of " + out.size());
        }
    }

    @Test
    void refusesWhatNoSheetHolds() {
        assertThrows(TooLarge.class, () -> Listing.refuseTooMany(Listing.MOST_ROWS + 1));
    }

    private static byte[] written(Listing.Body body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        listing(body).writeTo(out);
        return out.toByteArray();
    }

    private static Listing listing(Listing.Body body) {
        Listing.Head head = new Listing.Head("示范县教育局", "赵明", LocalDateTime.of(2026, 11, 22, 10, 5));
        return new Listing("学生名册", head, COLUMNS, body, List.of("条件：全部。"));
    }
}
