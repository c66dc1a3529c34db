package org.guixue.workbook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet of a {@link WorkbookWriter}: title, line, heading (frozen, repeated on each printed page), rows, notes. A4 across, as wide as the
 * paper.
 */
public final class SheetWriter {
    private static final int ROWS_A_FLUSH = 500;
    private static final int TITLE_POINTS = 18;
    private static final double TITLE_HEIGHT_POINTS = 32;
    private static final double HEADING_HEIGHT_POINTS = 30;
    private static final String TEXT_FORMAT = "@";
    private static final String DATE_FORMAT = "yyyy-mm-dd";
    private static final int EXCEL_ROWS = 1_048_576;

    private final Worksheet sheet;
    private final SheetLayout layout;
    private int row;
    private boolean noted;

    SheetWriter(Worksheet sheet, SheetLayout layout) {
        this.sheet = sheet;
        this.layout = layout;
        page();
        head();
    }

    private void page() {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int column = 0; column < layout.columns().size(); column++) {
            sheet.width(column, layout.columns().get(column).widthChars());
        }
    }

    private void head() {
        if (!layout.title().isEmpty()) {
            sheet.rowHeight(row, TITLE_HEIGHT_POINTS);
            across(layout.title())
                    .bold()
                    .fontName("宋体")
                    .fontSize(TITLE_POINTS)
                    .horizontalAlignment("center")
                    .set();
        }
        if (!layout.line().isEmpty()) {
            across(layout.line()).set();
        }
        sheet.rowHeight(row, HEADING_HEIGHT_POINTS);
        for (int column = 0; column < layout.columns().size(); column++) {
            sheet.inlineString(
                    row, column, SheetText.storable(layout.columns().get(column).heading()));
            sheet.style(row, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN)
                    .format(TEXT_FORMAT)
                    .set();
        }
        sheet.repeatRows(row, row);
        row++;
        sheet.freezePane(0, row);
    }

    /** A text over the whole width in a row of its own. */
    private StyleSetter across(String text) {
        sheet.inlineString(row, 0, SheetText.storable(text));
        int last = layout.columns().size() - 1;
        if (last > 0) {
            sheet.range(row, 0, row, last).merge();
        }
        StyleSetter style = sheet.style(row++, 0);
        style.wrapText(true).verticalAlignment("center").format(TEXT_FORMAT);
        return style;
    }

    /**
     * Writes a row. A value is a String ("" leaves the cell blank), a LocalDate in a DATE column, a Number in a NUMBER column; anything else in a
     * column is written as its text. Refuses (IllegalArgumentException) another number of values than columns.
     */
    public void row(List<?> values) throws IOException {
        if (values.size() != layout.columns().size()) {
            throw new IllegalArgumentException(layout.columns().size() + " values expected, found " + values.size());
        }
        if (noted || row >= EXCEL_ROWS) {
            throw new IllegalStateException(noted ? "rows come before notes" : "the sheet is full");
        }
        for (int column = 0; column < values.size(); column++) {
            cell(column, values.get(column));
        }
        advance();
    }

    private void cell(int column, Object value) {
        String format = TEXT_FORMAT;
        switch (layout.columns().get(column).kind()) {
            case DATE -> {
                format = value instanceof String ? TEXT_FORMAT : DATE_FORMAT;
                if (value instanceof LocalDate day && day.getYear() >= 1901) {
                    sheet.value(row, column, day);
                } else {
                    format = TEXT_FORMAT;
                    text(column, value.toString());
                }
            }
            case NUMBER -> {
                if (value instanceof Number number && fits(number)) {
                    format = "General";
                    sheet.value(row, column, number);
                } else {
                    text(column, value.toString());
                }
            }
            case TEXT -> text(column, value.toString());
        }
        sheet.style(row, column)
                .borderStyle(BorderStyle.THIN)
                .verticalAlignment("center")
                .format(format)
                .set();
    }

    private static boolean fits(Number number) {
        double value = number.doubleValue();
        return Double.isFinite(value) && Math.abs(value) < 1e15;
    }

    private void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, SheetText.storable(text));
        }
    }

    /** Writes a note over the whole width below the rows. No row may follow. */
    public void note(String text) throws IOException {
        noted = true;
        across(text).set();
    }

    private void advance() throws IOException {
        row++;
        if (row % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    void finish() throws IOException {
        sheet.finish();
    }
}
