package org.guixue.duty;

import java.util.List;
import org.guixue.workbook.PlannedRow;
import org.guixue.workbook.PlannedVerdict;

/**
 * Somebody who answers for something, as a workbook says, and what the workbook would do.
 *
 * @param covers what is answered for, as far as the row could be read
 */
public record PlannedDuty(int row, String layer, String covers, String name, PlannedVerdict verdict, List<String> what)
        implements PlannedRow {
    public PlannedDuty {
        what = List.copyOf(what);
    }
}
