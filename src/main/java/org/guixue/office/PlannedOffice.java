package org.guixue.office;

import java.util.List;
import org.guixue.workbook.PlannedRow;
import org.guixue.workbook.PlannedVerdict;

/** An office of a workbook, and what the workbook would do to it. */
public record PlannedOffice(int row, String name, String code, PlannedVerdict verdict, List<String> what)
        implements PlannedRow {
    public PlannedOffice {
        what = List.copyOf(what);
    }
}
