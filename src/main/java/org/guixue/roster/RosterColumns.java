package org.guixue.roster;

import static org.guixue.workbook.Heading.optional;
import static org.guixue.workbook.Heading.required;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;

/** The columns that a roster may have, by their usual names; the first name of each is the one that we use. */
final class RosterColumns {
    static final String NAME = "name";
    static final String SEX = "sex";
    static final String ETHNICITY = "ethnicity";
    static final String BORN_ON = "bornOn";
    static final String NATIONAL_ID = "nationalId";
    static final String PAPER_KIND = "paperKind";
    static final String NO_ID_REASON = "noIdReason";
    static final String STUDENT_NUMBER = "studentNumber";
    static final String SCHOOL = "school";
    static final String SCHOOL_CODE = "schoolCode";
    static final String GRADE = "grade";
    static final String SCHOOL_CLASS = "schoolClass";
    static final String HEAD_TEACHER = "headTeacher";
    static final String HEAD_TEACHER_PHONE = "headTeacherPhone";
    static final String RESIDENCE = "residence";
    static final String HOME = "home";
    static final String HOUSEHOLD = "household";
    static final String ROLL = "rollAddress";
    static final String TOWNSHIP = "township";
    static final String HEALTH = "health";
    static final String DISABILITY = "disability";
    static final String DISABILITY_GRADE = "disabilityGrade";
    static final String DISABILITY_CERTIFICATE = "disabilityCertificate";
    static final String CATEGORIES = "categories";

    /** 就读方式, which says by other words and codes than 是否住校 whether the child boards. */
    static final String ATTENDANCE = "attendance";

    /** A telephone that is nobody's by its heading: the first guardian's, where no other is given. */
    static final String CONTACT = "contact";

    /** Columns of name, relation, telephone and whether it is a guardian of one of the family; a relation that the heading itself tells is given. */
    record GuardianColumns(String name, String relation, String phone, String guardian, String told) {}

    static final List<GuardianColumns> GUARDIANS = List.of(
            new GuardianColumns("guardian1", "relation1", "phone1", "isGuardian1", ""),
            new GuardianColumns("guardian2", "relation2", "phone2", "isGuardian2", ""),
            new GuardianColumns("father", "", "fatherPhone", "fatherIsGuardian", "父亲"),
            new GuardianColumns("mother", "", "motherPhone", "motherIsGuardian", "母亲"));

    /** Columns that are answered by yes or no, and the category that yes stands for. */
    static final Map<String, String> FLAGS = Map.of(
            "leftBehind", "留守儿童",
            "migrant", "随迁子女",
            "orphan", "孤儿",
            "singleParent", "单亲家庭学生",
            "povertyRelieved", "脱贫户学生",
            "subsistence", "低保家庭学生");

    /** Only holders of the grant may write these. */
    static final Set<String> SENSITIVE =
            with(StudentField::isSensitive, HEALTH, DISABILITY, DISABILITY_GRADE, DISABILITY_CERTIFICATE);

    /** Where a computed or shortened value would be somebody else's. */
    static final Set<String> CODES = with(
            StudentField::isCode, DISABILITY_CERTIFICATE, CONTACT, "phone1", "phone2", "fatherPhone", "motherPhone");

    /** In which people write 无 for nothing. */
    static final Set<String> MAY_SAY_NONE = Stream.concat(
                    CODES.stream(), GUARDIANS.stream().map(GuardianColumns::name))
            .collect(Collectors.toUnmodifiableSet());

    /** How rosters name the first of those who look after a child, and the second. */
    private static final List<String> FIRST =
            List.of("监护人", "监护人1", "监护人一", "第一监护人", "法定监护人", "家长", "家长1", "家长一", "成员1", "成员一", "家庭成员1", "家庭成员一");

    private static final List<String> SECOND =
            List.of("监护人2", "监护人二", "第二监护人", "家长2", "家长二", "成员2", "成员二", "家庭成员2", "家庭成员二");

    private static final String[] PHONES = {"电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式"};

