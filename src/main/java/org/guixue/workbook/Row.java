package org.guixue.workbook;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number counted from 1, as the program shows it
 * @param cells from column A; cells after the last filled one are left out
 * @param hidden whether the program shows it to nobody, as behind a filter
 */
public record Row(int number, List<Cell> cells, boolean hidden) {
    public Row {
        cells = List.copyOf(cells);
    }

    Row(int number, List<Cell> cells) {
        this(number, cells, false);
    }

    /** The cell of a column counted from 0; {@link Cell#EMPTY} beyond the last. */
    public Cell at(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** Cells that were filled in here: neither blank nor repeated from a merged neighbour. */
    int ownFilled() {
        int filled = 0;
        for (Cell cell : cells) {
            if (cell.origin() == Cell.Origin.OWN && !cell.isBlank()) {
                filled++;
            }
        }
        return filled;
    }

    /** A, B, … Z, AA: the column's letters. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }
}
