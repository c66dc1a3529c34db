package org.guixue.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Hands a sheet back as .xlsx with a last column 错误原因 in red: titles, heading, columns and their order as they came, every cell as text as
 * it was read. What a merged area repeats stands in each row of its own. A column 错误原因 of an earlier round is replaced. Bounded memory.
 */
public final class ErrorWorkbook {
    public static final String REASON = "错误原因";

    private static final int ROWS_A_FLUSH = 500;
    private static final double COLUMN_CHARS = 16;
    private static final double REASON_CHARS = 60;
    private static final String RED = "C00000";

    private final Table table;
    private final Map<Integer, String> reasons;
    private final Worksheet sheet;
    private final int reasonColumn;
    private int out;

    /** Which rows below the heading are handed back. */
    public enum Which {
        REFUSED,
        ALL
    }

    private ErrorWorkbook(Table table, Map<Integer, String> reasons, Worksheet sheet) throws IOException {
        this.table = table;
        this.reasons = reasons;
        this.sheet = sheet;
        this.reasonColumn = reasonColumn();
    }

    /**
     * Writes the file; the stream stays open.
     *
     * @param reasons by the row's number ({@link Entry#number})
     */
    public static void write(Table table, Map<Integer, String> reasons, Which which, OutputStream stream)
            throws IOException {
        Workbook workbook = new Workbook(stream, "Guixue", "1.0");
        workbook.setGlobalDefaultFont("宋体", 11);
        new ErrorWorkbook(table, reasons, workbook.newWorksheet("错误数据")).copy(which);
        workbook.finish();
    }

    private int reasonColumn() throws IOException {
        for (int column = 0; column < table.match().titles().size(); column++) {
            if (table.match().titles().get(column).equals(REASON)) {
                return column;
            }
        }
        int widest = table.match().titles().size();
        RowSource rows = table.source();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            widest = row.number() > table.headingRow()
                    ? Math.max(widest, row.cells().size())
                    : widest;
        }
        return widest;
    }

    private void copy(Which which) throws IOException {
        for (int column = 0; column < reasonColumn; column++) {
            sheet.width(column, COLUMN_CHARS);
        }
        sheet.width(reasonColumn, REASON_CHARS);
        RowSource rows = table.source();
        int firstHeading = table.match().upper().number();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            boolean heading = row.number() >= firstHeading && row.number() <= table.headingRow();
            String reason = reasons.get(row.number());
            if (row.number() <= table.headingRow() || which == Which.ALL || reason != null) {
                put(row, heading, heading ? REASON : reason);
            }
        }
        sheet.finish();
    }

    private void put(Row row, boolean heading, @Nullable String reason) throws IOException {
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.at(column);
            if (column != reasonColumn
                    && !cell.text().isEmpty()
                    && (heading || cell.origin() != Cell.Origin.FROM_LEFT)) {
                text(column, cell.text(), heading, "000000");
            }
        }
        if (reason != null) {
            text(reasonColumn, reason, heading, RED);
        }
        out++;
        if (row.number() == table.headingRow()) {
            sheet.freezePane(0, out);
        }
        if (out % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    private void text(int column, String text, boolean heading, String colour) {
        sheet.inlineString(out, column, SheetText.storable(text));
        var style = sheet.style(out, column).format("@").fontColor(colour);
        if (heading) {
            style.bold().borderStyle(BorderStyle.THIN);
        }
        style.set();
    }
}
