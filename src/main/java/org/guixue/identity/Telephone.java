package org.guixue.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people give them: mobile, with area code, extension, abroad, up to three of them. Each must have as many
 * digits as such a number has: what cannot be called is no number.
 */
public final class Telephone {
    private static final int LONGEST = 40;
    private static final int MOST = 3;
    private static final Pattern MOBILE = Pattern.compile("((\\+|00)?86)?1[3-9][0-9]{9}");
    private static final Pattern LANDLINE =
            Pattern.compile("((\\+|00)860?[1-9][0-9]{1,2}|0[1-9][0-9]{1,2})[1-9][0-9]{6,7}|[2-9][0-9]{6,7}");
    private static final Pattern SERVICE = Pattern.compile("[48]00[0-9]{7}");
    private static final Pattern ABROAD = Pattern.compile("(\\+|00)(?!86)[1-9][0-9]{6,13}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4,5}-[0-9]{1,2}-[0-9]{1,2}");
    private static final Pattern EXTENSION = Pattern.compile("(转|-)[0-9]{1,6}$");

    private Telephone() {}

    public static String plain(String typed) {
        return Normaliser.figures(typed);
    }

    public static Optional<String> refusal(String text) {
        String[] all = text.split("[、,/;]", -1);
        boolean fits = text.isEmpty()
                || (text.length() <= LONGEST
                        && all.length <= MOST
                        && Arrays.stream(all).allMatch(Telephone::isNumber));
        return fits ? Optional.empty() : Optional.of("电话应为手机号或带区号的座机号，如13900000000、0797-1234567");
    }

    private static boolean isNumber(String typed) {
        String one = typed.strip();
        return !DATE.matcher(one).matches() && isWholeOrExtended(one);
    }

    private static boolean isWholeOrExtended(String one) {
        return isWhole(one)
                || (EXTENSION.matcher(one).find()
                        && isFixed(EXTENSION.matcher(one).replaceFirst("")));
    }

    private static boolean isWhole(String typed) {
        String digits = digits(typed);
        return MOBILE.matcher(digits).matches()
                || isFixed(typed)
                || SERVICE.matcher(digits).matches()
                || ABROAD.matcher(digits).matches();
    }

    private static boolean isFixed(String typed) {
        String digits = digits(typed);
        return LANDLINE.matcher(digits).matches() || SERVICE.matcher(digits).matches();
    }

    private static String digits(String typed) {
        return typed.matches("[+(]?[0-9][0-9 ()-]*") ? typed.replaceAll("[ ()-]", "") : "";
    }
}
