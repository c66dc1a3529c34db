package org.guixue.roster;

import static org.guixue.workbook.Heading.optional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;

/** The columns of other registers: those of a roster under some more names, and what they say of the child's schooling. */
final class OtherRegisterColumns {
    /** Where the child is at school, in words: 在读, 辍学. */
    static final String STATE = "registerState";

    /** Yes or no to 是否在校. */
    static final String AT_SCHOOL = "registerAtSchool";

    /** Yes or no to 是否辍学. */
    static final String OUT = "registerOut";

    private static final Map<String, List<String>> MORE_NAMES = Map.of(
            RosterColumns.NAME, List.of("残疾人姓名", "监测对象姓名", "适龄儿童姓名", "新生姓名", "家庭成员姓名", "成员姓名"),
            RosterColumns.NATIONAL_ID, List.of("监测对象身份证号", "适龄儿童身份证号", "新生身份证号"),
            RosterColumns.SCHOOL, List.of("录取学校", "入学学校", "分配学校", "应就读学校"));

    private static final List<Heading> OF_SCHOOLING = List.of(
            optional(STATE, "学籍状态", "就读状态", "在校状态", "就学状态", "入学状态", "学生状态", "就学情况", "入学情况", "在校情况"),
            optional(AT_SCHOOL, "是否在校", "是否在读", "是否在校生", "是否入学", "是否就学"),
            optional(OUT, "是否辍学", "是否失学", "是否失学辍学", "辍学情况"));

    static final List<Heading> ALL = headings();
    static final Headings HEADINGS = Headings.of(ALL);

    /** The columns that tell a field of a child, by the field's name; in the order of the table of fields. */
    static final Map<String, Set<String>> OF_FIELD = ofField();

    private OtherRegisterColumns() {}

    private static List<Heading> headings() {
        List<Heading> all = new ArrayList<>();
        for (Heading known : RosterColumns.all()) {
            List<String> names = Stream.concat(
                            known.names().stream(), MORE_NAMES.getOrDefault(known.field(), List.of()).stream())
                    .toList();
            all.add(new Heading(known.field(), known.required(), names));
        }
        all.addAll(OF_SCHOOLING);
        return List.copyOf(all);
    }

    private static Map<String, Set<String>> ofField() {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        for (StudentField field : StudentFields.ALL) {
            columns.put(field.name(), columnsOf(field));
        }
        columns.values().removeIf(Set::isEmpty);
        return columns;
    }

    private static Set<String> columnsOf(StudentField field) {
        if (field == StudentFields.NATIONAL_ID || field == StudentFields.OTHER_PAPER) {
            return Set.of(RosterColumns.NATIONAL_ID, RosterColumns.PAPER_KIND);
        }
        if (field == StudentFields.SCHOOL) {
            return Set.of(RosterColumns.SCHOOL, RosterColumns.SCHOOL_CODE);
        }
        if (field == StudentFields.RESIDENCE) {
            return Set.of(RosterColumns.RESIDENCE, RosterColumns.HOME);
        }
        if (field == StudentFields.BOARDING) {
            return Set.of(field.name(), RosterColumns.ATTENDANCE);
        }
        if (field == StudentFields.DISABILITY) {
            return Set.of(
                    RosterColumns.DISABILITY, RosterColumns.DISABILITY_GRADE, RosterColumns.DISABILITY_CERTIFICATE);
        }
        if (field == StudentFields.GUARDIANS) {
            return guardians();
        }
        if (field == StudentFields.CATEGORIES || field == StudentFields.SENSITIVE_CATEGORIES) {
            Set<String> categories = new LinkedHashSet<>(RosterColumns.FLAGS.keySet());
            categories.add(RosterColumns.CATEGORIES);
            return categories;
        }
        return field.headings().isEmpty() ? Set.of() : Set.of(field.name());
    }

    private static Set<String> guardians() {
        Set<String> columns = new LinkedHashSet<>(Set.of(RosterColumns.CONTACT));
        RosterColumns.GUARDIANS.forEach(each -> {
            columns.addAll(List.of(each.name(), each.phone(), each.guardian()));
            columns.add(each.relation());
        });
        columns.remove("");
        return columns;
    }
}
