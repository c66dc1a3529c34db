package org.guixue.workbook;

import java.util.Optional;

/**
 * One cell as people see it.
 *
 * @param text what stands in it: numbers without exponent or trailing .0, dates as yyyy-MM-dd (with a time of day: yyyy-MM-dd HH:mm); empty where the
 *     cell is blank. Not yet stripped: see {@link CellText}
 * @param formula whether it was computed; {@code text} is the value that the workbook remembers
 */
public record Cell(Kind kind, String text, boolean formula, Origin origin) {
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** A number of more than 15 digits: the workbook has lost the last ones. The text is 3.62101E+17, which nobody takes for an ID. */
        LOSSY,
        /** #N/A and its kind. */
        ERROR,
        /** A formula whose value was never saved. */
        UNCOMPUTED
    }

    /** Where the value stands in the file. */
    public enum Origin {
        OWN,
        /** Repeated down a merged area. */
        FROM_ABOVE,
        /** Repeated to the right in a merged area: a group heading's, no value of this column. */
        FROM_LEFT
    }

    public static final Cell EMPTY = new Cell(Kind.BLANK, "", false, Origin.OWN);

    static Cell of(Kind kind, String text) {
        return new Cell(kind, text, false, Origin.OWN);
    }

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : of(Kind.TEXT, text);
    }

    Cell computed() {
        return new Cell(kind, text, true, origin);
    }

    Cell copied(Origin how) {
        return new Cell(kind, text, formula, how);
    }

    /** Nothing to see: no text, or only spaces. A formula without value and an error are not blank. */
    public boolean isBlank() {
        return kind == Kind.BLANK || (kind == Kind.TEXT && CellText.of(text).isEmpty());
    }

    /** Why the text may not be taken for a value, in Chinese; empty where it may. */
    public Optional<String> problem() {
        return switch (kind) {
            case LOSSY -> Optional.of("单元格是超过15位的数字，表格软件已丢失末尾几位；请先把该列设为“文本”格式，再照原件重新填写");
            case ERROR -> Optional.of("单元格是错误值" + text + "，请改为实际内容");
            case UNCOMPUTED -> Optional.of("单元格的公式没有保存计算结果，请用表格软件打开并保存一次，或改为实际内容");
            default -> Optional.empty();
        };
    }
}
