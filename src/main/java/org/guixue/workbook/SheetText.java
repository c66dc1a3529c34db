package org.guixue.workbook;

import java.text.Normalizer;

/**
 * Text as it goes into a file that a spreadsheet program opens.
 *
 * <p>In an .xlsx a text is stored as text and never becomes a formula, so nothing is put before it and what people see is what was stored.
 * Somebody who saves that sheet as .csv and opens the .csv again would run it; a prefix in the .xlsx would spoil names, IDs and telephones
 * (+86…) for everybody to guard against that, and is therefore not written. In a .csv that we write, {@link #guarded} puts an apostrophe
 * before what would start a formula (OWASP, CSV injection), and our own reader takes it off again.
 */
public final class SheetText {
    private static final String STARTS_A_FORMULA = "=+-@\t\r＝＋－＠";
    private static final char REPLACEMENT = '\ufffd';

    private SheetText() {}

    /** NFC, at most {@link Limits#CELL_CHARS}, with what XML does not know (controls, halves of surrogate pairs) replaced by U+FFFD. */
    public static String storable(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        String within = normal.length() > Limits.CELL_CHARS ? normal.substring(0, Limits.CELL_CHARS - 1) + "…" : normal;
        StringBuilder storable = new StringBuilder(within.length());
        within.codePoints().forEach(point -> storable.appendCodePoint(isXml(point) ? point : REPLACEMENT));
        return storable.toString();
    }

    /** For a .csv: an apostrophe before what would start a formula, or before an apostrophe that stands there for one or for a figure. */
    public static String guarded(String text) {
        return startsFormula(text, 0) || isGuarded(text) ? "'" + text : text;
    }

    /** Undoes {@link #guarded}, and takes away the apostrophe by which people keep a number's figures. */
    static String withoutGuard(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean isGuarded(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start > 0 && (startsFormula(text, start) || startsFigure(text, start));
    }

    private static boolean startsFigure(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static boolean startsFormula(String text, int at) {
        return at < text.length() && STARTS_A_FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
