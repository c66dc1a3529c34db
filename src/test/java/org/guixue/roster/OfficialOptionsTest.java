package org.guixue.roster;

import static org.guixue.roster.ImportDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.person.Student;
import org.guixue.person.StudentDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of the national system, by code, label and both. */
class OfficialOptionsTest extends OfficialRosters {
    private Judged judge(InventedChild child, String... more) {
        return desk.judge(clerk, Map.of(), row(2, child, more)).get(0);
    }

    @Test
    void takesTheThreeOptionsOfLeftBehindChildren() {
        List<Boolean> leftBehind = children("01-left-behind-official-options/official.xlsx").stream()
                .map(child -> child.categoriesOn(Registry.TODAY, true).contains("留守儿童"))
                .toList();
        assertEquals(List.of(false, true, true, true, true), leftBehind);
    }

    @ParameterizedTest
    @CsvSource({
        "leftBehind, 1-单亲留守儿童, 留守儿童",
        "leftBehind, 2—双亲留守儿童, 留守儿童",
        "leftBehind, 0-非留守儿童, ''",
        "leftBehind, 0－否, ''",
        "migrant, 外省迁入, 随迁子女",
        "migrant, 本省外县迁入, 随迁子女",
        "migrant, 1-是, 随迁子女",
        "migrant, 0-否, ''",
        "orphan, 1-是, 孤儿"
    })
    void readsFlagsByCodeLabelAndBoth(String field, String typed, String category) {
        Student child = judge(invented(), field, typed).outlook().orElseThrow().child();
        assertEquals(
                category.isEmpty() ? List.of() : List.of(category), child.categoriesOn(Registry.TODAY, true), typed);
    }

    @Test
    void oneStrangeOptionRefusesItsRowAlone() {
        InventedChild good = invented();
        InventedChild strange = invented();
        List<Judged> judged = desk.judge(
                clerk, Map.of(), row(2, good, "leftBehind", "1-单亲留守儿童"), row(3, strange, "leftBehind", "0-单亲留守儿童"));
        assertEquals(RowVerdict.NEW, judged.get(0).verdict());
        assertEquals(RowVerdict.REFUSED, judged.get(1).verdict());
        assertTrue(problems(judged.get(1)).contains("应填“是”或“否”"), problems(judged.get(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "overseas, 00-否, 否",
        "overseas, 1, 香港同胞",
        "overseas, 06-台湾同胞亲属, 台湾同胞亲属",
        "householdKind, 1-农业户口, 农业户口",
        "householdKind, 2, 非农业户口",
        "householdKind, 居民家庭户口, 居民户口",
        "entryWay, 11-就近入学, 就近入学",
        "entryWay, 12-其他, 其他",
        "entryWay, 99, 其他",
        "origin, 1-正常入学, 正常入学",
        "origin, 借读, 借读",
        "inclusion, 0-非随班就读, 非随班就读",
        "inclusion, 否, 非随班就读",
        "inclusion, 3-智力残疾随班就读, 智力残疾随班就读",
        "bloodType, 3-AB血型, AB血型",
        "bloodType, 0, 未知血型",
        "bloodType, O型, O血型"
    })
    void keepsWhatTheNationalSystemKeepsByCodeLabelAndBoth(String field, String typed, String label) {
        InventedChild child = invented();
        desk.applying().apply(desk.staged(clerk, row(2, child, field, typed)));
        assertEquals(label, kept(child).get(field), typed);
        assertEquals(
                RowVerdict.SAME,
                desk.judge(clerk, Map.of(), row(2, child, field, label)).get(0).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "overseas, 01-否",
        "householdKind, 2-农业家庭户口",
        "entryWay, 托关系",
        "origin, 3",
        "inclusion, 是",
        "bloodType, C型"
    })
    void refusesAnOptionThatTheNationalSystemDoesNotHave(String field, String typed) {
        Judged judged = judge(invented(), field, typed);
        assertEquals(RowVerdict.REFUSED, judged.verdict());
        assertTrue(problems(judged).contains("没有“" + typed + "”这个选项"), problems(judged));
    }

    @Test
    void whoMayNotSeeDisabilitiesNeitherWritesNorLosesWhatTellsOfThem() {
        InventedChild child = invented();
        desk.applying()
                .apply(desk.staged(clerk, row(2, child, "inclusion", "听力残疾随班就读", "bloodType", "A型", "origin", "借读")));
        Caller other = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
        desk.applying()
                .apply(desk.staged(other, row(2, child, "inclusion", "非随班就读", "bloodType", "B型", "origin", "正常入学")));
        Map<String, String> kept = kept(child);
        assertEquals(
                "听力残疾随班就读 A血型 正常入学", kept.get("inclusion") + " " + kept.get("bloodType") + " " + kept.get("origin"));
    }

    private Map<String, String> kept(InventedChild child) {
        long id = Long.parseLong(REGISTRY.text("select id from student where national_id = '" + child.id() + "'"));
        desk.desk.entities.clear();
        return desk.desk.read(() -> StudentDetails.of(desk.desk.child(id)).plain());
    }

    @Test
    void noDisabilityIsNone() {
        assertEquals(
                List.of("", "", "", "", "视力残疾"),
                children("17-no-disability/disability.xlsx").stream()
                        .map(child -> child.disability().text())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 否", "2, 是", "1-走读, 否", "２－住校, 是", "住校, 是"})
    void readsTheWayOfAttendance(String typed, String boards) {
        assertEquals(
                boards,
                judge(invented(), RosterColumns.ATTENDANCE, typed)
                        .outlook()
                        .orElseThrow()
                        .child()
                        .boarding());
    }

    @ParameterizedTest
    @CsvSource({"10, 健康或良好", "10-健康或良好, 健康或良好", "30－有慢性病, 有慢性病", "轻度近视, 轻度近视"})
    void readsHealthByItsCodes(String typed, String health) {
        assertEquals(
                health,
                judge(invented(), RosterColumns.HEALTH, typed)
                        .outlook()
                        .orElseThrow()
                        .child()
                        .health());
    }
}
