package org.guixue.roster;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.person.HeldCategory;
import org.guixue.person.KnownCategories;

/**
 * The groups that a row puts a child into. A list of names stands for all that holds today; columns of yes and no change
 * their own group alone.
 */
final class GivenCategories {
    private static final Set<String> YES = Set.of("是", "1", "Y", "YES", "√", "✓", "有", "TRUE", "对");
    private static final Set<String> NO = Set.of("否", "0", "N", "NO", "×", "无", "FALSE", "非", "不是", "/");
    private static final Set<String> NONE = Set.of("无", "否", "一般", "普通", "正常", "/", "-", "其他", "非", "普通学生", "一般学生");

    private GivenCategories() {}

    static List<HeldCategory> over(
            List<HeldCategory> known, RosterRow row, LocalDate today, List<RowProblem> problems) {
        Set<String> names = new LinkedHashSet<>();
        boolean listed = row.text(RosterColumns.CATEGORIES).isPresent();
        if (listed) {
            Arrays.stream(row.text(RosterColumns.CATEGORIES).orElseThrow().split("[、，,；;/|\\s]+"))
                    .filter(name -> !name.isEmpty() && !NONE.contains(name))
                    .map(KnownCategories::term)
                    .forEach(names::add);
        } else {
            known.stream()
                    .filter(held -> held.holdsOn(today))
                    .map(HeldCategory::name)
                    .forEach(names::add);
        }
        boolean flagged = false;
        for (Map.Entry<String, String> flag : RosterColumns.FLAGS.entrySet()) {
            if (row.text(flag.getKey()).isPresent()) {
                flagged = true;
                flag(row, flag.getKey(), flag.getValue(), names, problems);
            }
        }
        return listed || flagged ? KnownCategories.named(names, known, today) : known;
    }

    private static void flag(
            RosterRow row, String field, String category, Set<String> names, List<RowProblem> problems) {
        String answer = row.text(field).orElseThrow().toUpperCase(java.util.Locale.ROOT);
        if (YES.contains(answer) || answer.equals(category) || answer.startsWith("是")) {
            names.add(category);
        } else if (NO.contains(answer) || answer.startsWith("非") || answer.startsWith("否")) {
            names.remove(category);
        } else {
            problems.add(new RowProblem(row.title(field), "应填“是”或“否”"));
        }
    }
}
