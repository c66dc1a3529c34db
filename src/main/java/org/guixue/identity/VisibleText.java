package org.guixue.identity;

import java.util.Optional;

/**
 * Free text that may be stored and printed as it is. Signs such as {@code <} or {@code =} are harmless here: pages escape
 * them and exports write them as text. What cannot be seen and what {@link Normaliser} has not taken off (control characters,
 * fillers) is refused.
 */
public final class VisibleText {
    private VisibleText() {}

    /** In one line. */
    public static Optional<String> lineRefusal(String text, int most) {
        return refusal(text, most, "");
    }

    /** Where line breaks are welcome. */
    public static Optional<String> linesRefusal(String text, int most) {
        return refusal(text, most, "\n\r\t");
    }

    private static Optional<String> refusal(String text, int most, String permitted) {
        if (text.codePointCount(0, text.length()) > most) {
            return Optional.of("最多%d个字，请删减".formatted(most));
        }
        return text.codePoints()
                .filter(character -> isInvisible(character) && permitted.indexOf(character) < 0)
                .boxed()
                .findFirst()
                .map("含有不可见字符（U+%04X），请删去后重填"::formatted);
    }

    static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.UNASSIGNED -> !Han.isNewer(character);
            default -> character == 0x3164 || character == 0xFFA0 || character == 0x115F || character == 0x1160;
        };
    }
}
