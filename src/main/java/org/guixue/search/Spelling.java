package org.guixue.search;

import java.util.Locale;
import java.util.stream.Collectors;

/** How a text is typed in pinyin, without tones: 东山 as {@code dongshan}. */
public final class Spelling {
    private static final int LONGEST_SYLLABLE = 6;

    private Spelling() {}

    /** In full, each character in its likeliest reading; what is no Han character stays as it is. */
    public static String full(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(Spelling::syllable)
                .collect(Collectors.joining());
    }

    /** By initials: {@code ds}. */
    public static String initials(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> syllable(character).substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String syllable(String character) {
        return NamePinyin.readings(character).stream().findFirst().orElse(character.toLowerCase(Locale.ROOT));
    }

    /** Whether these lower-case letters are at most so many syllables. */
    public static boolean isSpelled(String letters, int most) {
        if (letters.isEmpty()) {
            return true;
        }
        for (int length = Math.min(LONGEST_SYLLABLE, letters.length()); most > 0 && length > 0; length--) {
            if (NamePinyin.isSyllable(letters.substring(0, length)) && isSpelled(letters.substring(length), most - 1)) {
                return true;
            }
        }
        return false;
    }
}
