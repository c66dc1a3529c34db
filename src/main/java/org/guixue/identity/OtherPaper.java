package org.guixue.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A paper that says who a child is where there is no resident ID, or beside it.
 *
 * @param kind one of {@link #KINDS}
 * @param number full-width characters and spaces are accepted; kept in capitals
 */
public record OtherPaper(String kind, String number) {
    public static final List<String> KINDS = List.of(
            "护照",
            "香港特区护照/身份证明",
            "澳门特区护照/身份证明",
            "港澳居民来往内地通行证",
            "港澳居民居住证",
            "台湾居民来往大陆通行证",
            "台湾居民居住证",
            "外国人永久居留身份证",
            "境外永久居住证",
            "出生医学证明",
            "其他");
    private static final String OLD_CARD = "[A-Z]{3}\\d{12}";
    private static final String NEW_CARD = "9\\d{16}[\\dX]";

    public OtherPaper {
        kind = kindOf(kind);
        number = Normaliser.code(number);
        kindFault(kind).or(faultOf(kind, number)).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    public static Given<OtherPaper> read(String kind, String number) {
        String wanted = kindOf(kind);
        String plain = Normaliser.code(number);
        return kindFault(wanted)
                .or(faultOf(wanted, plain))
                .map(fault -> Given.<OtherPaper>refused(kind + " " + number, fault))
                .orElseGet(() -> Given.of(plain, new OtherPaper(wanted, plain)));
    }

    private static String kindOf(String typed) {
        return PaperKind.read(typed).orElseGet(() -> Normaliser.line(typed));
    }

    /** What is wrong with the kind alone. */
    public static Optional<String> kindFault(String kind) {
        return KINDS.contains(kindOf(kind)) ? Optional.empty() : Optional.of("其他证件的种类应为：" + String.join("、", KINDS));
    }

    private static Supplier<Optional<String>> faultOf(String kind, String number) {
        return () -> !number.matches(shape(kind)) || (isPermit(kind, number) && !checks(number))
                ? Optional.of("“%s”的号码%s，请对照证件核对".formatted(kind, expected(kind)))
                : Optional.empty();
    }

    /** Whether the number is made like a resident ID: place, birth date, sequence, check character. */
    private static boolean isPermit(String kind, String number) {
        return kind.endsWith("居民居住证") || (isForeigners(kind) && number.matches(NEW_CARD));
    }

    private static boolean isForeigners(String kind) {
        return kind.equals("外国人永久居留身份证") || kind.equals("境外永久居住证");
    }

    /** Why it can't be the paper of somebody born on that day. */
    public Optional<String> contradiction(LocalDate bornOn) {
        String birth = isPermit(kind, number)
                ? number.substring(6, 14)
                : isForeigners(kind) && number.matches(OLD_CARD) ? number.substring(7, 13) : "";
        return bornOn.format(DateTimeFormatter.BASIC_ISO_DATE).endsWith(birth)
                ? Optional.empty()
                : Optional.of("证件号中的出生日期与所填出生日期不一致，请核对二者");
    }

    /** Whether the number is one child's alone; what is written in words under another kind is not. */
    public boolean identifies() {
        return !kind.equals("其他") || number.matches(".*\\d{4}.*");
    }

    /** What two papers that are the same have in common. */
    public String key() {
        return kind + " " + number;
    }

    private static String shape(String kind) {
        return switch (kind) {
            case "护照" -> "[A-Z0-9]{5,20}";
            case "香港特区护照/身份证明", "澳门特区护照/身份证明" -> "[A-Z0-9()/.-]{4,30}";
            case "境外永久居住证" -> "[A-Z0-9/.-]{5,30}";
            case "港澳居民来往内地通行证" -> "[HM]\\d{8}(\\d{2})?";
            case "港澳居民居住证" -> "8[12]0000\\d{11}[\\dX]";
            case "台湾居民来往大陆通行证" -> "\\d{8}(\\d{2})?";
            case "台湾居民居住证" -> "830000\\d{11}[\\dX]";
            case "外国人永久居留身份证" -> OLD_CARD + "|" + NEW_CARD;
            case "出生医学证明" -> "[A-Z]\\d{9}";
            default -> "(?:" + Han.CLASS + "|[A-Z0-9()/.-]){2,40}";
        };
    }

    private static String expected(String kind) {
        return switch (kind) {
            case "护照" -> "应为5至20位字母和数字";
            case "香港特区护照/身份证明", "澳门特区护照/身份证明" -> "应为4至30位字母和数字";
            case "境外永久居住证" -> "应为5至30位字母和数字";
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

    public String masked() {
        return Mask.of(number);
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
