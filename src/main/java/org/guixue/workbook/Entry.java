package org.guixue.workbook;

import java.util.Map;

/** A row of data, its cells by field. A field without column, and a group heading's overflow, is {@link Cell#EMPTY}. */
public record Entry(Row row, Map<String, Integer> columns) {
    public Entry {
        columns = Map.copyOf(columns);
    }

    /** The row's number as the program shows it, from 1. */
    public int number() {
        return row.number();
    }

    public Cell cell(String field) {
        Integer column = columns.get(field);
        Cell cell = column == null ? Cell.EMPTY : row.at(column);
        return cell.origin() == Cell.Origin.FROM_LEFT ? Cell.EMPTY : cell;
    }

    /** The cell's text by {@link CellText#of}. Look at {@link Cell#problem()} first. */
    public String text(String field) {
        return CellText.of(cell(field).text());
    }

    /** The cell's text by {@link CellText#code}: for IDs, numbers, telephones. */
    public String code(String field) {
        return CellText.code(cell(field).text());
    }

    /** Where the cell stands: D12; of a field without column empty. */
    public String place(String field) {
        Integer column = columns.get(field);
        return column == null ? "" : Row.letters(column) + row.number();
    }
}
