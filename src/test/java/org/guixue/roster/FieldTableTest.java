package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.guixue.sheet.Prefill;
import org.guixue.workbook.Heading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTableTest {
    @Test
    void oneThingHasOneLabelAndOneColumn() {
        List<StudentField> all = StudentFields.ALL;
        assertEquals(all.size(), all.stream().map(StudentField::name).distinct().count());
        assertEquals(all.size(), all.stream().map(StudentField::label).distinct().count());
        Map<String, String> fields = new HashMap<>();
        for (Heading heading : RosterColumns.all()) {
            for (String name : heading.names()) {
                assertEquals(null, fields.putIfAbsent(name, heading.field()), name);
            }
        }
        for (StudentField field : all) {
            if (!field.headings().isEmpty()) {
                assertEquals(field.label(), RosterColumns.title(field.name()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证件号", "学校名称", "年级名称", "班级名称", "现住址", "户口所在地", "户籍地址", "户籍地", "乡镇", "人员类别", "学籍号", "是否寄宿生", "健康状况", "备注"
            })
    void takesTheNamesThatOtherSystemsAndEarlierVersionsUse(String heading) {
        assertTrue(RosterColumns.all().stream().anyMatch(each -> each.names().contains(heading)), heading);
    }

    @Test
    void papersMayBeFilledInWithEveryFieldOfTheTable() {
        StudentFields.ALL.forEach(field -> assertTrue(Prefill.knows("student." + field.name()), field.name()));
    }

    @ParameterizedTest
    @CsvSource({"寄宿, 是", "１, 是", "走读, 否", "0, 否", "偶尔, 偶尔"})
    void readsWhetherAChildBoards(String typed, String text) {
        assertEquals(text, StudentFields.BOARDING.read(typed));
    }

    @Test
    void keepsWhatOnlyHoldersOfTheGrantMaySeeOutOfTheOthersColumns() {
        for (StudentField field : StudentFields.ALL) {
            assertEquals(field.isSensitive(), RosterColumns.SENSITIVE.contains(field.name()), field.name());
        }
    }
}
