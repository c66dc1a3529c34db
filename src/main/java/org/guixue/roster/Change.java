package org.guixue.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.guixue.identity.Mask;
import org.guixue.office.Office;
import org.guixue.person.Student;

/** One thing that a row changes on the roster, in words; numbers masked, except that their change is said. */
public record Change(String what, String before, String after, boolean sensitive) {
    private static final int LONGEST = 200;
    private static final String NOTHING = "（无）";

    /** What of a child is told, and how. */
    private record Aspect(
            String what, boolean sensitive, Function<Student, String> told, UnaryOperator<String> masked) {
        private Aspect(String what, boolean sensitive, Function<Student, String> told) {
            this(what, sensitive, told, UnaryOperator.identity());
        }
    }

    private static final List<Aspect> ASPECTS = List.of(
            new Aspect("姓名", false, Student::name),
            new Aspect("性别", false, Student::sex),
            new Aspect("民族", false, Student::ethnicity),
            new Aspect("出生日期", false, child -> child.bornOn().toString()),
            new Aspect("身份证号", false, child -> child.heldId().text(), Mask::of),
            new Aspect("无身份证号原因", false, Student::noIdReason),
            new Aspect("其他证件", false, child -> child.otherPaper()
                    .map(Object::toString)
                    .orElse("")),
            new Aspect("学籍号", false, child -> child.heldNumber().text(), Mask::of),
            new Aspect("学校", false, child -> child.school().map(Office::name).orElse("")),
            new Aspect("责任乡镇", false, child -> child.township().name()),
            new Aspect("年级", false, Student::grade),
            new Aspect("班级", false, Student::schoolClass),
            new Aspect("班主任", false, Student::headTeacher),
            new Aspect("班主任电话", false, Student::headTeacherPhone),
            new Aspect("监护人", false, child -> child.guardians().stream()
                    .map(each -> each.name() + " " + each.relation() + " " + each.phone())
                    .collect(Collectors.joining("；"))),
            new Aspect("现住址", false, Student::residence),
            new Aspect("户籍所在地", false, Student::household),
            new Aspect("学籍所在地", false, child -> child.addresses().roll().text()),
            new Aspect("状态", false, child -> child.state().label()),
            new Aspect("类别", false, child -> categories(child, false)),
            new Aspect("类别（另册保管）", true, child -> categories(child, true)),
            new Aspect("健康状况", true, Student::health),
            new Aspect(
                    "残疾情况",
                    true,
                    child -> child.disability().text() + child.disability().certificate(),
                    Mask::inText));

    private static String categories(Student child, boolean sensitive) {
        return child.heldCategories().stream()
                .filter(held -> held.sensitive() == sensitive)
                .map(held ->
                        held.name() + held.from().map(from -> "（" + from + "起）").orElse(""))
                .collect(Collectors.joining("、"));
    }

    /** What a judged row with an outlook would change. */
    static List<Change> between(Judged judged) {
        Student known = judged.known().orElseThrow();
        Student child = judged.outlook().orElseThrow().child();
        List<Change> changes = new ArrayList<>();
        for (Aspect aspect : ASPECTS) {
            String before = aspect.told().apply(known);
            String after = aspect.told().apply(child);
            if (!before.equals(after)) {
                changes.add(new Change(
                        aspect.what(),
                        shown(before, aspect.masked()),
                        shown(after, aspect.masked()),
                        aspect.sensitive()));
            }
        }
        return changes;
    }

    private static String shown(String text, UnaryOperator<String> masked) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        String line = masked.apply(text).replaceAll("[\\t\\n\\r]", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
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
