package org.guixue.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repeats the value of each merged area in its blank cells; marks which are repeated. */
final class MergedRows implements RowSource {
    private final RowSource rows;
    private final Iterator<MergedAreas.Area> coming;
    private final List<Open> open = new ArrayList<>();
    private MergedAreas.@Nullable Area ahead;

    private record Open(MergedAreas.Area area, Cell value) {}

    MergedRows(RowSource rows, MergedAreas merged) {
        this.rows = rows;
        this.coming = merged.inOrder().iterator();
        advance();
    }

    private void advance() {
        ahead = coming.hasNext() ? coming.next() : null;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = rows.next();
        if (row == null || (ahead == null && open.isEmpty())) {
            return row;
        }
        open.removeIf(each -> each.area().lastRow() < row.number());
        while (ahead != null && ahead.firstRow() <= row.number()) {
            Cell value = row.at(ahead.firstColumn());
            if (ahead.firstRow() == row.number() && !value.isBlank()) {
                open.add(new Open(ahead, value));
            }
            advance();
        }
        refuseOverlap(row);
        return open.isEmpty() ? row : filled(row);
    }

    private void refuseOverlap(Row row) {
        int width = 0;
        for (Open each : open) {
            width += each.area().width();
            if (width > Limits.COLUMNS) {
                throw WorkbookRefusals.damaged("第" + row.number() + "行的合并单元格互相重叠");
            }
        }
    }

    private Row filled(Row row) {
        List<Cell> cells = new ArrayList<>(row.cells());
        for (Open each : open) {
            MergedAreas.Area area = each.area();
            while (cells.size() <= area.lastColumn()) {
                cells.add(Cell.EMPTY);
            }
            for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
                boolean anchor = column == area.firstColumn() && row.number() == area.firstRow();
                if (!anchor && cells.get(column).isBlank()) {
                    Cell.Origin how = column == area.firstColumn() ? Cell.Origin.FROM_ABOVE : Cell.Origin.FROM_LEFT;
                    cells.set(column, each.value().copied(how));
                }
            }
        }
        return new Row(row.number(), cells, row.hidden());
    }
}
