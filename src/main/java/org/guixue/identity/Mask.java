package org.guixue.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one mask of the house: {@code 3607**********1234} for a resident ID (GB 11643) and what contains one, a student number
 * ({@code G3607**********1234}) or the certificate of a disabled person; two characters at either end of other numbers.
 */
public final class Mask {
    private static final Pattern WITH_ID =
            Pattern.compile("([A-Z]?[0-9]{4})[0-9]{10}([0-9A-Z]{4}(?:[0-9]{2}(?:B[0-9])?)?)");
    private static final int ENDS = 2;
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

    private static final Pattern FIGURES = Pattern.compile("[0-9０-９]{6,}[0-9０-９XxＸｘ]*");

    private Mask() {}

    /** One number, masked. */
    public static String of(String number) {
        Matcher withId = WITH_ID.matcher(number);
        if (withId.matches()) {
            return withId.group(1) + "*".repeat(10) + withId.group(2);
        }
        return number.length() <= 2 * ENDS
                ? "*".repeat(number.length())
                : number.substring(0, ENDS)
                        + "*".repeat(number.length() - 2 * ENDS)
                        + number.substring(number.length() - ENDS);
    }

    /**
     * A text with the IDs in it masked, its full-width figures half-width. Eighteen figures in a row are always masked, also
     * where more follow. Figures in boxes or groups, apart by spaces or hyphens, are masked where the birth date among them
     * may be one.
     */
    public static String inText(String text) {
        String solid = SOLID.matcher(halfWidth(text)).replaceAll("$1**********$2");
        return SPACED.matcher(solid).replaceAll("$1**********$2");
    }

    public static boolean holdsId(String text) {
        return !inText(text).equals(halfWidth(text));
    }

    /** A question as it was typed, with stars for every number that may be part of an ID. */
    public static String ofQuestion(String typed) {
        return FIGURES.matcher(typed).replaceAll("******");
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
