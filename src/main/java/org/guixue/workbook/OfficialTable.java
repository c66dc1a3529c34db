package org.guixue.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as an official paper has it: title, lines above it, a head of merged cells that is repeated on each printed page, rows,
 * a foot, lines below. A4, as wide as the paper. Numbers are numbers, everything else is text, never a formula.
 *
 * @param head cells of the head, rows counted from 0
 * @param headRows of how many rows the head is
 * @param widthChars of each column, in half-width characters
 * @param foot cells below the rows, rows counted from 0
 */
public record OfficialTable(
        String title,
        boolean landscape,
        List<String> above,
        List<Span> head,
        int headRows,
        List<Double> widthChars,
        List<Span> foot,
        List<String> below) {
    private static final int ROWS_A_FLUSH = 500;
    private static final int TITLE_POINTS = 18;
    private static final double TITLE_HEIGHT_POINTS = 32;
    private static final double HEAD_HEIGHT_POINTS = 24;
    private static final double MARGIN_INCHES = 0.6;
    private static final String FONT = "宋体";
    private static final String TEXT = "@";

    /** One cell of head or foot that may go over several rows and columns. */
    public record Span(int row, int column, int rows, int columns, String text) {}

    /** Yields the rows one after the other. */
    public interface Body {
        void writeTo(Taker rows) throws IOException;
    }

    /** Takes the values of a row, one a column: a Number, or what is written as its text. */
    public interface Taker {
        void add(List<?> values) throws IOException;
    }

    public OfficialTable {
        above = List.copyOf(above);
        head = List.copyOf(head);
        widthChars = List.copyOf(widthChars);
        foot = List.copyOf(foot);
        below = List.copyOf(below);
    }

    /** Writes the file, row after row in bounded memory; the stream stays open. */
    public void writeTo(OutputStream out, Body body) throws IOException {
        try (Workbook workbook = new Workbook(out, "Guixue", "1.0")) {
            workbook.setGlobalDefaultFont(FONT, 11);
            new Writing(workbook.newWorksheet(sheetName())).write(body);
        }
    }

    private String sheetName() {
        String clean = SheetText.storable(title).replaceAll("[:\\\\/?*\\[\\]']", "_");
        return clean.isBlank() ? "台账" : clean.substring(0, Math.min(clean.length(), 31));
    }

    private final class Writing {
        private final Worksheet sheet;
        private int row;

        Writing(Worksheet sheet) {
            this.sheet = sheet;
        }

        void write(Body body) throws IOException {
            page();
            sheet.rowHeight(row, TITLE_HEIGHT_POINTS);
            across(title, true);
            for (String line : above) {
                across(line, false);
            }
            int first = row;
            head.forEach(each -> span(each, first, true));
            for (int i = 0; i < headRows; i++) {
                sheet.rowHeight(first + i, HEAD_HEIGHT_POINTS);
            }
            row += headRows;
            if (headRows > 0) {
                sheet.repeatRows(first, row - 1);
                sheet.freezePane(0, row);
            }
            body.writeTo(this::add);
            int last = row;
            foot.forEach(each -> span(each, last, false));
            row += foot.stream()
                    .mapToInt(each -> each.row() + each.rows())
                    .max()
                    .orElse(0);
            for (String line : below) {
                across(line, false);
            }
            sheet.finish();
        }

        private void page() {
            sheet.paperSize(PaperSize.A4_PAPER);
            sheet.pageOrientation(landscape ? "landscape" : "portrait");
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
            sheet.leftMargin((float) MARGIN_INCHES);
            sheet.rightMargin((float) MARGIN_INCHES);
            sheet.footer("第 &P 页，共 &N 页", Position.CENTER);
            for (int column = 0; column < widthChars.size(); column++) {
                sheet.width(column, Math.max(1, Math.min(255, widthChars.get(column))));
            }
        }

        private void across(String text, boolean heading) {
            sheet.inlineString(row, 0, SheetText.storable(text));
            if (widthChars.size() > 1) {
                sheet.range(row, 0, row, widthChars.size() - 1).merge();
            }
            var style = sheet.style(row, 0)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .format(TEXT);
            if (heading) {
                style.bold().fontName(FONT).fontSize(TITLE_POINTS).horizontalAlignment("center");
            }
            style.set();
            row++;
        }

        private void span(Span span, int first, boolean heading) {
            int top = first + span.row();
            int bottom = top + span.rows() - 1;
            int right = span.column() + span.columns() - 1;
            sheet.inlineString(top, span.column(), SheetText.storable(span.text()));
            for (int at = top; at <= bottom; at++) {
                for (int column = span.column(); column <= right; column++) {
                    var style = sheet.style(at, column)
                            .wrapText(true)
                            .horizontalAlignment("center")
                            .verticalAlignment("center")
                            .borderStyle(BorderStyle.THIN)
                            .format(TEXT);
                    if (heading) {
                        style.bold();
                    }
                    style.set();
                }
            }
            if (bottom > top || right > span.column()) {
                sheet.range(top, span.column(), bottom, right).merge();
            }
        }

        private void add(List<?> values) throws IOException {
            if (values.size() != widthChars.size()) {
                throw new IllegalArgumentException(widthChars.size() + " values expected, found " + values.size());
            }
            for (int column = 0; column < values.size(); column++) {
                cell(column, values.get(column));
            }
            row++;
            if (row % ROWS_A_FLUSH == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, Object value) {
            boolean number = value instanceof Number;
            if (value instanceof Number figure) {
                sheet.value(row, column, figure);
            } else if (!value.toString().isEmpty()) {
                sheet.inlineString(row, column, SheetText.storable(value.toString()));
            }
            sheet.style(row, column)
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN)
                    .format(number ? "General" : TEXT)
                    .set();
        }
    }
}
