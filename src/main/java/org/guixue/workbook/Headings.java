package org.guixue.workbook;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guixue.Violation;

/** All columns that an importer knows, found by any of their names. Immutable. */
public final class Headings {
    private static final Pattern MARKS = Pattern.compile("[*※★☆:：;；、,，。'\"“”]|\\((?:必填|必填项|选填|可选|可不填)\\)");
    private static final Pattern LAST_BRACKET = Pattern.compile("\\([^()]*\\)$");

    private final List<Heading> all;
    private final Map<String, Heading> byName = new HashMap<>();

    private Headings(List<Heading> all) {
        this.all = List.copyOf(all);
        for (Heading heading : this.all) {
            for (String name : heading.names()) {
                Heading other = byName.put(normal(name), heading);
                if (other != null && !other.equals(heading)) {
                    throw new IllegalArgumentException(
                            name + " names both " + other.field() + " and " + heading.field());
                }
            }
        }
    }

    /** Refuses (IllegalArgumentException) a name that stands for two fields. */
    public static Headings of(Heading... all) {
        return new Headings(List.of(all));
    }

    public static Headings of(List<Heading> all) {
        return new Headings(all);
    }

    public List<Heading> all() {
        return all;
    }

    /** What is wrong with the cells of a row in themselves. */
    public List<Violation> problems(Entry row) {
        return all.stream()
                .flatMap(heading -> row.cell(heading.field()).problem().stream()
                        .map(problem -> new Violation(heading.field(), problem)))
                .toList();
    }

    /** A reason with its cell and column: D12 代字：…. */
    public String reason(Entry row, Violation violation) {
        String place = row.place(violation.field());
        String title = all.stream()
                .filter(heading -> heading.field().equals(violation.field()))
                .map(heading -> heading.title() + "：")
                .findFirst()
                .orElse("");
        return (place.isEmpty() ? "" : place + " ") + title + violation.message();
    }

    /** The field that a heading names, with or without a remark in brackets at its end: 出生日期（如2012-03-05）. */
    Optional<String> field(String text) {
        String normal = normal(text);
        Heading heading = byName.get(normal);
        if (heading == null) {
            heading = byName.get(LAST_BRACKET.matcher(normal).replaceFirst(""));
        }
        return Optional.ofNullable(heading).map(Heading::field);
    }

    static String normal(String text) {
        String narrow = Normalizer.normalize(CellText.code(text), Normalizer.Form.NFKC);
        return MARKS.matcher(narrow).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
