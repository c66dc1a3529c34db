package org.guixue.reconciliation;

import java.util.Arrays;
import java.util.List;

/** Short texts kept in one column, a line each; what a column does not hold is cut off. */
final class KeptLines {
    private KeptLines() {}

    static String joined(List<String> lines, int most) {
        return within(String.join("\n", lines), most);
    }

    static List<String> of(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n"));
    }

    static String within(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
