package org.guixue.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;

/**
 * Which rows of one file name the same child. Filled by a first pass over the file; some hundred bytes a row. For one
 * thread.
 */
final class InFile {
    private final Map<String, Integer> firstById = new HashMap<>();
    private final Map<String, Integer> firstByNumber = new HashMap<>();
    private final Map<String, Integer> firstByPaper = new HashMap<>();
    private final Map<String, Integer> firstWithoutId = new HashMap<>();
    private final Map<String, Integer> firstByName = new HashMap<>();

    /** The first row that names a child of the roster, by the child's id. */
    private final Map<Long, Integer> firstByChild = new HashMap<>();

    /** Rows by the number of another row that says the same. */
    private final Map<Integer, Clash> clashes = new HashMap<>();

    private record Clash(int other, String field, String what) {}

    void add(RosterRow row) {
        Optional<String> id = row.nationalId().map(NationalId::text);
        id.ifPresent(text -> note(row, firstById.putIfAbsent(text, row.number()), RosterColumns.NATIONAL_ID, "身份证号"));
        row.studentNumber()
                .map(StudentNumber::text)
                .ifPresent(text ->
                        note(row, firstByNumber.putIfAbsent(text, row.number()), RosterColumns.STUDENT_NUMBER, "学籍号"));
        row.otherPaper()
                .map(OtherPaper::key)
                .ifPresent(key ->
                        note(row, firstByPaper.putIfAbsent(key, row.number()), RosterColumns.NATIONAL_ID, "证件号"));
        String name = String.join(
                "\n",
                row.givenName().text(),
                row.bornOn().map(Object::toString).orElse(""),
                row.text(RosterColumns.SCHOOL).orElse(""));
        Integer other = id.isPresent() ? firstWithoutId.get(name) : firstByName.get(name);
        if (!clashes.containsKey(row.number())) {
            note(row, other, RosterColumns.NAME, "姓名、出生日期、学校");
        }
        firstByName.putIfAbsent(name, row.number());
        if (id.isEmpty()) {
            firstWithoutId.putIfAbsent(name, row.number());
        }
    }

    private void note(RosterRow row, @org.jspecify.annotations.Nullable Integer other, String field, String what) {
        if (other != null && other != row.number()) {
            clashes.putIfAbsent(row.number(), new Clash(other, field, what));
            clashes.putIfAbsent(other, new Clash(row.number(), field, what));
        }
    }

    /** Notes that a row names a child of the roster; the row that did so before, if any. */
    Optional<Integer> earlier(RosterRow row, long child) {
        int first = firstByChild.computeIfAbsent(child, id -> row.number());
        return first == row.number() ? Optional.empty() : Optional.of(first);
    }

    /** What speaks against a row because of another one. */
    List<RowProblem> problems(RosterRow row) {
        Clash clash = clashes.get(row.number());
        if (clash == null) {
            return List.of();
        }
        String way =
                clash.field().equals(RosterColumns.NAME) ? "与第%d行的%s都相同，请合并为一行，或补填身份证号以示区别" : "与第%d行的%s相同，请核对后只留一行或改正";
        List<RowProblem> problems = new ArrayList<>();
        problems.add(new RowProblem(row.title(clash.field()), way.formatted(clash.other(), clash.what())));
        return problems;
    }
}
