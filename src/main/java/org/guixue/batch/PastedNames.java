package org.guixue.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;

/** A pasted column of names or numbers, or a few columns of both: a child a line. */
final class PastedNames {
    private static final String BETWEEN = "[\\t,，;；|]+| {2,}";

    private PastedNames() {}

    /** Blank lines count as lines and are nobody. */
    static List<Wanted> read(String pasted) {
        List<Wanted> all = new ArrayList<>();
        String[] lines = pasted.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                all.add(line("第%d行".formatted(i + 1), lines[i].strip()));
            }
        }
        return all;
    }

    private static Wanted line(String where, String line) {
        String name = "";
        String number = "";
        StringBuilder schoolClass = new StringBuilder();
        for (String part : parts(line)) {
            if (isNumber(part)) {
                number = part;
            } else if (name.isEmpty() && !isClass(part)) {
                name = part;
            } else if (isClass(part)) {
                schoolClass.append(part);
            }
        }
        return new Wanted(where, name, number, schoolClass.toString(), Map.of());
    }

    /** A single blank parts only what cannot be a name. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split(BETWEEN)) {
            String[] words = part.strip().split(" ");
            boolean mixed =
                    words.length > 1 && List.of(words).stream().anyMatch(word -> isNumber(word) || isClass(word));
            parts.addAll(mixed ? List.of(words) : List.of(part.strip()));
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static boolean isNumber(String part) {
        return part.matches("[A-Za-z0-9]{15,20}")
                || NationalId.read(part).value().isPresent()
                || StudentNumber.read(part).value().isPresent();
    }

    private static boolean isClass(String part) {
        return part.matches(".*(?:年级|班).*") || part.matches("[初高][一二三].*");
    }
}
