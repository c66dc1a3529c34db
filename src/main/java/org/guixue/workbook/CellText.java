package org.guixue.workbook;

import java.text.Normalizer;
import java.util.Locale;

/** Text freed of what sits invisibly in cells. */
public final class CellText {
    private CellText() {}

    /** NFC, no zero-width characters, every kind of space and line break one space, none at the ends. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (isZeroWidth(unit)) {
                continue;
            }
            if (isSpace(unit)) {
                gap = true;
                continue;
            }
            if (gap && !plain.isEmpty()) {
                plain.append(' ');
            }
            gap = false;
            plain.append(unit);
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** For IDs, numbers and telephones: as {@link #of}, half-width, without any space, letters in capitals. */
    public static String code(String text) {
        StringBuilder code = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!isZeroWidth(unit) && !isSpace(unit)) {
                code.append(halfWidth(unit));
            }
        }
        return Normalizer.normalize(code, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
    }

    static char halfWidth(char unit) {
        return unit >= '\uff01' && unit <= '\uff5e' ? (char) (unit - 0xfee0) : unit;
    }

    static boolean isSpace(char unit) {
        return unit <= ' ' || unit == '\u0085' || Character.isSpaceChar(unit);
    }

    private static boolean isZeroWidth(char unit) {
        return (unit >= '\u200b' && unit <= '\u200d') || unit == '\u2060' || unit == '\ufeff' || unit == '\u00ad';
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean ideograph = unit >= '\u4e00' && unit <= '\u9fff';
            if (!ideograph && (unit <= ' ' || unit > '~')) {
                return false;
            }
        }
        return true;
    }
}
