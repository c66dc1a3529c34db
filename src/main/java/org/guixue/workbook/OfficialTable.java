package org.guixue.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
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
        List<Line> above,
        List<Span> head,
        int headRows,
        List<Double> widthChars,
        List<Span> foot,
        List<Line> below) {
    private static final int ROWS_A_FLUSH = 500;
    private static final int TITLE_POINTS = 18;
    private static final double TITLE_HEIGHT_POINTS = 32;
    private static final double LINE_POINTS = 14.5;
    private static final double PADDING_POINTS = 7;
    private static final double LEAST_POINTS = 22;
    private static final double MOST_POINTS = 400;
    private static final int HALF_WIDTH = 0x2000;
    private static final double MARGIN_INCHES = 0.6;
    private static final String FONT = "宋体";
    private static final String TEXT = "@";

    /** What stands over the whole width: one text, at the left or the right; or two or three beside each other. */
    public record Line(List<String> parts, boolean right) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

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
            heading();
            above.forEach(this::line);
            int first = row;
            head.forEach(each -> span(each, first, true));
            for (int i = 0; i < headRows; i++) {
                sheet.rowHeight(first + i, headHeight(i));
            }
            row += headRows;
            if (headRows > 0) {
                sheet.repeatRows(first, row - 1);
                sheet.freezePane(0, row);
            }
            body.writeTo(this::add);
            int last = row;
            foot.forEach(each -> span(each, last, false));
            int footRows = foot.stream()
                    .mapToInt(each -> each.row() + each.rows())
                    .max()
                    .orElse(0);
            row += footRows;
            below.forEach(this::line);
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

        private void heading() {
            sheet.rowHeight(row, TITLE_HEIGHT_POINTS);
            put(0, widthChars.size() - 1, title)
                    .bold()
                    .fontName(FONT)
                    .fontSize(TITLE_POINTS)
                    .horizontalAlignment("center")
                    .set();
            row++;
        }

        /** Several texts share the width in equal parts, the first at the left, the last at the right. */
        private void line(Line line) {
            int count = Math.min(line.parts().size(), widthChars.size());
            int from = 0;
            for (int i = 0; i < count; i++) {
                int to = i == count - 1 ? widthChars.size() - 1 : Math.max(from, widthChars.size() * (i + 1) / count - 1);
                boolean right = count == 1 ? line.right() : i == count - 1;
                put(from, to, line.parts().get(i))
                        .horizontalAlignment(right ? "right" : i == 0 ? "left" : "center")
                        .set();
                from = to + 1;
            }
            sheet.rowHeight(row, lineHeight(line));
            row++;
        }

        private double lineHeight(Line line) {
            double width = widthChars.stream().mapToDouble(Double::doubleValue).sum();
            return height(line.parts().size() > 1 ? 1 : lines(String.join("", line.parts()), width));
        }

        private StyleSetter put(int from, int to, String text) {
            sheet.inlineString(row, from, SheetText.storable(text));
            if (to > from) {
                sheet.range(row, from, row, to).merge();
            }
            return sheet.style(row, from)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .format(TEXT);
        }

        private double headHeight(int at) {
            int most = 1;
            for (Span each : head) {
                if (each.row() + each.rows() - 1 == at) {
                    double width = widthChars.subList(each.column(), each.column() + each.columns()).stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    most = Math.max(most, lines(each.text(), width) - (each.rows() - 1));
                }
            }
            return height(most);
        }

        /** How many lines a text takes in so many half-width characters; a Chinese character takes two. */
        private int lines(String text, double width) {
            double taken = text.codePoints().map(point -> point < HALF_WIDTH ? 1 : 2).sum();
            return (int) Math.max(1, Math.ceil(taken / Math.max(1, width - 1)));
        }

        private double height(int lines) {
            return Math.min(MOST_POINTS, Math.max(LEAST_POINTS, lines * LINE_POINTS + PADDING_POINTS));
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
            int most = 1;
            for (int column = 0; column < values.size(); column++) {
                cell(column, values.get(column));
                most = Math.max(most, lines(values.get(column).toString(), widthChars.get(column)));
            }
            sheet.rowHeight(row, height(most));
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
