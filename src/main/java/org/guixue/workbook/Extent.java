package org.guixue.workbook;

/** Counts the rows and cells of the sheets that are looked through, blank ones included, and refuses too many. */
final class Extent {
    private int rows;
    private long cells;

    void addRow() {
        if (++rows > Limits.ROWS_WITH_BLANK) {
            throw WorkbookRefusals.tooManyBlanks("行", Limits.ROWS_WITH_BLANK / 10_000);
        }
    }

    void addCells(int more) {
        cells += more;
        if (cells > Limits.CELLS) {
            throw WorkbookRefusals.tooManyBlanks("单元格", Limits.CELLS / 10_000);
        }
    }

    int rows() {
        return rows;
    }
}
