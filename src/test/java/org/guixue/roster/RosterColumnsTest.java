package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guixue.ValuesRefused;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.junit.jupiter.api.Test;

/** Rosters as people have them, as far as reading goes; no container. */
class RosterColumnsTest {
    @Test
    void readsColumnsInAnyOrderUnderTheirUsualNames() {
        RosterRow row = read(table("""
                东山镇中心小学花名册,,,
                公民身份号码,学生姓名 ,就读学校,班号
                ３６０７９９２０１４０３０５６０２x,王 小明,东山镇中心小学,2班
                """)).get(0);
        assertEquals("36079920140305602X", row.text(RosterColumns.NATIONAL_ID).orElseThrow());
        assertEquals("2班", row.text(RosterColumns.SCHOOL_CLASS).orElseThrow());
        assertEquals("公民身份号码", row.title(RosterColumns.NATIONAL_ID));
        assertEquals(3, row.number());
    }

    @Test
    void takesTheColumnsOfTheNationalSystem() {
        Table table = table("姓名,性别,出生日期,身份证件类型,身份证件号,学校标识码,学校名称,年级,班级,现住址,家庭地址,联系电话,成员1姓名,成员1关系,"
                + "成员1联系电话,残疾人类型,政治面貌\n王,男,2014-03-05,,,,,,,,,,,,,,\n");
        assertEquals(List.of("政治面貌"), table.unknownHeadings());
    }

    @Test
    void readsTheHeadingsOfItsOwnTemplateAndLeavesTheSampleOut() {
        Table table = RosterReading.table(RosterTemplate.workbook("东山镇中心小学"));
        assertEquals(List.of(), table.unknownHeadings());
        Rows rows = table.rows();
        assertTrue(RowReader.isSample(rows.next()));
        assertEquals(false, rows.hasNext());
    }

    @Test
    void neverGuessesANumberThatHasLostItsEnd() {
        RosterRow row = read(table("姓名,身份证号\n王,3.62101E+17\n")).get(0);
        assertTrue(row.text(RosterColumns.NATIONAL_ID).isEmpty());
        assertEquals("身份证号", row.problems().get(0).column());
        assertTrue(row.problems().get(0).message().contains("丢失"));
    }

    @Test
    void refusesATableThatTellsNobodyApart() {
        assertThrows(ValuesRefused.class, () -> table("姓名,班级\n王,2班\n"));
    }

    @Test
    void namesTheOtherRowOfADuplicate() {
        List<RosterRow> rows = read(table("""
                姓名,性别,出生日期,身份证号,学籍号
                王,女,2014-03-05,,
                李,女,2014-03-05,,G360799201403056029
                王,女,2014.3.5,,
                李,女,2014-03-05,,G360799201403056029
                """));
        InFile inFile = new InFile();
        rows.forEach(inFile::add);
        assertTrue(inFile.problems(rows.get(0)).get(0).message().contains("第4行"));
        assertTrue(inFile.problems(rows.get(2)).get(0).message().contains("第2行"));
        assertEquals("学籍号", inFile.problems(rows.get(1)).get(0).column());
        assertEquals("学籍号", inFile.problems(rows.get(3)).get(0).column());
    }

    private static Table table(String csv) {
        return RosterReading.table(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RosterRow> read(Table table) {
        RowReader reader = new RowReader(table, Set.of());
        List<RosterRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            Entry entry = entries.next();
            rows.add(reader.read(entry));
        }
        return rows;
    }
}
