package org.guixue.roster;

import static org.guixue.roster.ImportDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guixue.ValuesRefused;
import org.guixue.identity.OtherPaper;
import org.guixue.person.Guardian;
import org.guixue.person.InventedChild;
import org.guixue.person.Student;
import org.guixue.workbook.Rows;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identity papers, guardians and hidden rows as the national system exports them. */
class OfficialPapersTest extends OfficialRosters {
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

    /** The empty cell of an export that nobody had touched was read as 是, and the preview did not say so. */
    @Test
    void anEmptyCellMakesNobodyAGuardian() {
        InventedChild child = invented();
        Map<String, String> given =
                Map.of("name", child.name(), "nationalId", child.id(), "guardian1", "周奶奶", "relation1", "祖母");
        desk.applying().apply(desk.staged(clerk, new RosterRow(2, given, List.of(), Map.of("guardian1", "成员1姓名"))));
        Map<String, String> exported = Map.of("guardian1", "监护人1姓名", "isGuardian1", "监护人1是否监护人");
        Judged again = desk.judge(clerk, Map.of(), new RosterRow(2, given, List.of(), exported))
                .get(0);
        assertEquals(RowVerdict.SAME, again.verdict(), problems(again));

        Judged called = desk.judge(clerk, Map.of(), new RosterRow(2, given, List.of(), Map.of("guardian1", "监护人1姓名")))
                .get(0);
        assertEquals(RowVerdict.CHANGED, called.verdict());
        assertTrue(Change.between(called).stream().anyMatch(each -> each.what().equals("监护人")), "she was asked about");
    }

    @Test
    void thatAParentIsCalledAGuardianIsAChangeInWords() {
        InventedChild child = invented();
        Map<String, String> given =
                Map.of("name", child.name(), "nationalId", child.id(), "guardian1", "周国强", "relation1", "父亲");
        desk.applying().apply(desk.staged(clerk, new RosterRow(2, given, List.of(), Map.of("guardian1", "成员1姓名"))));
        Judged called = desk.judge(clerk, Map.of(), new RosterRow(2, given, List.of(), Map.of("guardian1", "监护人1姓名")))
                .get(0);
        assertEquals(List.of(new Change("是否监护人", "周国强：未填", "周国强：是", false)), Change.between(called));
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
