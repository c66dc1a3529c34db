package org.guixue.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guixue.identity.Normaliser;

/** The answer of a column that asks yes or no: 是, 否, 1, 0, 1-是, 0-否, a tick and the like. */
final class YesOrNo {
    private static final Set<String> YES = Set.of("是", "1", "Y", "YES", "√", "✓", "☑", "有", "TRUE", "T", "对", "真");
    private static final Set<String> NO =
            Set.of("否", "0", "N", "NO", "×", "X", "☐", "无", "FALSE", "F", "非", "不是", "没有", "/", "-", "假");
    private static final Pattern CODED = Pattern.compile("(?:([01])[-.、:：)]?)(是|否|有|无)");

    private YesOrNo() {}

    /** Empty where it is no answer, also where code and word speak against each other. */
    static Optional<Boolean> read(String typed) {
        String text = Normaliser.figures(typed).replace(" ", "").toUpperCase(Locale.ROOT);
        var coded = CODED.matcher(text);
        if (coded.matches()) {
            boolean word = YES.contains(coded.group(2));
            return coded.group(1).equals(word ? "1" : "0") ? Optional.of(word) : Optional.empty();
        }
        return YES.contains(text) ? Optional.of(true) : NO.contains(text) ? Optional.of(false) : Optional.empty();
    }
}
