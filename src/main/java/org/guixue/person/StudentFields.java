package org.guixue.person;

import java.util.List;
import java.util.stream.Collectors;
import org.guixue.identity.Mask;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;

/**
 * The one table of what the roster says of a child: the field's name (in JSON, in a form, in {@code from} of form.json), its
 * label, the headings under which workbooks have it, who may see it, how it is read off a child and written. Changes in
 * words, import, export, prefilling and the form pages go by it. Its order is that of the export.
 *
 * <p>A field that is one text ({@link StudentField#written}) needs nothing else but its column in the table {@code student} and in
 * {@link Student}.
 */
public final class StudentFields {
    public static final StudentField NAME = new StudentField("name", "姓名", Student::name)
            .headings(ChildHeadings.ofName())
            .historic(details -> details.identity().name())
            .typed()
            .exported(14);

    public static final StudentField SEX = new StudentField("sex", "性别", Student::sex)
            .headings("学生性别")
            .historic(details -> details.identity().sex())
            .typed()
            .exported(6);

    public static final StudentField ETHNICITY = new StudentField("ethnicity", "民族", Student::ethnicity)
            .headings("民族名称", "学生民族")
            .historic(details -> details.identity().ethnicity())
            .typed()
            .exported(10);

    public static final StudentField BORN_ON = new StudentField(
                    "bornOn", "出生日期", child -> child.bornOn().toString())
            .headings("出生年月日", "出生年月", "出生时间", "生日")
            .historic(details -> details.identity().bornOn())
            .typed()
            .exported(12);

    public static final StudentField NATIONAL_ID = new StudentField(
                    "nationalId", "身份证号", child -> child.heldId().text())
            .headings(ChildHeadings.ofId())
            .code(Mask::of)
            .filled(child -> child.nationalId().map(NationalId::text).orElse(""))
            .historic(details -> details.identity().nationalId())
            .exported(21);

    public static final StudentField NO_ID_REASON = new StudentField("noIdReason", "无身份证号原因", Student::noIdReason)
            .headings("无证原因", "未上户口原因")
            .historic(details -> details.identity().noIdReason())
            .typed();

    public static final StudentField OTHER_PAPER = new StudentField("otherPaper", "其他证件", child -> child.otherPaper()
                    .map(paper -> paper.kind() + " " + paper.number())
                    .orElseGet(() -> child.heldPaper().text()))
            .shown(child -> child.otherPaper()
                    .map(Object::toString)
                    .orElseGet(() -> Mask.of(child.heldPaper().text())))
            .historic(details -> details.identity().otherPaper())
            .exported(20);

    public static final StudentField STUDENT_NUMBER = new StudentField(
                    "studentNumber", "全国学籍号", child -> child.heldNumber().text())
            .headings("学籍号", "学籍号码", "全国统一学籍号", "学籍编号", "学生学籍号")
            .code(Mask::of)
            .filled(child -> child.studentNumber().map(StudentNumber::text).orElse(""))
            .historic(details -> details.identity().studentNumber())
            .exported(22);

    public static final StudentField SCHOOL = new StudentField(
                    "school", "学校", child -> child.school().map(Office::name).orElse(""))
            .headings("学校名称", "学籍所在学校", "就读学校", "所在学校", "就读学校名称")
            .exported(24);

    public static final StudentField GRADE = new StudentField("grade", "年级", Student::grade)
            .headings("年级名称", "所在年级", "就读年级")
            .typed()
            .exported(10);

    public static final StudentField SCHOOL_CLASS = new StudentField("schoolClass", "班级", Student::schoolClass)
            .headings("班级名称", "班号", "所在班级", "就读班级")
            .typed()
            .exported(8);

    public static final StudentField HEAD_TEACHER = new StudentField("headTeacher", "班主任", Student::headTeacher)
            .headings("班主任姓名")
            .historic(details -> details.schooling().headTeacher())
            .typed()
            .exported(12);

    public static final StudentField HEAD_TEACHER_PHONE = new StudentField(
                    "headTeacherPhone", "班主任电话", Student::headTeacherPhone)
            .headings("班主任联系电话", "班主任手机", "班主任手机号")
            .code(phone -> phone)
            .historic(details -> details.schooling().headTeacherPhone())
            .typed()
            .exported(14);

    public static final StudentField STATE =
            new StudentField("state", "学籍状态", child -> child.state().label()).exported(10);

    public static final StudentField GUARDIANS = new StudentField(
                    "guardians", "监护人", child -> child.guardians().stream()
                            .map(each -> each.name() + each.standing() + " " + each.relation() + " " + each.phone())
                            .collect(Collectors.joining("；")))
            .historic(StudentDetails::guardians)
            .exported(40);

    public static final StudentField RESIDENCE = new StudentField("residence", "现住址", Student::residence)
            .headings("现居住地", "现住地址", "居住地址", "家庭现住址", "现居住地址")
            .historic(details -> details.addresses().residence())
            .exported(36);

    public static final StudentField HOUSEHOLD = new StudentField("household", "户籍所在地", Student::household)
            .headings("户口所在地", "户籍地址", "户籍地", "户口地址", "户籍住址")
            .historic(details -> details.addresses().household())
            .exported(36);

