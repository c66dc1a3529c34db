package org.guixue.account;

import java.util.List;
import org.guixue.workbook.PlannedRow;
import org.guixue.workbook.PlannedVerdict;

/** An account of a workbook, and what the workbook would do: open it, or nothing. */
public record PlannedAccount(int row, String username, String name, PlannedVerdict verdict, List<String> what)
        implements PlannedRow {
    public PlannedAccount {
        what = List.copyOf(what);
    }
}
