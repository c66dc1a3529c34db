package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guixue.ValuesRefused;
import org.guixue.identity.PersonName;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Headings in two rows, as schools draw them: the group's may end in 信息 or 情况. */
    @ParameterizedTest
    @CsvSource({"监护人信息", "监护人情况", "监护人基本情况", "监护人", "家庭成员1", "家长信息", "第一监护人"})
    void takesColumnsOfAGuardianBelowTheirGroup(String group) {
        RosterRow row = read(table("学生基本情况,,,%s,,\n姓名,身份证号,班级,姓名,关系,联系电话\n王,36079920140305602X,2班,张三,父亲,13900001111\n"
                        .formatted(group)))
                .get(0);
        assertEquals("王", row.givenName().text());
        assertEquals("张三", row.text("guardian1").orElseThrow());
        assertEquals("父亲", row.text("relation1").orElseThrow());
        assertEquals("13900001111", row.text("phone1").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"与学生关系", "与学生的关系", "与家长关系", "监护人与学生的关系", "家长关系"})
    void takesTheRelationUnderItsManyNames(String heading) {
        Table table = table("姓名,身份证号,监护人姓名,%s\n王,36079920140305602X,张三,父亲\n".formatted(heading));
        assertEquals(List.of(), table.unknownHeadings());
        assertEquals("父亲", read(table).get(0).text("relation1").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"公民身份证号码", "身份号码", "儿童身份证号码", "身份证件号码", "学生公民身份号码"})
    void takesTheResidentIdUnderItsManyNames(String heading) {
        assertTrue(table("姓名,%s\n王,36079920140305602X\n".formatted(heading)).has(RosterColumns.NATIONAL_ID));
    }

    @Test
    void nobodyIsCalledNone() {
        RosterRow row = read(table("姓名,身份证号,监护人1姓名,监护人2姓名\n王,36079920140305602X,张三,无\n"))
                .get(0);
        assertTrue(row.text("guardian2").isEmpty());
        for (String none : List.of("无", "null", "NULL", "不详", "N/A")) {
            assertTrue(PersonName.read(none).fault().isPresent(), none);
        }
        assertEquals(
                "བསོད་ནམས", PersonName.read("བསོད་ནམས").value().orElseThrow().text());
    }

    @Test
    void takesTheApostropheThatKeepsFiguresOff() {
        RosterRow row = read(table("姓名,身份证号\n王,'36079920140305602X\n")).get(0);
        assertEquals("36079920140305602X", row.text(RosterColumns.NATIONAL_ID).orElseThrow());
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
