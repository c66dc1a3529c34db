package org.guixue.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name as the household register writes it, typed as {@link Normaliser#name} reads it. Rare characters stay as
 * they are, also those that this house cannot draw: only issuing asks for a glyph. 1 to {@value #LONGEST} characters; it
 * begins with a letter and holds letters, ·, the tsheg of Tibetan and, between letters of an alphabet, space . - ' only. So no formula, mark-up,
 * figure, emoji or invisible character is a name.
 */
public record PersonName(String text) {
    public static final int LONGEST = 100;
    private static final int LONGEST_TYPED = 1000;

    /** What programs and people write where they have no name. */
    private static final Pattern NOBODY = Pattern.compile("(?i)无|没有|暂无|不详|未知|不知道|null|none|n/a|nan|undefined");

    /** What stands between the syllables of a Tibetan name (GB 18030-2022). */
    private static final String TSHEG = "\u0f0b\u0f0c";

    public PersonName {
        refuseLong(text);
        text = Normaliser.name(text);
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    public static Given<PersonName> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Given.refused(typed.substring(0, LONGEST), tooLong());
        }
        String text = Normaliser.name(typed);
        return fault(text)
                .map(fault -> Given.<PersonName>refused(typed.strip(), fault))
                .orElseGet(() -> Given.of(text, new PersonName(text)));
    }

    private static void refuseLong(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            throw new IllegalArgumentException(tooLong());
        }
    }

    private static String tooLong() {
        return "姓名超过%d个字，请核对后重填".formatted(LONGEST);
    }

    private static Optional<String> fault(String text) {
        if (NOBODY.matcher(text).matches()) {
            return Optional.of("“%s”不是姓名，请填写姓名；没有这个人的请留空".formatted(text));
        }
        if (text.isEmpty()) {
            return Optional.of("姓名不能为空，请填写姓名");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of(tooLong());
        }
        int[] refused = text.codePoints().filter(c -> !permitted(c)).toArray();
        if (refused.length > 0) {
            return Optional.of("姓名中有不能使用的字符“%s”（U+%04X），请删去后重填"
                    .formatted(
                            VisibleText.isInvisible(refused[0]) ? "不可见字符" : Character.toString(refused[0]),
                            refused[0]));
        }
        return beginsName(text.codePointAt(0)) ? Optional.empty() : Optional.of("姓名应以文字开头，请删去前面的符号");
    }

    private static boolean permitted(int character) {
        return beginsName(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK
                || ("· .-'’" + TSHEG).indexOf(character) >= 0;
    }

    /** 〇 is a figure to Unicode and a character of given names to a household register. */
    private static boolean beginsName(int character) {
        return (Character.isLetter(character) && !VisibleText.isInvisible(character))
                || Han.isHan(character)
                || Character.getType(character) == Character.PRIVATE_USE;
    }

    @Override
    public String toString() {
        return text;
    }
}
