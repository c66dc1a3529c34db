package org.guixue.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an .xls, gathered from its cell records. */
final class XlsRows implements RowSource {
    private static final int ZERO_HEIGHT = 0x20;

    private static final int RICH_STRING = 0xD6;
    private static final int NOT_A_NUMBER = 0xFFFF;

    private final XlsRecords records;
    private final SharedStrings strings;
    private final List<NumberFormat> formats;
    private final boolean since1904;
    private final BitSet hidden = new BitSet();
    private List<Cell> cells = new ArrayList<>();
    private int row = -1;
    private int given;
    private boolean ended;
    private @Nullable Row complete;
    private int formulaColumn = -1;

    XlsRows(XlsRecords records, SharedStrings strings, List<NumberFormat> formats, boolean since1904) {
        this.records = records;
        this.strings = strings;
        this.formats = formats;
        this.since1904 = since1904;
    }

    @Override
    public @Nullable Row next() {
        while (complete == null && !ended) {
            if (records.next()) {
                record(records.sid(), records.in());
            } else {
                ended = true;
                finishRow();
            }
        }
        Row next = complete;
        complete = null;
        return next;
    }

    private void record(int sid, RecordInputStream in) {
        switch (sid) {
            case RowRecord.sid -> {
                int at = in.readUShort();
                in.readLong();
                in.readShort();
                if ((in.readUShort() & ZERO_HEIGHT) != 0) {
                    hidden.set(at);
                }
            }
            case LabelSSTRecord.sid -> {
                int column = place(in);
                in.readUShort();
                put(column, Cell.text(strings.get(in.readInt())));
            }
            case LabelRecord.sid, RICH_STRING -> {
                int column = place(in);
                in.readUShort();
                put(column, Cell.text(label(in)));
            }
            case NumberRecord.sid -> {
                int column = place(in);
                int style = in.readUShort();
                put(column, number(in.readDouble(), style));
            }
            case RKRecord.sid -> {
                int column = place(in);
                int style = in.readUShort();
                put(column, number(RKUtil.decodeNumber(in.readInt()), style));
            }
            case MulRKRecord.sid -> {
                for (int column = place(in); in.remaining() >= 6; column++) {
                    int style = in.readUShort();
                    put(column, number(RKUtil.decodeNumber(in.readInt()), style));
                }
            }
            case BoolErrRecord.sid -> {
                int column = place(in);
                in.readUShort();
                int value = in.readUByte();
                put(column, in.readUByte() == 0 ? bool(value) : error(value));
            }
            case FormulaRecord.sid -> formula(in);
            case StringRecord.sid -> {
                if (formulaColumn >= 0) {
                    put(
                            formulaColumn,
                            Cell.text(new StringRecord(in).getString()).computed());
                    formulaColumn = -1;
                }
            }
            default -> {}
        }
    }

    /** Reads a record's row and column; a new row completes the one before. */
    private int place(RecordInputStream in) {
        int at = in.readUShort();
        if (at < row) {
            throw WorkbookRefusals.file("文件里的行没有按顺序保存。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。");
        }
        if (at > row) {
            finishRow();
            row = at;
        }
        return in.readUShort();
    }

    private void finishRow() {
        if (!cells.isEmpty()) {
            if (++given > Limits.ROWS) {
                throw WorkbookRefusals.tooManyRows();
            }
            complete = new Row(row + 1, cells, hidden.get(row));
            cells = new ArrayList<>();
        }
    }

    private void put(int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw WorkbookRefusals.tooManyColumns(row + 1);
        }
        if (cell.text().length() > Limits.CELL_CHARS) {
            throw WorkbookRefusals.tooLongCell(row + 1);
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    private static String label(RecordInputStream in) {
        int length = in.readUShort();
        boolean wide = (in.readUByte() & 1) != 0;
        return wide ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
    }

    /** [MS-XLS] 2.5.133 FormulaValue: a number, or a tag with the value in byte 2. */
    private void formula(RecordInputStream in) {
        int column = place(in);
        int style = in.readUShort();
        long bits = in.readLong();
        formulaColumn = -1;
        if ((int) (bits >>> 48) != NOT_A_NUMBER) {
            put(column, number(Double.longBitsToDouble(bits), style).computed());
            return;
        }
        int value = (int) (bits >>> 16) & 0xFF;
        switch ((int) bits & 0xFF) {
            case 0 -> {
                formulaColumn = column;
                put(column, Cell.of(Cell.Kind.UNCOMPUTED, "").computed());
            }
            case 1 -> put(column, bool(value).computed());
            case 2 -> put(column, error(value).computed());
            default -> {}
        }
    }

    private Cell number(double value, int style) {
        return NumberText.cell(value, style < formats.size() ? formats.get(style) : NumberFormat.GENERAL, since1904);
    }

    private static Cell bool(int value) {
        return Cell.of(Cell.Kind.BOOLEAN, value == 0 ? "FALSE" : "TRUE");
    }

    private static Cell error(int code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
        return Cell.of(Cell.Kind.ERROR, text);
    }
}
