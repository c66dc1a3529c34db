package org.guixue.person;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** 公民身份号码, 18 characters with a check character (GB 11643-1999). Full-width digits, spaces and x are accepted. */
public record NationalId(String text) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    public NationalId {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (!text.matches("[1-9]\\d{16}[\\dX]")) {
            throw new IllegalArgumentException("身份证号应为18位（前17位数字，末位数字或X），请核对后重填");
        }
        if (checkCharacter(text) != text.charAt(17)) {
            throw new IllegalArgumentException("身份证号校验位不符，请对照证件逐位核对");
        }
        birthDate(text);
    }

    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    public LocalDate bornOn() {
        return birthDate(text);
    }

    /** 男 or 女: the 17th digit is odd for men. */
    public String sex() {
        return (text.charAt(16) - '0') % 2 == 1 ? "男" : "女";
    }

    /** {@code 3607**********1234}: first four and last four. */
    public String masked() {
        return text.substring(0, 4) + "*".repeat(10) + text.substring(14);
    }

    private static LocalDate birthDate(String text) {
        try {
            return LocalDate.of(
                    Integer.parseInt(text.substring(6, 10)),
                    Integer.parseInt(text.substring(10, 12)),
                    Integer.parseInt(text.substring(12, 14)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("身份证号中的出生日期不存在，请对照证件逐位核对", e);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
