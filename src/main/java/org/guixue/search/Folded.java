package org.guixue.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guixue.identity.Han;
import org.guixue.identity.Normaliser;

/**
 * Text as the index sees it, the same for papers and for questions: every ideograph is an item, every run of letters and
 * digits is one, in lower case and compatibility form (full-width becomes half-width, NFKC). The forms of one ideograph are
 * one item.
 *
 * <p>Spaces, zero-width and combining characters leave no trace, so 张　三 is 张三; line breaks and punctuation leave a gap of
 * one position, so that no phrase is found across them. A word longer than {@value #LONGEST_WORD} characters is cut there.
 */
final class Folded {
    private static final int LONGEST_WORD = 64;
    private static final int FIRST_EAST_ASIAN = 0x2E80;

    private final List<Item> items = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;
    private int position = -1;
    private boolean gap;

    private Folded() {}

    /**
     * One thing that can be found.
     *
     * @param position counted from 0; a gap counts as a position
     * @param start where it begins in the text, in chars; {@code end} is behind its last
     * @param single an ideograph or another character that is a word by itself
     * @param written as it is written, where {@code token} is the one form of {@link OneCharacter}
     */
    record Item(String token, int position, int start, int end, boolean single, String written) {
        /** Whether both stand side by side and make a bigram. */
        boolean pairsWith(Item next) {
            return single && next.single && next.position == position + 1;
        }

        Item at(int otherPosition) {
            return new Item(token, otherPosition, start, end, single, written);
        }
    }

    static List<Item> of(String text) {
        Folded folded = new Folded();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            for (int part : parts(codePoint)) {
                folded.take(part, i, end);
            }
            i = end;
        }
        folded.endWord();
        return List.copyOf(folded.items);
    }

    /** The items with every gap closed: names and numbers are the same with and without their dots and brackets. */
    static List<Item> closed(String text) {
        List<Item> closed = new ArrayList<>();
        for (Item item : of(text)) {
            closed.add(item.at(closed.size()));
        }
        return List.copyOf(closed);
    }

    /** One string that is equal for texts that are written alike, gaps apart. */
    static String key(List<Item> items) {
        return String.join(" ", items.stream().map(Item::written).toList());
    }

    private static int[] parts(int codePoint) {
        if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
            return new int[] {codePoint};
        }
        if (codePoint < 0x80) {
            return new int[] {Character.toLowerCase(codePoint)};
        }
        return Normalizer.normalize(Character.toString(Normaliser.meant(codePoint)), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
    }

    private void take(int codePoint, int start, int end) {
        if (isTraceless(codePoint)) {
            return;
        }
        boolean readable = isReadable(codePoint);
        if (readable && codePoint < FIRST_EAST_ASIAN) {
            growWord(codePoint, start, end);
            return;
        }
        endWord();
        if (readable) {
            add(Character.toString(OneCharacter.of(codePoint)), Character.toString(codePoint), start, end, true);
        } else if (codePoint != ' ') {
            gap = true;
        }
    }

    private void growWord(int codePoint, int start, int end) {
        if (word.isEmpty()) {
            wordStart = start;
        }
        if (word.length() < LONGEST_WORD) {
            word.appendCodePoint(codePoint);
        }
        wordEnd = end;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            add(word.toString(), word.toString(), wordStart, wordEnd, false);
            word.setLength(0);
        }
    }

    private void add(String token, String written, int start, int end, boolean single) {
        position += gap && position >= 0 ? 2 : 1;
        gap = false;
        items.add(new Item(token, position, start, end, single, written));
    }

    private static boolean isTraceless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Planes 2 and 3 and the private areas hold rare characters of names that this Java may not know yet. */
    private static boolean isReadable(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.isIdeographic(codePoint)
                || Han.isHan(codePoint)
                || (codePoint >= 0x20000 && codePoint < 0x40000)
                || Character.getType(codePoint) == Character.PRIVATE_USE;
    }
}
