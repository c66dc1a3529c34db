package org.guixue.workbook;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One pass over a sheet, in its order; rows with nothing in them are left out. Not thread-safe. */
interface RowSource {
    /** The next row, or null after the last. */
    @Nullable
    Row next() throws IOException;
}
