package org.guixue.roster;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.identity.CodeList;
import org.guixue.identity.Normaliser;
import org.guixue.person.HeldCategory;
import org.guixue.person.KnownCategories;

/**
 * The groups that a row puts a child into. A list of names stands for all that holds today; columns of yes and no change
 * their own group alone.
 */
final class GivenCategories {
    private static final String YES = "是";
    private static final String NO = "否";

    /** What the national roster system asks of left-behind and migrant children has more answers than yes and no. */
    private static final Map<String, CodeList> OPTIONS = Map.of(
            "leftBehind",
                    CodeList.of("0", NO, "1", YES, "2", YES)
                            .also(NO, "非留守儿童", "非留守", "非农村留守儿童", "不是留守儿童")
                            .also(YES, "单亲留守儿童", "双亲留守儿童", "单亲留守", "双亲留守", "留守儿童", "留守", "农村留守儿童", "单亲", "双亲"),
            "migrant",
                    CodeList.of("0", NO, "1", YES, "2", YES, "3", YES)
                            .also(NO, "非随迁子女", "非随迁", "非进城务工人员随迁子女", "不是随迁子女")
                            .also(
                                    YES,
                                    "外省迁入",
                                    "本省外县迁入",
                                    "本省外县区迁入",
                                    "省内外县迁入",
                                    "县内流动",
                                    "县内迁入",
                                    "随迁子女",
                                    "随迁",
                                    "进城务工人员随迁子女"),
            "orphan",
                    CodeList.of("0", NO, "1", YES, "2", YES)
                            .also(NO, "非孤儿", "不是孤儿")
                            .also(YES, "孤儿", "散居孤儿", "社会散居孤儿", "集中供养孤儿", "机构供养孤儿"));

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
        String typed = row.text(field).orElseThrow();
        Optional<Boolean> answer = YesOrNo.read(typed)
                .or(() -> Optional.ofNullable(OPTIONS.get(field))
                        .flatMap(options -> options.label(withoutGroup(typed)))
                        .map(YES::equals))
                .or(() -> inWords(Normaliser.line(typed).replace(" ", ""), category));
        if (answer.isEmpty()) {
            problems.add(new RowProblem(row.title(field), "应填“是”或“否”"));
        } else if (answer.get()) {
            names.add(category);
        } else {
            names.remove(category);
        }
    }

    /** 进城务工人员随迁子女--外省迁入. */
    private static String withoutGroup(String typed) {
        return typed.replaceFirst("^进城务工人员随迁子女[-—－–]+(?=.)", "");
    }

    private static Optional<Boolean> inWords(String text, String category) {
        boolean yes = text.equals(category) || text.startsWith(YES);
        boolean no = text.startsWith("非") || text.startsWith(NO) || text.startsWith("不是");
        return yes || no ? Optional.of(yes) : Optional.empty();
    }
}
