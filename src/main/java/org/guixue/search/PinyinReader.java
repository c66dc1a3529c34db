package org.guixue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads letters that someone typed as pinyin of a name: {@code zhangsan} as two syllables, {@code zs} as two initials,
 * {@code zhangs} as both mixed. A reading is one set of name tokens for each character ({@link NamePinyin#tokens}).
 *
 * <p>Where whole syllables fit, only they and pure initials count, so {@code lin} does not find 李娜. The last syllable may be
 * unfinished. At most {@value #MOST_READINGS} readings of at most {@value #MOST_LETTERS} letters.
 */
final class PinyinReader {
    static final int MOST_READINGS = 48;
    static final int MOST_LETTERS = 60;
    private static final int LONGEST_SYLLABLE = 6;

    private final String letters;
    private final boolean mixed;
    private final Set<List<Set<String>>> found = new LinkedHashSet<>();

    private PinyinReader(String letters, boolean mixed) {
        this.letters = letters;
        this.mixed = mixed;
    }

    /** All readings of a word; empty where it is none, such as one with digits. */
    static List<List<Set<String>>> read(String word) {
        String letters = NamePinyin.letters(word);
        if (letters.isEmpty()
                || letters.length() > MOST_LETTERS
                || word.codePoints().anyMatch(Character::isDigit)) {
            return List.of();
        }
        Set<List<Set<String>>> readings = new LinkedHashSet<>();
        if (letters.matches("[^iuv]+")) {
            readings.add(letters.chars()
                    .mapToObj(letter -> Set.of("^" + (char) letter))
                    .toList());
        }
        Set<List<Set<String>>> syllables = split(letters, false);
        readings.addAll(syllables.isEmpty() ? split(letters, true) : syllables);
        return List.copyOf(readings);
    }

    private static Set<List<Set<String>>> split(String letters, boolean mixed) {
        PinyinReader reader = new PinyinReader(letters, mixed);
        reader.split(0, new ArrayList<>());
        return reader.found;
    }

    private void split(int from, List<Set<String>> before) {
        if (found.size() >= MOST_READINGS) {
            return;
        }
        if (from == letters.length()) {
            found.add(List.copyOf(before));
            return;
        }
        for (int to = Math.min(letters.length(), from + LONGEST_SYLLABLE); to > from; to--) {
            Set<String> tokens = tokens(letters.substring(from, to), to == letters.length());
            if (!tokens.isEmpty()) {
                before.add(tokens);
                split(to, before);
                before.remove(before.size() - 1);
            }
        }
    }

    private Set<String> tokens(String part, boolean last) {
        if (NamePinyin.isSyllable(part)) {
            return Set.of(part);
        }
        if (!mixed) {
            return Set.of();
        }
        if (part.matches("[zcs]h|[^iuv]")) {
            return Set.of("^" + part);
        }
        return last ? Set.copyOf(NamePinyin.syllablesFrom(part)) : Set.of();
    }
}
