package org.guixue.person;

import java.text.Normalizer;

/**
 * A person's name as the household register writes it: NFC, with the middle dot as {@code ·} (U+00B7) whichever of its
 * look-alikes was typed, full-width Latin letters as half-width ones, and without the spaces that set two characters apart
 * in a column. Rare characters stay as they are. 1 to {@value #LONGEST} characters; it begins with a letter and holds
 * letters, · and, between letters of an alphabet, space . - ' only. So no formula, mark-up, figure, emoji or invisible
 * character is a name.
 */
public record PersonName(String text) {
    static final int LONGEST = 100;
    private static final int LONGEST_TYPED = 1000;
    private static final String HAN = "\\p{IsHan}";

    public PersonName {
        if (text.length() > LONGEST_TYPED) {
            throw new IllegalArgumentException(tooLong());
        }
        text = normalised(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("姓名不能为空，请填写姓名");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException(tooLong());
        }
        int[] refused = text.codePoints().filter(c -> !permitted(c)).toArray();
        if (refused.length > 0) {
            throw new IllegalArgumentException("姓名中有不能使用的字符“%s”（U+%04X），请删去后重填"
                    .formatted(
                            PlainText.isInvisible(refused[0]) ? "不可见字符" : Character.toString(refused[0]), refused[0]));
        }
        if (!beginsName(text.codePointAt(0))) {
            throw new IllegalArgumentException("姓名应以文字开头，请删去前面的符号");
        }
    }

    private static String tooLong() {
        return "姓名超过%d个字，请核对后重填".formatted(LONGEST);
    }

    private static String normalised(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[．•・‧∙･⋅]", "·")
                .replaceAll("[\\s\\u00A0\\u3000]+", " ")
                .strip()
                .replaceAll(" ?· ?", "·")
                .replaceAll("(?<=" + HAN + ") (?=" + HAN + ")", "");
        StringBuilder halfWidth = new StringBuilder();
        text.codePoints()
                .map(c -> (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) ? c - 0xFEE0 : c)
                .forEach(halfWidth::appendCodePoint);
        return halfWidth.toString();
    }

    private static boolean permitted(int character) {
        return beginsName(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || "· .-'’".indexOf(character) >= 0;
    }

    /** 〇 is a figure to Unicode and a character of given names to a household register. */
    private static boolean beginsName(int character) {
        return (Character.isLetter(character) && !PlainText.isInvisible(character))
                || character == '〇'
                || Character.getType(character) == Character.PRIVATE_USE;
    }

    @Override
    public String toString() {
        return text;
    }
}
