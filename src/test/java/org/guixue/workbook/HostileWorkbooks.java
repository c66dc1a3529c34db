package org.guixue.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that pretend to be rosters, cost too much, or are damaged; each with the reason for which it is refused. */
public final class HostileWorkbooks {
    static final String HEADING = HandMade.row(1, "姓名", "身份证号");

    private HostileWorkbooks() {}

    /** The files, by name and a part of the reason for which each is refused, with {@code |} between. */
    public static Map<String, Supplier<byte[]>> files() {
        Map<String, Supplier<byte[]>> files = new TreeMap<>();
        files.put("roster-F01-empty.xlsx|空的", () -> new byte[0]);
        files.put("roster-F02-html.xls|网页", () -> utf8("<html><table><tr><td>姓名</td></tr></table></html>"));
        files.put("roster-F03-pdf.xlsx|PDF", () -> utf8("%PDF-1.7\n"));
        files.put("roster-F04-picture.xlsx|图片", () -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        files.put("roster-F05-jpeg.xlsx|图片", () -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
        files.put("roster-F06-word.xlsx|Word", () -> HandMade.zip(Map.of("word/document.xml", "<w/>")));
        files.put("roster-F07-ods.xlsx|OpenDocument", () -> HandMade.zip(Map.of("mimetype", "ods")));
        files.put("roster-F08-zip.xlsx|压缩包", () -> HandMade.zip(Map.of("名册.csv", "1")));
        files.put("roster-F09-binary.csv|看不出", () -> new byte[] {1, 2, 0, 3, (byte) 0xff});
        files.put("roster-F10-cut.xlsx|损坏", () -> Arrays.copyOf(HandMade.xlsx(HEADING), 900));
        files.put("roster-F11-ole-word.xls|不是电子表格", () -> ole("WordDocument"));
        files.put("roster-F12-encrypted.xlsx|密码", () -> ole("EncryptedPackage"));
        files.put("roster-F13-encrypted.xls|密码", HostileWorkbooks::encryptedXls);
        files.put("roster-F14-excel95.xls|Excel 95", () -> ole("Book"));
        files.put("roster-F15-no-heading.xlsx|没有找到表头", () -> HandMade.xlsx(HandMade.row(1, "甲", "乙")));
        files.put("roster-F16-missing-heading.xlsx|缺少：身份证号", () -> HandMade.xlsx(HandMade.row(1, "姓名", "班级", "民族")));
        files.put(
                "roster-F17-heading-twice.xlsx|出现了2次（B列、C列）",
                () -> HandMade.xlsx(HandMade.row(1, "姓名", "身份证号", "证件号码")));
        files.put(
                "roster-F18-doctype.xlsx|声明",
                () -> withSheet("<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:9/\">]><a>&b;</a>"));
        files.put("roster-F19-deep.xlsx|层次过深", () -> withSheet("<a>".repeat(10_000)));
        files.put("roster-F20-long-tag.xlsx|标记过长", () -> withSheet("<a b=\"" + "x".repeat(100_000) + "\"/>"));
        files.put(
                "roster-F21-long-cell.xlsx|32767个字",
                () -> HandMade.xlsx(HEADING + HandMade.row(2, "甲".repeat(1_000_000), "1")));
        files.put("roster-F22-300-columns.xlsx|超过200列", () -> HandMade.xlsx(HEADING + HandMade.row(2, wide(300))));
        files.put("roster-F23-bomb.xlsx|解压后过大", HostileWorkbooks::bomb);
        files.put("roster-F24-row-order.xlsx|错乱", () -> HandMade.xlsx(HEADING + HandMade.row(1, "甲", "1")));
        files.put("roster-F25-row-beyond.xlsx|错乱", () -> HandMade.xlsx(HEADING + HandMade.row(2_000_000, "甲", "1")));
        files.put(
                "roster-F26-no-string.xlsx|不存在的文字",
                () -> HandMade.xlsx(HEADING + "<row><c t=\"s\"><v>7</v></c></row>"));
        files.put(
                "roster-F27-no-sheet.xlsx|缺少内部文件",
                () -> HandMade.zip(HandMade.parts("<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>")));
        files.put("roster-F28-unclosed.xlsx|不完整或有错", () -> withSheet("<worksheet><sheetData>" + HEADING));
        files.put("roster-F29-open-quote.csv|引号", () -> utf8("姓名,身份证号\n\"甲,1\n"));
        files.put("roster-F30-long-cell.csv|32767个字", () -> utf8("姓名,身份证号\n" + "甲".repeat(50_000) + ",1\n"));
        files.put("roster-F31-300-columns.csv|超过200列", () -> utf8("姓名,身份证号\n" + ",1".repeat(300)));
        files.put("roster-F32-too-many-rows.csv|超过200000行", () -> utf8("姓名,身份证号\n" + "甲,1\n".repeat(200_001)));
        files.put("roster-F36-blank-columns.csv|列过多", () -> utf8("姓名,身份证号\n" + ",".repeat(5_000_000)));
        files.put("roster-F37-line-breaks.csv|列过多", () -> utf8("姓名,身份证号\n" + "\"\n\",".repeat(5_000_000)));
        files.put("roster-F38-late-open-quote.csv|引号", () -> utf8("姓名,身份证号\n甲,1\n乙,\"2\n丙,3\n丁,4\n"));
        files.put("roster-F33-too-large.csv|32 MB", () -> new byte[Limits.FILE_BYTES + 1]);
        files.put("roster-F34-parts.xlsx|4000个部分", HostileWorkbooks::manyParts);
        files.put(
                "roster-F35-overlap.xlsx|重叠",
                () -> HandMade.xlsx(
                        HEADING + HandMade.row(2, "甲", "1"),
                        "<mergeCells>" + "<mergeCell ref=\"A1:XFD9\"/>".repeat(2) + "</mergeCells>"));
        files.put("roster-F39-blank-rows.xlsx|大量空行", () -> sheets(1, sheet -> blank(sheet, 1_048_574, 2)));
        files.put("roster-F40-blank-cells.xlsx|大量空行", () -> sheets(1, sheet -> blank(sheet, 251_000, 40)));
        files.put("roster-F41-unformatted-rows.xlsx|大量空行", () -> sheets(1, sheet -> blank(sheet, 2_000_000, 0)));
        files.put("roster-F42-blank-lines.csv|大量空行", () -> utf8("姓名,身份证号\n" + "\n".repeat(2_000_000)));
        files.put(
                "roster-F43-blank-fields.csv|大量空行", () -> utf8("姓名,身份证号\n" + (",".repeat(150) + "\n").repeat(70_000)));
        files.put("roster-F44-blank-lines-above.csv|大量空行", () -> utf8("\n".repeat(2_000_000) + "姓名,身份证号\n甲,1\n"));
        files.put("roster-F45-blank-sheets.xlsx|大量空行", () -> sheets(30, sheet -> blank(sheet, 20_000, 20)));
        files.put("roster-F46-large-sheets.xlsx|解压后过大", () -> sheets(30, HostileWorkbooks::text));
        files.put("roster-F47-records.xls|大量空行", HostileWorkbooks::manyRecords);
        return files;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String[] wide(int columns) {
        String[] texts = new String[columns];
        Arrays.fill(texts, "1");
        return texts;
    }

    private static byte[] withSheet(String xml) {
        Map<String, String> parts = HandMade.parts("<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>");
        parts.put("xl/worksheets/sheet1.xml", xml);
        return HandMade.zip(parts);
    }

    private static byte[] ole(String stream) {
        return ole(stream, new byte[5000]);
    }

    private static byte[] ole(String stream, byte[] content) {
        return made(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                files.createDocument(new java.io.ByteArrayInputStream(content), stream);
                files.writeFilesystem(out);
            }
        });
    }

    static byte[] xls() {
        return made(out -> {
            try (HSSFWorkbook book = new HSSFWorkbook()) {
                var row = book.createSheet("名册").createRow(0);
                row.createCell(0).setCellValue("姓名");
                row.createCell(1).setCellValue("身份证号");
                book.write(out);
            }
        });
    }

    private static byte[] encryptedXls() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            return xls();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] bomb() {
        return sheets(1, sheet -> spaces(sheet, 300));
    }

