package org.guixue.workbook;

/** How much of a workbook is read. Beyond any of these the file is refused as a whole, never cut. */
public final class Limits {
    /** Size of the uploaded file, in bytes. */
    public static final int FILE_BYTES = 32 * 1024 * 1024;

    /** Rows with something in them, per sheet. */
    public static final int ROWS = 200_000;

    /** Rows of the sheets that are looked through, blank ones included: what is blank takes its time too. */
    public static final int ROWS_WITH_BLANK = 300_000;

    /** Cells of these sheets, blank ones included. */
    public static final int CELLS = 10_000_000;

    /** Columns with something in them. */
    public static final int COLUMNS = 200;

    /** UTF-16 units in one cell: Excel's own limit. */
    public static final int CELL_CHARS = 32_767;

    /** Bytes of one part (a sheet, the shared strings) of an .xlsx once inflated. */
    public static final long PART_BYTES = 384L * 1024 * 1024;

    /** Bytes of all parts of an .xlsx together, each as often as it is looked through, once inflated. */
    public static final long ALL_PARTS_BYTES = 512L * 1024 * 1024;

    /** Inflated to deflated size of a part larger than {@link #RATIO_FROM_BYTES}. */
    public static final int RATIO = 250;

    public static final long RATIO_FROM_BYTES = 16L * 1024 * 1024;

    /** Files inside an .xlsx. */
    public static final int PARTS = 4_000;

    /** Bytes of one XML tag with its attributes. */
    public static final int TAG_BYTES = 64 * 1024;

    /** Levels of XML elements within each other; a sheet needs about eight. */
    public static final int DEPTH = 64;

    /** Shared strings: number of different ones, and their bytes in UTF-8 together. */
    public static final int STRINGS = 5_000_000;

    public static final long STRING_BYTES = 128L * 1024 * 1024;

    /** Merged areas of a sheet. */
    public static final int MERGED_AREAS = 100_000;

    /** Visible sheets that are searched for a heading row. */
    public static final int SHEETS = 30;

    /** Rows from the top among which the heading row is sought. */
    public static final int HEADING_ROWS = 30;

    private Limits() {}
}
