package org.guixue.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Violation;

/** The typed cells of a ledger's page as they were posted, and what is wrong with them, so that they are shown again. */
final class TypedForm {
    private static final String CELL = "cell.";
    private static final String WAS = "was.";
    private static final Pattern AT = Pattern.compile("cells\\[(\\d{1,6})]");

    private final List<TypingCells.Wanted> wanted = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> troubles = new HashMap<>();

    /** Of a page that was asked for, not posted. */
    static TypedForm blank() {
        return new TypedForm();
    }

    static TypedForm of(Map<String, List<String>> posted) {
        TypedForm form = new TypedForm();
        posted.forEach((name, values) -> {
            int dot = name.indexOf('.', CELL.length());
            if (name.startsWith(CELL) && dot > 0 && !values.isEmpty()) {
                String column = name.substring(CELL.length(), dot);
                String row = name.substring(dot + 1);
                String was = posted.getOrDefault(WAS + name.substring(CELL.length()), List.of(""))
                        .get(0);
                form.texts.put(name, values.get(0));
                form.wanted.add(new TypingCells.Wanted(row, column, values.get(0), was));
            }
        });
        return form;
    }

    /** Those that say something else than what stood there. */
    List<TypingCells.Wanted> changed() {
        return wanted.stream()
                .filter(each -> !Tabulating.plain(each.text()).equals(each.was()))
                .toList();
    }

    /** @param violations of what {@link #changed} gave, in its order; others are about no cell */
    TypedForm refused(List<Violation> violations) {
        List<TypingCells.Wanted> changed = changed();
        for (Violation each : violations) {
            Matcher at = AT.matcher(each.field());
            if (at.matches()) {
                TypingCells.Wanted cell = changed.get(Integer.parseInt(at.group(1)));
                troubles.put(name(cell.column(), cell.row()), each.message());
            }
        }
        return this;
    }

    boolean isWrong() {
        return !troubles.isEmpty();
    }

    static String name(String column, String row) {
        return CELL + column + "." + row;
    }

    static String nameOfBefore(String column, String row) {
        return WAS + column + "." + row;
    }

    /** What was typed into it, else what stands there. */
    String text(String name, String present) {
        return texts.getOrDefault(name, present);
    }

    /** What is wrong with it; empty for nothing. */
    String trouble(String name) {
        return troubles.getOrDefault(name, "");
    }
}