    private static void spaces(OutputStream sheet, int megabytes) throws IOException {
        sheet.write(utf8("<worksheet><sheetData>"));
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (int i = 0; i < megabytes; i++) {
            sheet.write(spaces);
        }
        sheet.write(utf8("</sheetData></worksheet>"));
    }

    /** Nearly 20 MB that are no table. */
    private static void text(OutputStream sheet) throws IOException {
        sheet.write(utf8("<worksheet><sheetData>"));
        String spaces = " ".repeat(60);
        for (int i = 0; i < 300_000; i++) {
            sheet.write(utf8(spaces + i));
        }
        sheet.write(utf8("</sheetData></worksheet>"));
    }

    /** A title above rows of formatted cells with nothing in them. */
    private static void blank(OutputStream sheet, int rows, int columns) throws IOException {
        sheet.write(utf8("<worksheet><sheetData>" + HandMade.row(1, "花名册")));
        String cells = "<c s=\"1\"/>".repeat(columns);
        for (int row = 2; row < 2 + rows; row++) {
            sheet.write(utf8("<row r=\"" + row + "\">" + cells + "</row>"));
        }
        sheet.write(utf8("</sheetData></worksheet>"));
    }

    /** A workbook of one sheet under several names, that never lies in memory as a whole. */
    static byte[] sheets(int names, Making sheet) {
        String named = IntStream.rangeClosed(1, names)
                .mapToObj(i -> "<sheet name=\"" + i + "\" sheetId=\"" + i + "\" r:id=\"rId1\"/>")
                .collect(Collectors.joining());
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> part : HandMade.parts(named).entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(utf8(part.getValue()));
                }
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                sheet.into(zip);
            }
        });
    }

    /** An .xls whose sheet, half a million records of nothing, stands in it under thirty names. */
    private static byte[] manyRecords() {
        int start = 20 + 30 * 13 + 4;
        ByteBuffer stream = ByteBuffer.allocate(start + 20 + 4 * 500_000 + 4).order(ByteOrder.LITTLE_ENDIAN);
        begin(stream, 5);
        for (int i = 0; i < 30; i++) {
            stream.putShort((short) 0x85).putShort((short) 9).putInt(start).putShort((short) 0);
            stream.put((byte) 1).put((byte) 0).put((byte) ('A' + i));
        }
        stream.putInt(0x0A);
        begin(stream, 16);
        while (stream.remaining() > 4) {
            stream.putInt(0xE2);
        }
        return ole("Workbook", stream.putInt(0x0A).array());
    }

    private static void begin(ByteBuffer stream, int kind) {
        stream.putShort((short) 0x0809).putShort((short) 16).putShort((short) 0x0600);
        stream.putShort((short) kind).put(new byte[12]);
    }

    private static byte[] manyParts() {
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < 4_001; i++) {
                    zip.putNextEntry(new ZipEntry("xl/" + i));
                }
            }
        });
    }

    interface Making {
        void into(OutputStream out) throws IOException;
    }

    private static byte[] made(Making making) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            making.into(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
