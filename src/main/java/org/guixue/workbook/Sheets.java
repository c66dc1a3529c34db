package org.guixue.workbook;

import java.io.IOException;
import java.util.List;

/** The visible sheets of a file, by the kind of file. */
interface Sheets {
    /** Names in the file's order; hidden sheets and charts are left out. */
    List<String> names();

    /** What must be known of a sheet before its first row; what it holds is added to the extent. */
    Outline outline(int sheet, Extent extent) throws IOException;

    /** A new pass over a sheet. */
    RowSource rows(int sheet) throws IOException;

    /**
     * @param rowsAtMost a bound on the number of rows, for a progress bar
     */
    record Outline(MergedAreas merged, int rowsAtMost) {}
}
