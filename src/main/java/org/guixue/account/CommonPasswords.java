package org.guixue.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guixue.search.Spelling;

/**
 * What guessers try first: whatever is put together from at most three pieces of {@code account/common-passwords.txt},
 * runs such as 123456, aaaa or qwer, years, dates and telephone numbers; {@code Woaini@1314}, {@code zhang19900101},
 * {@code admin123456}; digits alone, and a name or place in pinyin with digits, {@code Dongshan2026}. Case and marks between
 * the pieces count for nothing. Immutable.
 */
public class CommonPasswords {
    private static final int MOST_PIECES = 3;
    private static final int SHORTEST_RUN = 3;
    private static final int TELEPHONE = 12;
    private static final int SYLLABLES_OF_A_NAME = 4;
    private static final int SHORTEST_WALK = 4;
    private static final List<String> KEYS = List.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");
    private static final Pattern LETTERS_WITH_DIGITS = Pattern.compile("(\\d*)([a-z]+)(\\d*)");

    private final Set<String> pieces;
    private final int longest;

    public CommonPasswords() {
        pieces = read();
        longest = pieces.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean has(String password) {
        return has(password, Set.of());
    }

    /** @param own further pieces, which those around its owner would try */
    boolean has(String password, Set<String> own) {
        return isCommon(folded(password), own)
                || isCommon(folded(password.replace('@', 'a').replace('$', 's')), own);
    }

    private boolean isCommon(String text, Set<String> own) {
        return text.matches("\\d*") || isNameWithDigits(text) || isPiecedTogether(text, own);
    }

    private static boolean isNameWithDigits(String text) {
        Matcher parts = LETTERS_WITH_DIGITS.matcher(text);
        return parts.matches()
                && !(parts.group(1) + parts.group(3)).isEmpty()
                && Spelling.isSpelled(parts.group(2), SYLLABLES_OF_A_NAME);
    }

    private boolean isPiecedTogether(String text, Set<String> own) {
        int length = text.length();
        int[] fewest = new int[length + 1];
        Arrays.fill(fewest, 1, length + 1, MOST_PIECES + 1);
        for (int from = 0; from < length; from++) {
            for (int to = from + 1; to <= length && fewest[from] < MOST_PIECES; to++) {
                if (fewest[from] + 1 < fewest[to]
                        && (isPiece(text, from, to) || own.contains(text.substring(from, to)))) {
                    fewest[to] = fewest[from] + 1;
                }
            }
        }
        return fewest[length] <= MOST_PIECES;
    }

    /** Lower case, only letters and digits, forms that look alike as one (NFKC). */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private boolean isPiece(String text, int from, int to) {
        int length = to - from;
        String piece = length <= Math.max(longest, TELEPHONE) ? text.substring(from, to) : "";
        return pieces.contains(piece)
                || isRun(text, from, to)
                || isWalk(text, from, to)
                || isDate(piece)
                || piece.matches("(19|20)\\d\\d|1[3-9]\\d{9}|0\\d{9,11}");
    }

    /** From key to neighbouring key: qwer, 1qaz, 1q2w3e. */
    private static boolean isWalk(String text, int from, int to) {
        boolean walks = to - from >= SHORTEST_WALK;
        for (int i = from + 1; i < to && walks; i++) {
            walks = areNeighbours(text.charAt(i - 1), text.charAt(i));
        }
        return walks;
    }

    private static boolean areNeighbours(char one, char other) {
        int row = row(one);
        int next = row(other);
        return row >= 0
                && next >= 0
                && Math.abs(row - next) <= 1
                && Math.abs(KEYS.get(row).indexOf(one) - KEYS.get(next).indexOf(other)) <= 1;
    }

    private static int row(char key) {
        int row = KEYS.size() - 1;
        while (row >= 0 && KEYS.get(row).indexOf(key) < 0) {
            row--;
        }
        return row;
    }

    /** One step each time: 1234, dcba, 8888; a 0 may follow 9. */
    private static boolean isRun(String text, int from, int to) {
        if (to - from < SHORTEST_RUN) {
            return to - from == 1 && Character.isDigit(text.charAt(from));
        }
        int step = text.charAt(from + 1) - text.charAt(from);
        boolean even = Math.abs(step) <= 1;
        for (int i = from + 2; i < to && even; i++) {
            int next = text.charAt(i) - text.charAt(i - 1);
            even = next == step || (step == 1 && text.charAt(i - 1) == '9' && text.charAt(i) == '0');
        }
        return even;
    }

    private static boolean isDate(String piece) {
        if (!piece.matches("(19|20)\\d{6}")) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(piece.substring(0, 4)),
                    Integer.parseInt(piece.substring(4, 6)),
                    Integer.parseInt(piece.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(
                        CommonPasswords.class.getResourceAsStream("/account/common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