    /** Columns of which several make one field, or that say one thing in several ways. */
    private static final List<Heading> COMPOSED = List.of(
            optional(PAPER_KIND, "身份证件类型", "证件类型", "身份证件类别"),
            optional(SCHOOL_CODE, "学校代码", "学校标识码", "学校编码"),
            optional("guardian1", named("监护人姓名", FIRST, "姓名", "名字", "")),
            optional(
                    "relation1",
                    Stream.concat(
                                    Stream.of("与学生关系", "关系", "与学生的关系", "与监护人关系", "与监护人的关系", "与家长关系", "与家长的关系"),
                                    Stream.of(named("监护人关系", FIRST, "关系", "与学生关系", "与学生的关系", "与本人关系")))
                            .toArray(String[]::new)),
            optional("phone1", named("监护人电话", FIRST, PHONES)),
            optional(CONTACT, "联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "家庭电话"),
            optional("guardian2", named("监护人2姓名", SECOND, "姓名", "名字", "")),
            optional("relation2", named("监护人2关系", SECOND, "关系", "与学生关系", "与学生的关系", "与本人关系")),
            optional("phone2", named("监护人2电话", SECOND, PHONES)),
            optional("isGuardian1", "成员1是否监护人", "是否监护人", "监护人1是否监护人", "成员1是监护人", "家长是否监护人"),
            optional("isGuardian2", "成员2是否监护人", "监护人2是否监护人", "成员2是监护人"),
            optional("fatherIsGuardian", "父亲是否监护人", "父亲是否法定监护人"),
            optional("motherIsGuardian", "母亲是否监护人", "母亲是否法定监护人"),
            optional("father", "父亲姓名", "父亲", "父亲名字"),
            optional("fatherPhone", "父亲电话", "父亲联系电话", "父亲手机", "父亲手机号"),
            optional("mother", "母亲姓名", "母亲", "母亲名字"),
            optional("motherPhone", "母亲电话", "母亲联系电话", "母亲手机", "母亲手机号"),
            optional(HOME, "家庭住址", "家庭地址", "住址", "地址"),
            optional(DISABILITY, "残疾类别", "残疾类型", "残疾种类", "残疾情况", "残疾人类型"),
            optional(DISABILITY_GRADE, "残疾等级", "残疾级别"),
            optional(DISABILITY_CERTIFICATE, "残疾证号", "残疾人证号", "残疾证号码"),
            optional(ATTENDANCE, "就读方式", "学生就读方式"),
            optional("leftBehind", "是否留守儿童", "留守儿童", "是否留守", "是否农村留守儿童", "是否为留守儿童", "留守儿童类型", "留守类型"),
            optional("migrant", "是否随迁子女", "随迁子女", "是否随迁", "是否进城务工人员随迁子女", "是否为进城务工人员随迁子女", "进城务工人员随迁子女"),
            optional("orphan", "是否孤儿", "孤儿", "是否为孤儿"),
            optional("singleParent", "是否单亲", "是否单亲家庭", "单亲家庭"),
            optional("povertyRelieved", "是否脱贫户", "是否脱贫户学生", "脱贫户"),
            optional("subsistence", "是否低保", "是否低保家庭", "是否享受低保", "低保"));

    private static final List<Heading> ALL = headings();
    static final Headings HEADINGS = Headings.of(ALL);
    private static final Map<String, String> TITLES = titles();

    private RosterColumns() {}

    private static Set<String> with(Predicate<StudentField> wanted, String... others) {
        return Stream.concat(StudentFields.ALL.stream().filter(wanted).map(StudentField::name), Stream.of(others))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The title and each person's name with each of the endings. */
    private static String[] named(String title, List<String> people, String... endings) {
        return Stream.concat(Stream.of(title), people.stream().flatMap(person -> Arrays.stream(endings)
                        .map(ending -> person + ending)))
                .distinct()
                .toArray(String[]::new);
    }

    private static List<Heading> headings() {
        List<Heading> all = new ArrayList<>();
        for (StudentField field : StudentFields.ALL) {
            if (!field.headings().isEmpty()) {
                String[] names = Stream.concat(Stream.of(field.label()), field.headings().stream())
                        .toArray(String[]::new);
                all.add(field == StudentFields.NAME ? required(field.name(), names) : optional(field.name(), names));
            }
        }
        all.addAll(COMPOSED);
        return List.copyOf(all);
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        ALL.forEach(heading -> titles.put(heading.field(), heading.names().get(0)));
        return Map.copyOf(titles);
    }

    static List<Heading> all() {
        return ALL;
    }

    /** What we call the column. */
    static String title(String field) {
        return TITLES.getOrDefault(field, field);
    }
}
