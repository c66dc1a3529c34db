package org.guixue.workbook;

/**
 * A column of a sheet that we write.
 *
 * @param widthChars its width in half-width characters, 1 to 255; a Chinese character takes two
 */
public record SheetColumn(String heading, Kind kind, double widthChars) {
    public enum Kind {
        /** Always text, format 「@」: names, IDs, telephones, codes. */
        TEXT,
        /** A real date, shown as yyyy-mm-dd. */
        DATE,
        NUMBER
    }

    public SheetColumn {
        if (widthChars < 1 || widthChars > 255) {
            throw new IllegalArgumentException("width 1 to 255 expected, found " + widthChars);
        }
    }

    public static SheetColumn text(String heading, double widthChars) {
        return new SheetColumn(heading, Kind.TEXT, widthChars);
    }

    public static SheetColumn date(String heading) {
        return new SheetColumn(heading, Kind.DATE, 12);
    }

    public static SheetColumn number(String heading, double widthChars) {
        return new SheetColumn(heading, Kind.NUMBER, widthChars);
    }
}
