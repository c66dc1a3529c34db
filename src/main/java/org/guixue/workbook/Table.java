package org.guixue.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A sheet whose heading row was found. Each {@link #rows()} is a pass of its own from the first row below the heading. */
public final class Table {
    private final Sheets sheets;
    private final int sheet;
    private final Sheets.Outline outline;
    private final Headings headings;
    private final HeadingMatch match;
    private final Map<String, Integer> columns;

    Table(
            Sheets sheets,
            int sheet,
            Sheets.Outline outline,
            Headings headings,
            HeadingMatch match,
            Map<String, Integer> columns) {
        this.sheets = sheets;
        this.sheet = sheet;
        this.outline = outline;
        this.headings = headings;
        this.match = match;
        this.columns = Map.copyOf(columns);
    }

    /** The sheet's name; of a .csv empty. */
    public String sheetName() {
        return sheets.names().get(sheet);
    }

    /** The number of the (last) heading row, counted from 1. */
    public int headingRow() {
        return match.lower().number();
    }

    /** Whether the table has a column for a field. */
    public boolean has(String field) {
        return columns.containsKey(field);
    }

    /** The column of a field as letters, empty where the table has none. */
    public String column(String field) {
        Integer column = columns.get(field);
        return column == null ? "" : Row.letters(column);
    }

    /** The heading of a field's column as it stands in the sheet; of a field without column empty. */
    public String heading(String field) {
        Integer column = columns.get(field);
        return column == null ? "" : match.titles().get(column);
    }

    /** Headings that nobody knows, in their order; their columns are not read. */
    public List<String> unknownHeadings() {
        return IntStream.range(0, match.titles().size())
                .filter(column -> !columns.containsValue(column))
                .mapToObj(match.titles()::get)
                .filter(title -> !title.isEmpty())
                .toList();
    }

    /** A bound on the number of rows in the sheet, for a progress bar; blank and heading rows count. */
    public int rowsAtMost() {
        return outline.rowsAtMost();
    }

    /** A pass over the rows of data. */
    public Rows rows() {
        return new Rows(Guarded.reading(this::source), headings, match, columns);
    }

    /** A pass over all rows of the sheet, titles and notes included. */
    RowSource source() throws IOException {
        return new MergedRows(sheets.rows(sheet), outline.merged());
    }

    HeadingMatch match() {
        return match;
    }
}
