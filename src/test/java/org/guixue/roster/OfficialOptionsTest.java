package org.guixue.roster;

import static org.guixue.roster.ImportDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.identity.OtherPaper;
import org.guixue.person.Guardian;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.person.Student;
import org.guixue.person.StudentDetails;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rosters as the national system exports them, judged at a clerk's desk. */
class OfficialOptionsTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final ImportDesk desk = new ImportDesk(REGISTRY.desk());
    private final Caller clerk = REGISTRY.trusted(Role.CLERK, REGISTRY.eastSchool);

    private static Table table(String file) {
        try (InputStream in = OfficialOptionsTest.class.getResourceAsStream("/cases/" + file)) {
            return RosterReading.table(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Judged> judged(String file) {
        Table table = table(file);
        RowReader reader = new RowReader(table, Set.of());
        List<RosterRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            rows.add(reader.read(entries.next()));
        }
        return desk.judge(clerk, Map.of(), rows.toArray(RosterRow[]::new));
    }

    private List<Student> children(String file) {
        return judged(file).stream()
                .map(each -> each.outlook()
                        .orElseThrow(() -> new AssertionError(each.problems().toString()))
                        .child())
                .toList();
    }

    private Judged judge(InventedChild child, String... more) {
        return desk.judge(clerk, Map.of(), row(2, child, more)).get(0);
    }

    private static String problems(Judged judged) {
        return judged.problems().toString();
    }

    private InventedChild invented() {
        return REGISTRY.invent(REGISTRY.eastSchool);
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

    @Test
    void knowsThatNobodyIsServedWhoIsNoGuardian() {
        Student child = children("02-guardian-flag-ignored/guardian.xlsx").get(0);
        assertEquals(
                List.of("周某父", "周奶奶"),
                child.guardians().stream().map(Guardian::name).toList());
        assertEquals(
                List.of("周奶奶"),
                child.servedGuardians().stream().map(Guardian::name).toList());
    }

    @ParameterizedTest
    @CsvSource({"是, 1", "1-是, 1", "'', 0", "否, 0", "0－否, 0"})
    void asksWhetherAGrandmotherIsGuardian(String flag, int served) {
        InventedChild child = invented();
        Map<String, String> given = new HashMap<>(
                Map.of("name", child.name(), "nationalId", child.id(), "guardian1", "周奶奶", "relation1", "62-祖母"));
        if (!flag.isEmpty()) {
            given.put("isGuardian1", flag);
        }
        RosterRow row = new RosterRow(2, given, List.of(), Map.of("guardian1", "成员1姓名"));
        Student judged =
                desk.judge(clerk, Map.of(), row).get(0).outlook().orElseThrow().child();
        assertEquals(served, judged.servedGuardians().size());
        assertEquals(flag.isEmpty(), judged.guardians().get(0).isToBeAsked());
        assertEquals("祖母", judged.guardians().get(0).relation());
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
    void takesPapersOfTheNationalSystemForWhatTheyAre() {
        assertEquals(
                List.of(
                        new OtherPaper("香港特区护照/身份证明", "K1234567"),
                        new OtherPaper("澳门特区护照/身份证明", "MA123456"),
                        new OtherPaper("境外永久居住证", "USA310015030501")),
                children("03-official-paper-kinds/kinds.xlsx").stream()
                        .map(child -> child.otherPaper().orElseThrow())
                        .toList());
        assertTrue(children("03-official-paper-kinds/kinds.xlsx").stream()
                .allMatch(child -> child.nationalId().isEmpty()));
    }

    @Test
    void refusesOnePaperOfTwoChildrenAndAPermitOfAnotherBirth() {
        List<Judged> judged = judged("10-same-paper-twice/passports.xlsx");
        assertTrue(problems(judged.get(0)).contains("与第3行的证件号相同"), problems(judged.get(0)));
        assertTrue(problems(judged.get(1)).contains("与第2行的证件号相同"), problems(judged.get(1)));
        assertTrue(problems(judged.get(2)).contains("证件号中的出生日期与所填出生日期不一致"), problems(judged.get(2)));
    }

    @Test
    void aPaperThatAChildOfTheRosterHasIsTakenFromNobody() {
        String number = "E" + invented().id().substring(6, 15);
        InventedChild first = invented();
        desk.applying().apply(desk.staged(clerk, paper(first, number)));
        Judged again = desk.judge(clerk, Map.of(), paper(first, number)).get(0);
        assertEquals(RowVerdict.SAME, again.verdict(), problems(again));
        InventedChild second = invented();
        Judged other = desk.judge(clerk, Map.of(), paper(second, number)).get(0);
        assertTrue(problems(other).contains("证件号与名册中的“" + first.name() + "”相同"), problems(other));
        desk.desk.entities.clear();
        ValuesRefused refused = Assertions.assertThrows(
                ValuesRefused.class,
                () -> desk.desk.roster.enter(clerk, second.holding("护照", number).details()));
        assertEquals("otherPaper", refused.violations().get(0).field());
    }

    private static RosterRow paper(InventedChild child, String number) {
        return row(
                2,
                child,
                RosterColumns.NATIONAL_ID,
                number,
                RosterColumns.PAPER_KIND,
                "A-护照",
                RosterColumns.STUDENT_NUMBER,
                "");
    }

    @Test
    void saysWhichRowsAreHiddenInTheTable() {
        Rows rows = table("16-hidden-rows/hidden.xlsx").rows();
        int read = 0;
        while (rows.hasNext()) {
            rows.next();
            read++;
        }
        assertEquals(4, read);
        assertEquals(List.of(3, 4), rows.hidden());
        assertEquals(2, rows.hiddenCount());
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

    @Test
    void keepsAnotherPaperThatIsToBeChecked() {
        InventedChild child = invented();
        desk.applying().apply(desk.staged(clerk, row(2, child)));
        long id = Long.parseLong(REGISTRY.text("select id from student where national_id = '" + child.id() + "'"));
        REGISTRY.execute("update student set other_paper_kind = '护照', other_paper_number = '旧护照？' where id = " + id);
        desk.desk.entities.clear();
        desk.applying().apply(desk.staged(clerk, row(2, child, RosterColumns.GRADE, "四年级")));
        assertEquals("四年级", REGISTRY.text("select grade from student where id = " + id));
        assertEquals("旧护照？", REGISTRY.text("select other_paper_number from student where id = " + id));
        assertEquals("护照", REGISTRY.text("select other_paper_kind from student where id = " + id));
    }
}
