package org.guixue.person;

import java.text.Normalizer;

/**
 * A person's name as the household register writes it: NFC, with the middle dot as {@code ·} (U+00B7) whichever of its
 * look-alikes was typed. Rare characters stay as they are. 1 to 100 characters, letters and · and space only.
 */
public record PersonName(String text) {
    public PersonName {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .replaceAll("[．•・‧∙]", "·")
                .replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("姓名不能为空，请填写姓名");
        }
        if (text.codePointCount(0, text.length()) > 100) {
            throw new IllegalArgumentException("姓名超过100个字，请核对后重填");
        }
        int[] refused = text.codePoints().filter(c -> !permitted(c)).toArray();
        if (refused.length > 0) {
            throw new IllegalArgumentException("姓名中有不能使用的字符“%s”（U+%04X），请删去后重填"
                    .formatted(
                            Character.isISOControl(refused[0]) || Character.getType(refused[0]) == Character.FORMAT
                                    ? "不可见字符"
                                    : Character.toString(refused[0]),
                            refused[0]));
        }
    }

    private static boolean permitted(int character) {
        return Character.isLetter(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.PRIVATE_USE
                || "· .-'’".indexOf(character) >= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