    public static final StudentField ROLL_ADDRESS = new StudentField(
                    "rollAddress", "学籍所在地", child -> child.addresses().roll().text())
            .headings("学籍地址", "学籍地")
            .historic(details -> details.addresses().roll());

    public static final StudentField TOWNSHIP = new StudentField(
                    "township", "责任乡镇", child -> child.township().name())
            .headings("乡镇", "所属乡镇", "乡镇街道", "乡（镇）", "所在乡镇", "现居住地乡镇")
            .historic(StudentDetails::township)
            .exported(20);

    public static final StudentField CATEGORIES = new StudentField(
                    "categories", "学生类别", child -> StudentField.categories(child, false))
            .headings("人员类别", "特殊群体类别", "类别", "困难类型", "贫困类型", "特殊类型", "家庭经济困难类型")
            .exported(24);

    public static final StudentField SENSITIVE_CATEGORIES = new StudentField(
                    "sensitiveCategories", "学生类别（另册保管）", child -> StudentField.categories(child, true))
            .sensitive();

    public static final StudentField BOARDING = new StudentField("boarding", "是否住校", Student::boarding)
            .headings("住校", "是否寄宿生", "是否寄宿", "是否住宿", "住宿")
            .yesOrNo()
            .written("boarding", Student::board)
            .exported(10);

    public static final StudentField OVERSEAS = new StudentField(
                    "overseas", "港澳台侨外", child -> child.official().overseas())
            .headings("港澳台侨外码", "港澳台侨")
            .options(OfficialOptions.OVERSEAS)
            .written("overseas", (child, label) -> child.official().overseas(label))
            .exported(12);

    public static final StudentField HOUSEHOLD_KIND = new StudentField(
                    "householdKind", "户口性质", child -> child.official().householdKind())
            .headings("户口类别", "户口类型", "户籍性质")
            .options(OfficialOptions.HOUSEHOLD_KIND)
            .written("household_kind", (child, label) -> child.official().householdKind(label))
            .exported(10);

    public static final StudentField ENTRY_WAY = new StudentField(
                    "entryWay", "入学方式", child -> child.official().entryWay())
            .headings("学生入学方式")
            .options(OfficialOptions.ENTRY_WAY)
            .written("entry_way", (child, label) -> child.official().entryWay(label))
            .exported(12);

    public static final StudentField ORIGIN = new StudentField(
                    "origin", "学生来源", child -> child.official().origin())
            .headings("生源")
            .options(OfficialOptions.ORIGIN)
            .written("origin", (child, label) -> child.official().origin(label))
            .exported(10);

    public static final StudentField INCLUSION = new StudentField(
                    "inclusion", "随班就读", child -> child.official().inclusion())
            .headings("是否随班就读")
            .options(OfficialOptions.INCLUSION)
            .sensitive()
            .written("inclusion", (child, label) -> child.official().inclusion(label))
            .exported(16);

    public static final StudentField BLOOD_TYPE = new StudentField(
                    "bloodType", "血型", child -> child.official().bloodType())
            .headings("学生血型")
            .options(OfficialOptions.BLOOD_TYPE)
            .sensitive()
            .written("blood_type", (child, label) -> child.official().bloodType(label))
            .exported(10);

    public static final StudentField REMARKS = new StudentField("remarks", "备注", Student::remarks)
            .headings("备注说明", "备注信息")
            .text(1000)
            .written("remarks", Student::remark)
            .exported(24);

    public static final StudentField HEALTH = new StudentField("health", "健康状况", Student::health)
            .headings("健康情况", "身体状况")
            .sensitive()
            .typed()
            .exported(20);

    public static final StudentField DISABILITY = new StudentField(
                    "disability",
                    "残疾情况",
                    child -> child.disability().text() + child.disability().certificate())
            .shown(child ->
                    Mask.inText(child.disability().text() + child.disability().certificate()))
            .filled(child -> child.disability().text())
            .sensitive()
            .exported(10);

    public static final List<StudentField> ALL = List.of(
            NAME,
            SEX,
            ETHNICITY,
            BORN_ON,
            NATIONAL_ID,
            NO_ID_REASON,
            OTHER_PAPER,
            STUDENT_NUMBER,
            SCHOOL,
            GRADE,
            SCHOOL_CLASS,
            HEAD_TEACHER,
            HEAD_TEACHER_PHONE,
            STATE,
            GUARDIANS,
            RESIDENCE,
            HOUSEHOLD,
            ROLL_ADDRESS,
            TOWNSHIP,
            CATEGORIES,
            SENSITIVE_CATEGORIES,
            BOARDING,
            OVERSEAS,
            HOUSEHOLD_KIND,
            ENTRY_WAY,
            ORIGIN,
            REMARKS,
            HEALTH,
            DISABILITY,
            INCLUSION,
            BLOOD_TYPE);

    /** Those that are one text, read, checked and written by the table alone. */
    public static final List<StudentField> PLAIN =
            ALL.stream().filter(StudentField::isWritten).toList();

    private StudentFields() {}

    /** Those of {@link #PLAIN} that the caller may see. */
    public static List<StudentField> plain(boolean withSensitive) {
        return PLAIN.stream()
                .filter(each -> withSensitive || !each.isSensitive())
                .toList();
    }
}
