package org.guixue.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one reading of what people type, paste and scan, before anything is judged: composed (NFC), look-alikes of ideographs
 * as ideographs, without the invisible marks that telephones and web pages put around names and numbers. Doing it twice
 * changes nothing. It refuses nothing: what remains that cannot be seen is {@link VisibleText}'s to find.
 */
public final class Normaliser {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}]+");
    private static final Pattern DOTS = Pattern.compile("[\\u0387•・‧∙･⋅\\u318D\\uA78F\\u2E31\\u2E33]");
    private static final Pattern DOT_BETWEEN_HAN =
            Pattern.compile("(" + Han.CLASS + ") ?[.．·](?: ?[.．·])* ?(?=" + Han.CLASS + ")");
    private static final Pattern SPACED_DOT = Pattern.compile(" ?·[· ]*");
    private static final Pattern SPACE_BETWEEN_HAN = Pattern.compile("(" + Han.CLASS + ") (?=" + Han.CLASS + ")");
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−－]");

    private Normaliser() {}

    /** Any text; its lines and spaces stay. */
    public static String text(String typed) {
        if (isPlain(typed)) {
            return typed;
        }
        StringBuilder kept = new StringBuilder(typed.length());
        typed.codePoints()
                .filter(character -> !isMark(character))
                .map(LookAlikes::meant)
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** In one line: every run of spaces and line breaks is one space, none at the ends. */
    public static String line(String typed) {
        return SPACES.matcher(text(typed)).replaceAll(" ").strip();
    }

    /**
     * A person's name: the dot between its parts is {@code ·} (U+00B7) whichever look-alike was typed, between Han characters
     * a full stop too; full-width Latin letters are half-width; the spaces that set two characters apart in a column go.
     */
    public static String name(String typed) {
        String dotted = DOTS.matcher(line(typed)).replaceAll("·");
        String between = DOT_BETWEEN_HAN.matcher(dotted).replaceAll("$1·");
        String closed = SPACED_DOT.matcher(between).replaceAll("·");
        StringBuilder name = new StringBuilder(closed.length());
        SPACE_BETWEEN_HAN
                .matcher(closed)
                .replaceAll("$1")
                .chars()
                .forEach(unit -> name.append(narrowInName((char) unit)));
        return name.toString();
    }

    /** IDs, numbers of papers and the like: half-width, capitals, without any space. */
    public static String code(String typed) {
        return SPACES.matcher(Normalizer.normalize(text(typed), Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** Telephones, dates and other figures: half-width, every hyphen {@code -}, spaces as in a line. */
    public static String figures(String typed) {
        return HYPHENS.matcher(Normalizer.normalize(line(typed), Normalizer.Form.NFKC))
                .replaceAll("-");
    }

    /** The character that was meant by a look-alike of an ideograph. */
    public static int meant(int character) {
        return LookAlikes.meant(character);
    }

    private static char narrowInName(char unit) {
        boolean letter = (unit >= 'Ａ' && unit <= 'Ｚ') || (unit >= 'ａ' && unit <= 'ｚ');
        return letter || unit == '．' || unit == '－' || unit == '＇' ? (char) (unit - 0xFEE0) : unit;
    }

    /** Invisible marks that carry nothing: of width zero, of writing direction, of glyph variants. */
    private static boolean isMark(int character) {
        return character == 0x00AD
                || character == 0x034F
                || character == 0x061C
                || character == 0x180E
                || (character >= 0x200B && character <= 0x200F)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2060 && character <= 0x206F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == 0xFEFF
                || (character >= 0xE0000 && character <= 0xE01EF);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit > '~' && (unit < '一' || unit > '\u9FFF')) {
                return false;
            }
        }
        return true;
    }
}
