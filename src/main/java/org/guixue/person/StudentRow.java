package org.guixue.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        List<SheetColumn> columns = new ArrayList<>();
        for (StudentField field : fields()) {
            if (field == StudentFields.GUARDIANS) {
                for (int i = 1; i <= GUARDIANS; i++) {
                    columns.add(SheetColumn.text("监护人" + i + "姓名", 12));
                    columns.add(SheetColumn.text("监护人" + i + "关系", 8));
                    columns.add(SheetColumn.text("监护人" + i + "电话", 14));
                    columns.add(SheetColumn.text("监护人" + i + "是否监护人", 8));
                }
            } else if (field == StudentFields.DISABILITY) {
                columns.add(SheetColumn.text("残疾类别", 10));
                columns.add(SheetColumn.text("残疾等级", 10));
                columns.add(SheetColumn.text("残疾证号", 23));
            } else {
                columns.add(
                        field == StudentFields.BORN_ON
                                ? SheetColumn.date(field.label())
                                : SheetColumn.text(field.label(), field.width()));
            }
        }
        return columns;
    }

    private List<StudentField> fields() {
        return StudentFields.ALL.stream()
                .filter(field -> field.isExported() && (sensitive || !field.isSensitive()))
                .toList();
    }

    Object[] of(Student child) {
        List<Object> row = new ArrayList<>();
        for (StudentField field : fields()) {
            if (field == StudentFields.GUARDIANS) {
                guardians(child.guardians(), row);
            } else if (field == StudentFields.DISABILITY) {
                Disability disability = child.disability();
                row.add(disability.kind().isEmpty() ? disability.remark() : disability.kind());
                row.add(disability.grade());
                row.add(whole ? disability.certificate() : disability.maskedCertificate());
            } else if (field == StudentFields.CATEGORIES) {
                row.add(String.join("、", child.categoriesOn(today, sensitive)));
            } else if (field == StudentFields.BORN_ON) {
                row.add(child.bornOn());
            } else {
                row.add(whole ? field.told(child) : field.shown(child));
            }
        }
        return row.toArray();
    }

    private static void guardians(List<Guardian> guardians, List<Object> row) {
        for (int i = 0; i < GUARDIANS; i++) {
            boolean known = i < guardians.size();
            row.add(known ? guardians.get(i).name() : "");
            row.add(known ? guardians.get(i).relation() : "");
            row.add(known ? guardians.get(i).phone() : "");
            row.add(known ? guardians.get(i).guardianship().word() : "");
        }
    }
}
