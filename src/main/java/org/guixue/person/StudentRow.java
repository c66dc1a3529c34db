package org.guixue.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.workbook.SheetColumn;

/**
 * A child as a row of the roster.
 *
 * @param sensitive whether health and disability have their columns
 * @param whole whether IDs are written whole
 */
record StudentRow(LocalDate today, boolean sensitive, boolean whole) {
    private static final int GUARDIANS = 2;

    List<SheetColumn> columns() {
        List<SheetColumn> columns = new ArrayList<>(List.of(
                SheetColumn.text("姓名", 14),
                SheetColumn.text("性别", 6),
                SheetColumn.text("民族", 10),
                SheetColumn.date("出生日期"),
                SheetColumn.text("身份证件号", 21),
                SheetColumn.text("其他证件", 20),
                SheetColumn.text("全国学籍号", 22),
                SheetColumn.text("学校", 24),
                SheetColumn.text("年级", 10),
                SheetColumn.text("班级", 8),
                SheetColumn.text("班主任", 12),
                SheetColumn.text("班主任电话", 14),
                SheetColumn.text("学籍状态", 10)));
        for (int i = 1; i <= GUARDIANS; i++) {
            columns.add(SheetColumn.text("监护人" + i + "姓名", 12));
            columns.add(SheetColumn.text("监护人" + i + "关系", 8));
            columns.add(SheetColumn.text("监护人" + i + "电话", 14));
        }
        columns.addAll(List.of(
                SheetColumn.text("现住址", 36),
                SheetColumn.text("户籍地址", 36),
                SheetColumn.text("责任乡镇", 20),
                SheetColumn.text("学生类别", 24)));
        if (sensitive) {
            columns.addAll(List.of(
                    SheetColumn.text("健康状况", 20),
                    SheetColumn.text("残疾类别", 10),
                    SheetColumn.text("残疾等级", 10),
                    SheetColumn.text("残疾证号", 23)));
        }
        return columns;
    }

    Object[] of(Student child) {
        List<Object> row = new ArrayList<>(List.of(
                child.name(),
                child.sex(),
                child.ethnicity(),
                child.bornOn(),
                id(child),
                child.otherPaper().map(this::paper).orElse(""),
                whole ? child.heldNumber().text() : child.heldNumber().shown(StudentNumber::masked),
                child.school().map(Office::name).orElse(""),
                child.grade(),
                child.schoolClass(),
                child.headTeacher(),
                child.headTeacherPhone(),
                child.state().label()));
        List<Guardian> guardians = child.guardians();
        for (int i = 0; i < GUARDIANS; i++) {
            boolean known = i < guardians.size();
            row.add(known ? guardians.get(i).name() : "");
            row.add(known ? guardians.get(i).relation() : "");
            row.add(known ? guardians.get(i).phone() : "");
        }
        row.addAll(List.of(
                child.residence(),
                child.household(),
                child.township().name(),
                String.join("、", child.categoriesOn(today, sensitive))));
        if (sensitive) {
            Disability disability = child.disability();
            row.addAll(List.of(
                    child.health(),
                    disability.kind().isEmpty() ? disability.remark() : disability.kind(),
                    disability.grade(),
                    whole ? disability.certificate() : disability.maskedCertificate()));
        }
        return row.toArray();
    }

    private String id(Student child) {
        return whole ? child.heldId().text() : child.heldId().shown(NationalId::masked);
    }

    private String paper(OtherPaper paper) {
        return paper.kind() + " " + (whole ? paper.number() : paper.masked());
    }
}
