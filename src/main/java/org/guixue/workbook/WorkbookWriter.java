package org.guixue.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes an .xlsx to a stream, sheet after sheet, row after row, in bounded memory. No cell is ever a formula: see {@link SheetText}.
 *
 * <p>Closing finishes the file; the stream given stays open. Without {@link #close} the file is unreadable. Not thread-safe.
 */
public final class WorkbookWriter implements AutoCloseable {
    private static final String PROGRAM = "Guixue";
    private static final String VERSION = "1.0";
    private static final String FONT = "宋体";
    private static final double FONT_POINTS = 11;

    private final Workbook workbook;
    private @Nullable SheetWriter current;

    public WorkbookWriter(OutputStream out) {
        this.workbook = new Workbook(out, PROGRAM, VERSION);
        workbook.setGlobalDefaultFont(FONT, FONT_POINTS);
    }

    /** Begins a sheet; the one before is finished and takes no more rows. */
    public SheetWriter sheet(SheetLayout layout) throws IOException {
        finishSheet();
        SheetWriter sheet = new SheetWriter(workbook.newWorksheet(sheetName(layout.name())), layout);
        current = sheet;
        return sheet;
    }

    private static String sheetName(String name) {
        String clean = SheetText.storable(name).replaceAll("[:\\\\/?*\\[\\]']", "_");
        String within = clean.length() > 31 ? clean.substring(0, 31) : clean;
        return within.isBlank() ? "名单" : within;
    }

    private void finishSheet() throws IOException {
        if (current != null) {
            current.finish();
        }
    }

    /** Finishes the file. A workbook without sheet is not possible: IllegalStateException. */
    @Override
    public void close() throws IOException {
        if (current == null) {
            throw new IllegalStateException("a workbook needs a sheet");
        }
        finishSheet();
        workbook.finish();
    }
}
