package org.guixue.search;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks resident IDs (GB 11643) and the student numbers that contain them: {@code 3607**********1234}.
 *
 * <p>Eighteen figures in a row, half or full width, are always masked, also where more follow: the number of a disability
 * certificate (残疾人证) is the ID with two figures behind. Figures in boxes or groups, apart by spaces or hyphens, are
 * masked where the birth date among them may be one.
 */
final class IdMask {
    private static final Pattern SOLID = Pattern.compile("(?<!\\d)(\\d{4})\\d{10}(\\d{3}[\\dXx])");
    private static final Pattern SPACED = Pattern.compile(String.join(
                    "[\\s\u3000\u00a0-]{0,3}",
                    List.of(
                            "(?<!\\d)(\\d",
                            "\\d",
                            "\\d",
                            "\\d)",
                            "\\d",
                            "\\d",
                            "(?:1~9|2~0)",
                            "\\d",
                            "\\d",
                            "(?:0~[1-9]|1~[0-2])",
                            "(?:0~[1-9]|[12]~\\d|3~[01])",
                            "(\\d",
                            "\\d",
                            "\\d",
                            "[\\dXx])"))
            .replace("~", "[\\s\u3000\u00a0-]{0,3}"));

    private IdMask() {}

    /** The text with IDs masked, its full-width figures half-width. */
    static String mask(String text) {
        String solid = SOLID.matcher(halfWidth(text)).replaceAll("$1**********$2");
        return SPACED.matcher(solid).replaceAll("$1**********$2");
    }

    static boolean holdsId(String text) {
        return !mask(text).equals(halfWidth(text));
    }

    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text);
        for (int i = 0; i < half.length(); i++) {
            char character = half.charAt(i);
            if ((character >= '０' && character <= '９') || character == 'Ｘ' || character == 'ｘ') {
                half.setCharAt(i, (char) (character - '０' + '0'));
            }
        }
        return half.toString();
    }
}
