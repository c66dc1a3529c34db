package org.guixue.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The merged areas of a sheet, gathered before its rows are read. */
final class MergedAreas {
    static final MergedAreas NONE = new MergedAreas();

    private final List<Area> areas = new ArrayList<>();

    /** Rows counted from 1, columns from 0; all inclusive. */
    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        int width() {
            return lastColumn - firstColumn + 1;
        }
    }

    /** Adds an area; columns beyond those read are cut off. */
    void add(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstColumn >= Limits.COLUMNS || lastRow < firstRow || lastColumn < firstColumn) {
            return;
        }
        if (areas.size() == Limits.MERGED_AREAS) {
            throw WorkbookRefusals.tooMuch("合并单元格超过" + Limits.MERGED_AREAS + "处");
        }
        areas.add(new Area(firstRow, lastRow, firstColumn, Math.min(lastColumn, Limits.COLUMNS - 1)));
    }

    /** Adds an area written as in the file: A1:B2. What is not written so is passed over. */
    void add(String reference) {
        int colon = reference.indexOf(':');
        if (colon > 0) {
            int[] from = CellReference.parse(reference.substring(0, colon));
            int[] to = CellReference.parse(reference.substring(colon + 1));
            if (from.length == 2 && to.length == 2) {
                add(from[0], to[0], from[1], to[1]);
            }
        }
    }

    List<Area> inOrder() {
        List<Area> sorted = new ArrayList<>(areas);
        sorted.sort(Comparator.comparingInt(Area::firstRow));
        return sorted;
    }
}
