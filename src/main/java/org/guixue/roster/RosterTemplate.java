package org.guixue.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.guixue.person.StudentFields;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.SheetWriter;
import org.guixue.workbook.WorkbookWriter;

/** The workbook that people fill in: official title, headings, a sample row that the import leaves out, notes. */
final class RosterTemplate {
    private record Column(String field, String sample, double width) {}

    private static final List<Column> COMPOSED = List.of(
            new Column(RosterColumns.NAME, "示例王小明", 12),
            new Column(RosterColumns.SEX, "男", 6),
            new Column(RosterColumns.ETHNICITY, "汉族", 8),
            new Column(RosterColumns.BORN_ON, "2015-03-05", 12),
            new Column(RosterColumns.NATIONAL_ID, "360799201503051234", 22),
            new Column(RosterColumns.STUDENT_NUMBER, "G360799201503051234", 24),
            new Column(RosterColumns.SCHOOL, "东山镇中心小学", 20),
            new Column(RosterColumns.GRADE, "五年级", 8),
            new Column(RosterColumns.SCHOOL_CLASS, "2班", 8),
            new Column(RosterColumns.HEAD_TEACHER, "林晓芳", 10),
            new Column("guardian1", "王建国", 12),
            new Column("relation1", "父亲", 10),
            new Column("phone1", "13900000000", 16),
            new Column("isGuardian1", "是", 14),
            new Column(RosterColumns.RESIDENCE, "示范省示范市示范县东山镇桥头村12号", 36),
            new Column(RosterColumns.HOUSEHOLD, "示范省示范市示范县东山镇桥头村12号", 36),
            new Column(RosterColumns.TOWNSHIP, "东山镇", 12),
            new Column(RosterColumns.CATEGORIES, "留守儿童", 16));

    private static final List<Column> COLUMNS = Stream.concat(
                    COMPOSED.stream(),
                    StudentFields.plain(false).stream().map(field -> new Column(field.name(), "", field.width())))
            .toList();

    private static final List<String> NOTES = List.of(
            "填表说明：1. 姓名必填；身份证号，或者出生日期和性别，二者必填其一。没有户口的孩子可以不填身份证号。",
            "填表说明：2. 列的顺序可以改变，不用的列可以删去；各列都是文本格式，身份证号、学籍号、电话请勿改成数字。",
            "填表说明：3. 名册里已有的学生，空着的单元格不会抹去原有内容；示例一行不会导入。");

    private RosterTemplate() {}

    static byte[] workbook(String office) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(bytes)) {
            SheetWriter sheet = workbook.sheet(new SheetLayout(
                    "学生名册",
                    "义务教育阶段学生名册",
                    "填报单位（盖章）：" + office + "　　填报时间：　　　　年　　月　　日",
                    COLUMNS.stream()
                            .map(column -> SheetColumn.text(RosterColumns.title(column.field()), column.width()))
                            .toList()));
            sheet.row(COLUMNS.stream().map(Column::sample).toList());
            for (String note : NOTES) {
                sheet.note(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
