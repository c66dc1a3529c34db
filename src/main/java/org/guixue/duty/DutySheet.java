package org.guixue.duty;

import java.time.LocalDate;
import java.util.List;
import org.guixue.person.Student;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;
import org.guixue.workbook.SheetColumn;

/** The responsibility map as rows of a workbook: what we hand out, with these columns, can be taken in again and changes nothing. */
public final class DutySheet {
    public static final Headings HEADINGS = Headings.of(
            Heading.required("layer", "责任层次", "层次", "责任线", "包保层次"),
            Heading.required("name", "责任人", "责任人姓名", "姓名", "包保责任人"),
            Heading.optional("year", "学年"),
            Heading.optional("office", "单位", "乡镇或学校", "学校", "乡镇", "单位名称", "所在单位"),
            Heading.optional("village", "村（组）", "村", "村组", "行政村"),
            Heading.optional("grade", "年级"),
            Heading.optional("schoolClass", "班级", "班"),
            Heading.optional("student", "学生姓名", "学生", "帮扶学生"),
            Heading.optional("studentId", "学生编号", "编号"),
            Heading.optional("post", "职务", "责任人职务"),
            Heading.optional("phone", "联系电话", "电话", "责任人电话"),
            Heading.optional("from", "起始日", "开始日期", "起"),
            Heading.optional("until", "结束日", "结束日期", "止"),
            Heading.optional("reason", "变更原因", "原因"));

    private DutySheet() {}

    public static List<SheetColumn> columns() {
        return List.of(
                SheetColumn.text("学年", 12),
                SheetColumn.text("责任层次", 18),
                SheetColumn.text("单位", 26),
                SheetColumn.text("村（组）", 14),
                SheetColumn.text("年级", 10),
                SheetColumn.text("班级", 10),
                SheetColumn.text("学生姓名", 12),
                SheetColumn.text("学生编号", 10),
                SheetColumn.text("责任人", 12),
                SheetColumn.text("职务", 16),
                SheetColumn.text("联系电话", 16),
                SheetColumn.text("起始日", 12),
                SheetColumn.text("结束日", 12),
                SheetColumn.text("变更原因", 20));
    }

    /** What is known beside, and read by nobody. */
    public static List<SheetColumn> signed() {
        return List.of(SheetColumn.text("目标责任书", 22), SheetColumn.text("签署日期", 12));
    }

    public static Object[] row(Duty duty) {
        boolean child = duty.student().isPresent();
        return new Object[] {
            duty.year().toString(),
            duty.layer().label(),
            duty.office().name(),
            duty.village(),
            duty.grade(),
            duty.schoolClass(),
            duty.student().map(Student::name).orElse(""),
            child ? Long.toString(duty.student().orElseThrow().id()) : "",
            duty.who().name(),
            duty.who().post(),
            duty.who().phone(),
            duty.from().toString(),
            duty.until().map(LocalDate::toString).orElse(""),
            duty.reason(),
            duty.agreementSerial(),
            duty.signedOn().map(LocalDate::toString).orElse("")
        };
    }
}
