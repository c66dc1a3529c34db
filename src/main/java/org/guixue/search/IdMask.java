package org.guixue.search;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks resident IDs (GB 11643) and the student numbers that contain them: {@code 3607**********1234}.
 *
 * <p>Eighteen figures in a row, half or full width, are always masked, also where more follow: the number of a disability
 * certificate (残疾人证) is the ID with two figures behind. Figures in boxes or groups, apart by spaces or hyphens, are
 * masked where the birth date among them may be one.
 */
final class IdMask {
    private static final String DIGIT = "[0-9０-９]";
    private static final String LAST = "[0-9０-９XxＸｘ]";
    private static final Pattern SOLID =
            Pattern.compile("(?<!" + DIGIT + ")(" + DIGIT + "{4})" + DIGIT + "{10}(" + DIGIT + "{3}" + LAST + ")");
    private static final Pattern SPACED =
            Pattern.compile("(?<!" + DIGIT + ")(?:" + DIGIT + "[\\s\u3000\u00a0-]{0,3}){17}" + LAST);
    private static final Pattern BIRTH = Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    private IdMask() {}

    static String mask(String text) {
        String solid = SOLID.matcher(text).replaceAll("$1**********$2");
        return SPACED.matcher(solid).replaceAll(IdMask::maskIfBirthFits);
    }

    static boolean holdsId(String text) {
        return !mask(text).equals(text);
    }

    private static String maskIfBirthFits(MatchResult match) {
        String digits =
                Normalizer.normalize(match.group(), Normalizer.Form.NFKC).replaceAll("[^0-9Xx]", "");
        return BIRTH.matcher(digits.substring(6, 14)).matches()
                ? digits.substring(0, 4) + "**********" + digits.substring(14)
                : Matcher.quoteReplacement(match.group());
    }
}
