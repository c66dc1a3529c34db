package org.guixue.person;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A paper that says who a child is where there is no resident ID, or beside it.
 *
 * @param kind one of {@link #KINDS}
 * @param number full-width characters and spaces are accepted; kept in capitals
 */
public record OtherPaper(String kind, String number) {
    public static final List<String> KINDS =
            List.of("护照", "港澳居民来往内地通行证", "港澳居民居住证", "台湾居民来往大陆通行证", "台湾居民居住证", "外国人永久居留身份证", "出生医学证明", "其他");

    public OtherPaper {
        String wanted = kind.strip();
        if (!KINDS.contains(wanted)) {
            throw new IllegalArgumentException("其他证件的种类应为：" + String.join("、", KINDS));
        }
        kind = wanted;
        number = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (!number.matches(shape(wanted)) || (isResidencePermit(wanted) && !checks(number))) {
            throw new IllegalArgumentException("“%s”的号码%s，请对照证件核对".formatted(wanted, expected(wanted)));
        }
    }

    private static boolean isResidencePermit(String kind) {
        return kind.endsWith("居民居住证");
    }

    private static String shape(String kind) {
        return switch (kind) {
            case "护照" -> "[A-Z0-9]{5,20}";
            case "港澳居民来往内地通行证" -> "[HM]\\d{8}(\\d{2})?";
            case "港澳居民居住证" -> "8[12]0000\\d{11}[\\dX]";
            case "台湾居民来往大陆通行证" -> "\\d{8}(\\d{2})?";
            case "台湾居民居住证" -> "830000\\d{11}[\\dX]";
            case "外国人永久居留身份证" -> "[A-Z]{3}\\d{12}|9\\d{16}[\\dX]";
            case "出生医学证明" -> "[A-Z]\\d{9}";
            default -> "[\\p{IsHan}A-Z0-9()/.-]{2,40}";
        };
    }

    private static String expected(String kind) {
        return switch (kind) {
            case "护照" -> "应为5至20位字母和数字";
            case "港澳居民来往内地通行证" -> "应为H或M加8位数字";
            case "港澳居民居住证" -> "应为18位，以810000或820000开头";
            case "台湾居民来往大陆通行证" -> "应为8位数字";
            case "台湾居民居住证" -> "应为18位，以830000开头";
            case "外国人永久居留身份证" -> "应为15位或18位";
            case "出生医学证明" -> "应为1个字母加9位数字";
            default -> "应为2至40个字母、数字或汉字";
        };
    }

    private static boolean checks(String number) {
        return NationalId.checkCharacter(number) == number.charAt(17);
    }

    /** First two and last two characters. */
    public String masked() {
        int hidden = Math.max(number.length() - 4, 1);
        return number.length() <= 4
                ? "*".repeat(number.length())
                : number.substring(0, 2) + "*".repeat(hidden) + number.substring(number.length() - 2);
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
