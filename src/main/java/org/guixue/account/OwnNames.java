package org.guixue.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guixue.search.Spelling;

/**
 * What those around know of an account's owner and try: the username, the person's name and the names of the office and of
 * those above it, in characters, in pinyin and by initials, whole and in parts.
 *
 * @param username of the account
 * @param names of the person and of the offices
 */
record OwnNames(String username, List<String> names) {
    private static final int SHORTEST_PART = 2;
    private static final int SHORTEST_INITIALS = 3;
    private static final int LONGEST = 40;

    OwnNames {
        names = List.copyOf(names);
    }

    /** Folded as {@link CommonPasswords} folds. */
    Set<String> pieces() {
        Set<String> pieces = new HashSet<>();
        for (String name : names) {
            int[] characters =
                    CommonPasswords.folded(name).codePoints().limit(LONGEST).toArray();
            for (int from = 0; from < characters.length; from++) {
                for (int to = from + SHORTEST_PART; to <= characters.length; to++) {
                    add(new String(characters, from, to - from), to - from, pieces);
                }
            }
        }
        return pieces;
    }

    private static void add(String part, int length, Set<String> pieces) {
        pieces.add(part);
        pieces.add(Spelling.full(part));
        if (length >= SHORTEST_INITIALS) {
            pieces.add(Spelling.initials(part));
        }
    }
}
