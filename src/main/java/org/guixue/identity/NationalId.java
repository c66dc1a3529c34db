package org.guixue.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 公民身份号码 (GB 11643-1999): six digits of the place, eight of the birth date, three of which the last is odd for men, and a
 * check character (ISO 7064 MOD 11-2). Typed as {@link Normaliser#code} reads it.
 */
public record NationalId(String text) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    /** As a regular expression. */
    public static final String SHAPE = "[1-9][0-9]{16}[0-9X]";

    private static final Pattern WHOLE = Pattern.compile(SHAPE);
    private static final String WHAT = "身份证号";

    public NationalId {
        text = Normaliser.code(text);
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(WHAT + fault);
        });
    }

    public static Given<NationalId> read(String typed) {
        String text = Normaliser.code(typed);
        return text.isEmpty()
                ? Given.nothing()
                : fault(text)
                        .map(fault -> Given.<NationalId>refused(typed.strip(), WHAT + fault))
                        .orElseGet(() -> Given.of(text, new NationalId(text)));
    }

    /** What is wrong with a normalised one, as the end of a sentence that names it; empty when nothing is. */
    public static Optional<String> fault(String text) {
        if (text.contains("*")) {
            return Optional.of("有隐去的数字，不能用来核对；请用完整的号码，从本系统导出的请选“导出完整号码”");
        }
        if (!WHOLE.matcher(text).matches()) {
            return Optional.of("应为18位（前17位数字，末位数字或X），请核对后重填");
        }
        if (birthDate(text).isEmpty()) {
            return Optional.of("中的出生日期不存在，请对照证件逐位核对");
        }
        return checkCharacter(text) == text.charAt(17) ? Optional.empty() : Optional.of("末位校验码不符，请对照证件逐位核对");
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    public LocalDate bornOn() {
        return birthDate(text).orElseThrow();
    }

    /** 男 or 女: the 17th digit is odd for men. */
    public String sex() {
        return (text.charAt(16) - '0') % 2 != 0 ? "男" : "女";
    }

    public String masked() {
        return Mask.of(text);
    }

    private static Optional<LocalDate> birthDate(String text) {
        int year = Integer.parseInt(text.substring(6, 10));
        int month = Integer.parseInt(text.substring(10, 12));
        int day = Integer.parseInt(text.substring(12, 14));
        boolean exists = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    @Override
    public String toString() {
        return masked();
    }
}
