package org.guixue.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rule of the resident ID number (GB 11643-1999): six digits of the place, eight of the birth date, three of which the
 * last is odd for men, and a check character (ISO 7064 MOD 11-2).
 */
public final class NationalIdRule {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private NationalIdRule() {}

    /** What is wrong with it, in Chinese; empty when nothing is. Expects half-width characters and a capital X. */
    public static Optional<String> fault(String id) {
        if (!id.matches("[0-9]{17}[0-9X]")) {
            return Optional.of("应当是18位：17位数字加1位数字或X");
        }
        if (birthDate(id).isEmpty()) {
            return Optional.of("第7至14位不是真实的出生日期");
        }
        if (checkCharacter(id) != id.charAt(17)) {
            return Optional.of("末位校验码不对，号码里有抄错的数字");
        }
        return Optional.empty();
    }

    /** The birth date inside it; empty when these digits are no date. Expects 18 characters. */
    public static Optional<LocalDate> birthDate(String id) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(id.substring(6, 10)),
                    Integer.parseInt(id.substring(10, 12)),
                    Integer.parseInt(id.substring(12, 14))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** 男 or 女. Expects 18 characters. */
    public static String sex(String id) {
        return (id.charAt(16) - '0') % 2 == 0 ? "女" : "男";
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String id) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (id.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }
}
