package org.guixue.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.person.Guardianship;
import org.guixue.person.Student;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;

/** One thing that a row changes on the roster, in words; numbers masked, except that their change is said. */
public record Change(String what, String before, String after, boolean sensitive) {
    private static final int LONGEST = 200;
    private static final String NOTHING = "（无）";

    /** What a judged row with an outlook would change. */
    static List<Change> between(Judged judged) {
        Student known = judged.known().orElseThrow();
        Student child = judged.outlook().orElseThrow().child();
        List<Change> changes = new ArrayList<>();
        for (StudentField field : StudentFields.ALL) {
            if (!field.told(known).equals(field.told(child))) {
                changes.add(new Change(
                        field.label(), line(field.shown(known)), line(field.shown(child)), field.isSensitive()));
            } else if (field == StudentFields.GUARDIANS && !guardianships(known).equals(guardianships(child))) {
                changes.add(new Change("是否监护人", line(guardianships(known)), line(guardianships(child)), false));
            }
        }
        return changes;
    }

    private static String guardianships(Student child) {
        return child.guardians().stream()
                .map(each -> each.name() + "："
                        + (each.guardianship() == Guardianship.UNSAID
                                ? "未填"
                                : each.guardianship().word()))
                .collect(Collectors.joining("；"));
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\t\\n\\r]", " ");
        return line.isEmpty() ? NOTHING : line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** As it is kept: a line each, its parts behind tabs. */
    static String text(List<Change> changes) {
        return changes.stream()
                .map(change -> String.join(
                        "\t", change.what(), change.before(), change.after(), change.sensitive() ? "1" : "0"))
                .collect(Collectors.joining("\n"));
    }

    static List<Change> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n"))
                        .map(line -> line.split("\t", -1))
                        .map(parts -> new Change(parts[0], parts[1], parts[2], parts[3].equals("1")))
                        .toList();
    }
}
