package org.guixue.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A file of rows as people send it, opened by what it holds, whatever its name says: .xlsx (.xlsm: its macros are never looked at), .xls of
 * Excel 97 to 2003, .csv in UTF-8, UTF-16 with mark, or GB18030.
 *
 * <p>Keeps the given bytes and, of an .xlsx or .xls, its strings; the rows are read anew by each pass. Holds no file, so nothing need be
 * closed. A pass is for one thread; passes of several threads do not disturb one another.
 *
 * <p>All refusals are {@link org.guixue.ValuesRefused} on the field {@code file}, or {@link org.guixue.TooLarge} beyond {@link Limits}, in
 * Chinese, with the way out.
 */
public final class Workbook {
    private static final int SNIFFED_BYTES = 1024;

    private final Sheets sheets;

    private Workbook(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Opens a file from memory; refuses what is no workbook, is encrypted, damaged or too large. */
    public static Workbook open(byte[] content) {
        if (content.length == 0) {
            throw WorkbookRefusals.file("文件是空的，请重新选择。");
        }
        if (content.length > Limits.FILE_BYTES) {
            throw WorkbookRefusals.tooMuch("文件超过 " + Limits.FILE_BYTES / (1024 * 1024) + " MB");
        }
        return new Workbook(Guarded.reading(() -> sheets(content)));
    }

    /** Names of the visible sheets; of a .csv one without name. */
    public List<String> sheetNames() {
        return sheets.names();
    }

    /**
     * The visible sheet that has a heading row with all required headings, and rows below it. Refuses where there is none: what is missing
     * and what was found instead, or which heading stands twice; and where there are several with rows.
     */
    public Table table(Headings headings) {
        return Guarded.reading(() -> TableSearch.in(sheets, headings));
    }

    private static Sheets sheets(byte[] content) throws IOException {
        String start = new String(content, 0, Math.min(SNIFFED_BYTES, content.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return zipped(new Zip(content));
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return new XlsSheets(content);
        }
        refuseOtherKinds(start);
        return new CsvSheets(CsvText.of(content)
                .orElseThrow(() -> WorkbookRefusals.file("看不出这是什么文件，或文字编码不是 UTF-8、GB18030。请另存为 .xlsx 后再上传。")));
    }

    private static Sheets zipped(Zip zip) throws IOException {
        if (zip.has("xl/workbook.bin")) {
            throw WorkbookRefusals.file("文件是 .xlsb（二进制工作簿），请另存为 .xlsx 后再上传。");
        }
        if (zip.has("word/document.xml")) {
            throw WorkbookRefusals.file("文件是 Word 文档，不是表格。请把表格复制到 Excel 或 WPS 中，另存为 .xlsx 后再上传。");
        }
        if (zip.has("mimetype")) {
            throw WorkbookRefusals.file("文件是 OpenDocument（.ods）或电子书等格式，请另存为 .xlsx 后再上传。");
        }
        if (!zip.has("[Content_Types].xml") || zip.names().stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw WorkbookRefusals.file("文件是压缩包或其他文档，不是表格。请解压后上传其中的 .xlsx、.xls 或 .csv。");
        }
        return new XlsxSheets(zip);
    }

    private static void refuseOtherKinds(String start) {
        String text = start.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf")) {
            throw WorkbookRefusals.file("文件是 PDF，不是表格，请上传 .xlsx、.xls 或 .csv。");
        }
        if (text.startsWith("\u0089png") || start.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("gif8")) {
            throw WorkbookRefusals.file("文件是图片，不是表格，请上传 .xlsx、.xls 或 .csv。");
        }
        if (text.startsWith("rar!") || text.startsWith("7z\u00bc\u00af")) {
            throw WorkbookRefusals.file("文件是压缩包，请解压后上传其中的 .xlsx、.xls 或 .csv。");
        }
        if (text.startsWith("<") || text.startsWith("{\\rtf")) {
            throw WorkbookRefusals.file("文件其实是网页或 XML（有些系统导出的 .xls 是这样），请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。");
        }
    }
}
