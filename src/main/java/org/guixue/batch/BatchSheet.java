package org.guixue.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;
import org.guixue.workbook.Rows;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.Workbook;

/** A batch as rows of a workbook: who each paper is for, and a column for each field that a cell can hold. */
final class BatchSheet {
    static final int MOST_BYTES = 4 << 20;
    private static final String VALUE = "value.";
    private static final int LONGEST = 2_000;

    private final List<GridField> fields;

    BatchSheet(Form form, Caller caller) {
        this.fields = GridField.of(form, caller);
    }

    /** Columns of the template. */
    List<SheetColumn> columns() {
        List<SheetColumn> columns = new ArrayList<>(
                List.of(SheetColumn.text("姓名", 14), SheetColumn.text("身份证号或学籍号", 24), SheetColumn.text("年级班级", 14)));
        for (GridField field : fields) {
            columns.add(SheetColumn.text(
                    heading(field), Math.min(40, Math.max(12, field.label().length() * 2 + 4))));
        }
        return columns;
    }

    List<GridField> fields() {
        return fields;
    }

    /**
     * The rows of a file.
     *
     * @throws ValuesRefused on the field {@code file} where it is no such table
     */
    List<Wanted> read(byte[] file) {
        Rows rows = Workbook.open(file).table(headings()).rows();
        List<Wanted> all = new ArrayList<>();
        while (rows.hasNext()) {
            if (all.size() == Batching.MOST) {
                throw new TooLarge("表格超过%d行，请分成几个文件上传".formatted(Batching.MOST));
            }
            all.add(wanted(rows.next()));
        }
        if (all.isEmpty()) {
            throw new ValuesRefused("file", "表格里没有学生；每行写一名学生，至少要有姓名或身份证号");
        }
        return all;
    }

    private Wanted wanted(Entry row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (GridField field : fields) {
            String text = row.text(VALUE + field.name());
            if (!text.isEmpty()) {
                values.put(field.name(), field.read(text.length() <= LONGEST ? text : text.substring(0, LONGEST)));
            }
        }
        return new Wanted(
                "第%d行".formatted(row.number()), row.text("name"), row.code("number"), row.text("schoolClass"), values);
    }

    private Headings headings() {
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.required("name", "姓名", "学生姓名"),
                Heading.optional("number", "身份证号或学籍号", "身份证号", "身份证件号", "证件号码", "身份证号码", "全国学籍号", "学籍号"),
                Heading.optional("schoolClass", "年级班级", "班级")));
        List<String> taken = new ArrayList<>();
        headings.forEach(heading -> taken.addAll(heading.names()));
        for (GridField field : fields) {
            headings.add(Heading.optional(VALUE + field.name(), heading(field)));
        }
        return Headings.of(headings);
    }

    /** A field's label, told apart from the columns that say who it is, and from another field of the same label. */
    private String heading(GridField field) {
        List<String> own = List.of("姓名", "学生姓名", "身份证号", "证件号码", "学籍号", "全国学籍号", "班级", "年级班级");
        boolean twice = fields.stream()
                        .filter(each -> each.label().equals(field.label()))
                        .count()
                > 1;
        return own.contains(field.label()) || twice ? field.label() + "-" + field.name() : field.label();
    }
}
