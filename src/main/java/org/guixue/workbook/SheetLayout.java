package org.guixue.workbook;

import java.util.List;

/**
 * What stands above the rows of a sheet that we write.
 *
 * @param name the sheet's name; what Excel does not take (: \ / ? * [ ], more than 31 characters) is replaced or cut
 * @param title the official title, over the whole width; empty for none
 * @param line a line below it: 填报单位（盖章）：… 填报时间：…; empty for none
 */
public record SheetLayout(String name, String title, String line, List<SheetColumn> columns) {
    public SheetLayout {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > Limits.COLUMNS) {
            throw new IllegalArgumentException("1 to " + Limits.COLUMNS + " columns expected, found " + columns.size());
        }
    }
}
