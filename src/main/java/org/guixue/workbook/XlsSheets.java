package org.guixue.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * An .xls of Excel 97 to 2003 (BIFF8, [MS-XLS]), record by record: what is not needed is stepped over, so that neither a large file nor a
 * false count takes memory.
 */
final class XlsSheets implements Sheets {
    private static final int EOF = 0x0A;
    private static final int BIFF8 = 0x0600;
    private static final int WORKSHEET = 0x10;
    private static final String STREAM = "Workbook";

    private final DirectoryNode root;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final SharedStrings strings = new SharedStrings();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> cellFormats = new ArrayList<>();
    private final List<NumberFormat> formats = new ArrayList<>();
    private boolean since1904;

    XlsSheets(byte[] content) throws IOException {
        this.root = new POIFSFileSystem(new ByteArrayInputStream(content)).getRoot();
        if (has("EncryptedPackage") || has("EncryptionInfo")) {
            throw WorkbookRefusals.encrypted();
        }
        if (!has(STREAM)) {
            throw WorkbookRefusals.file(
                    has("Book")
                            ? "文件是 Excel 95 或更早的格式，请另存为 .xlsx 后再上传。"
                            : "文件不是电子表格（可能是 Word 或其他文档），请上传 .xlsx、.xls 或 .csv。");
        }
        try (InputStream stream = root.createDocumentInputStream(STREAM)) {
            readGlobals(new RecordInputStream(stream));
        }
        cellFormats.forEach(id -> formats.add(NumberFormat.of(id, codes.getOrDefault(id, ""))));
        keepWorksheets();
    }

    private boolean has(String entry) {
        return root.hasEntryCaseInsensitive(entry);
    }

    private void readGlobals(RecordInputStream in) {
        while (in.hasNextRecord()) {
            in.nextRecord();
            switch (in.getSid()) {
                case BOFRecord.sid -> {
                    if (in.readUShort() != BIFF8) {
                        throw WorkbookRefusals.file("文件是 Excel 95 或更早的格式，请另存为 .xlsx 后再上传。");
                    }
                }
                case FilePassRecord.sid -> throw WorkbookRefusals.encrypted();
                case DateWindow1904Record.sid -> since1904 = in.readUShort() == 1;
                case BoundSheetRecord.sid -> sheets.add(new BoundSheetRecord(in));
                case FormatRecord.sid -> {
                    FormatRecord format = new FormatRecord(in);
                    codes.put(format.getIndexCode(), format.getFormatString());
                }
                case ExtendedFormatRecord.sid -> {
                    in.readUShort();
                    cellFormats.add(in.readUShort());
                }
                case SSTRecord.sid -> readStrings(in);
                case EOF -> {
                    return;
                }
                default -> {}
            }
            in.readRemainder();
        }
    }

    private void readStrings(RecordInputStream in) {
        in.readInt();
        int count = in.readInt();
        for (int i = 0; i < count && (in.remaining() > 0 || in.getNextSid() == ContinueRecord.sid); i++) {
            strings.add(new UnicodeString(in).getString());
        }
    }

    private void keepWorksheets() throws IOException {
        List<BoundSheetRecord> visible = new ArrayList<>();
        for (BoundSheetRecord sheet : sheets) {
            if (!sheet.isHidden() && !sheet.isVeryHidden() && visible.size() < Limits.SHEETS) {
                try (InputStream stream = at(sheet)) {
                    RecordInputStream in = new RecordInputStream(stream);
                    in.nextRecord();
                    if (in.getSid() == BOFRecord.sid && in.readUShort() == BIFF8 && in.readUShort() == WORKSHEET) {
                        visible.add(sheet);
                    }
                }
            }
        }
        sheets.clear();
        sheets.addAll(visible);
    }

    /** The stream from a sheet's first record on. */
    private InputStream at(BoundSheetRecord sheet) throws IOException {
        InputStream stream = root.createDocumentInputStream(STREAM);
        stream.skipNBytes(sheet.getPositionOfBof());
        return stream;
    }

    @Override
    public List<String> names() {
        return sheets.stream().map(BoundSheetRecord::getSheetname).toList();
    }

    @Override
    public Outline outline(int sheet, Extent extent) throws IOException {
        MergedAreas merged = new MergedAreas();
        int before = extent.rows();
        try (InputStream stream = at(sheets.get(sheet))) {
            XlsRecords in = new XlsRecords(new RecordInputStream(stream));
            while (in.next()) {
                extent.addCells(1);
                if (in.sid() == RowRecord.sid) {
                    extent.addRow();
                } else if (in.sid() == MergeCellsRecord.sid) {
                    addMerged(in.in(), merged);
                }
            }
        }
        return new Outline(merged, extent.rows() - before);
    }

    private static void addMerged(RecordInputStream in, MergedAreas merged) {
        for (int left = in.readUShort(); left > 0; left--) {
            int firstRow = in.readUShort();
            int lastRow = in.readUShort();
            int firstColumn = in.readUShort();
            merged.add(firstRow + 1, lastRow + 1, firstColumn, in.readUShort());
        }
    }

    @Override
    public RowSource rows(int sheet) throws IOException {
        XlsRecords records = new XlsRecords(new RecordInputStream(at(sheets.get(sheet))));
        return new XlsRows(records, strings, formats, since1904);
    }
}
