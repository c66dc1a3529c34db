package org.guixue.workbook;

import org.guixue.TooLarge;
import org.guixue.ValuesRefused;

/** What is said when a file cannot be read: what is wrong and the way out. */
final class WorkbookRefusals {
    /** The name of the form field that holds the file. */
    static final String FIELD = "file";

    private WorkbookRefusals() {}

    static ValuesRefused file(String message) {
        return new ValuesRefused(FIELD, message);
    }

    static ValuesRefused damaged(String what) {
        return file("文件已损坏（" + what + "）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。");
    }

    static TooLarge tooMuch(String what) {
        return new TooLarge(what + "。请删去多余的内容，或分成几个文件上传。");
    }

    static TooLarge tooManyRows() {
        return tooMuch("表格超过" + Limits.ROWS + "行");
    }

    /** @param tenThousands the limit, as 万 */
    static TooLarge tooManyBlanks(String what, int tenThousands) {
        return new TooLarge("表格连空白在内超过%d万%s，里面有大量空行。请删去数据下方的空行和右边的空列（常见原因是给整张表设了格式）后再上传；数据确实多的，请分成几个文件。"
                .formatted(tenThousands, what));
    }

    static TooLarge tooManyColumns(int row) {
        return tooMuch("第" + row + "行超过" + Limits.COLUMNS + "列");
    }

    static TooLarge tooLongCell(int row) {
        return tooMuch("第" + row + "行有单元格超过" + Limits.CELL_CHARS + "个字");
    }

    static ValuesRefused encrypted() {
        return file("文件有打开密码，无法读取。请在 Excel 或 WPS 中取消密码，保存后再上传。");
    }
}
