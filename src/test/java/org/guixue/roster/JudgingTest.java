package org.guixue.roster;

import static org.guixue.roster.ImportDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.Duplicates;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.person.Student;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JudgingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final ImportDesk desk = new ImportDesk(REGISTRY.desk());
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    private final Caller bureau = REGISTRY.trusted(Role.BUREAU, REGISTRY.bureau);

    private InventedChild invented() {
        return REGISTRY.invent(REGISTRY.eastSchool);
    }

    private long enter(InventedChild child) {
        return desk.desk.roster.enter(bureau, child.details()).id();
    }

    private Judged judge(Caller caller, RosterRow row) {
        return desk.judge(caller, Map.of(), row).get(0);
    }

    private Judged decided(Decision decision, RosterRow row) {
        return desk.judge(clerk, Map.of(row.number(), decision), row).get(0);
    }

    private static String problems(Judged judged) {
        return String.join(
                " ",
                judged.problems().stream()
                        .map(problem -> problem.column() + ":" + problem.message())
                        .toList());
    }

    private static Optional<Long> known(Judged judged) {
        return judged.known().map(Student::id);
    }

    private static String enquiries(long child) {
        return REGISTRY.text("select count(*) from duplicate_enquiry where student_id = " + child);
    }

    @Test
    void aChildThatNobodyKnowsIsNewAndStandsOnNoRosterYet() {
        InventedChild child = invented();
        Judged judged = judge(clerk, row(2, child));
        assertEquals(RowVerdict.NEW, judged.verdict());
        assertEquals(child.name(), judged.outlook().orElseThrow().child().name());
        assertEquals(
                REGISTRY.eastSchool.id(),
                judged.outlook().orElseThrow().child().school().orElseThrow().id());
        assertEquals("0", REGISTRY.text("select count(*) from student where national_id = '" + child.id() + "'"));
    }

    @Test
    void aRowThatSaysNothingNewIsTheSame() {
        InventedChild child = invented();
        long id = enter(child);
        Judged judged = judge(clerk, row(2, child));
        assertEquals(RowVerdict.SAME, judged.verdict());
        assertEquals(Optional.of(id), known(judged));
        assertEquals(Optional.empty(), judged.outlook());
    }

    @Test
    void aBlankCellErasesNothing() {
        InventedChild child = invented();
        enter(child);
        Judged judged = judge(clerk, row(2, child, RosterColumns.GRADE, "", RosterColumns.STUDENT_NUMBER, ""));
        assertEquals(RowVerdict.SAME, judged.verdict());
    }

    @Test
    void aRowThatSaysAnotherClassChangesTheChild() {
        InventedChild child = invented();
        long id = enter(child);
        Judged judged = judge(clerk, row(2, child.in("三年级", "2班")));
        assertEquals(RowVerdict.CHANGED, judged.verdict());
        assertEquals(Optional.of(id), known(judged));
        assertFalse(judged.isTransfer());
        assertEquals(
                List.of("班级 1班 2班"),
                Change.between(judged).stream()
                        .map(change -> change.what() + " " + change.before() + " " + change.after())
                        .toList());
        assertEquals("1班", desk.desk.child(id).schoolClass());
    }

    @Test
    void aChildIsKnownByItsStudentNumberAlone() {
        InventedChild child = invented();
        long id = enter(child);
        Judged judged = judge(clerk, row(2, child, RosterColumns.NATIONAL_ID, "", RosterColumns.GRADE, "四年级"));
        assertEquals(RowVerdict.CHANGED, judged.verdict());
        assertEquals(Optional.of(id), known(judged));
    }

    @Test
    void theBureausRowOfAnotherSchoolIsATransfer() {
        InventedChild child = invented();
        enter(child);
        Judged judged = judge(bureau, row(2, child, RosterColumns.SCHOOL, REGISTRY.westSchool.name()));
        assertEquals(RowVerdict.CHANGED, judged.verdict());
        assertTrue(judged.isTransfer());
    }

    @Test
    void anotherOfficesChildIsRefusedWithoutAWordOfItAndTheBureauIsAsked() {
        InventedChild child = REGISTRY.invent(REGISTRY.westSchool);
        long id = enter(child);
        Judged judged = judge(clerk, row(2, child.named("张三")));
        assertEquals(RowVerdict.REFUSED, judged.verdict());
        assertEquals("身份证号:" + Duplicates.ELSEWHERE, problems(judged));
        assertEquals(Optional.empty(), known(judged));
        assertEquals("1", enquiries(id));
    }

    @Test
    void aRowWithAnotherFaultComesUponNobody() {
        InventedChild child = REGISTRY.invent(REGISTRY.westSchool);
        long id = enter(child);
        Judged judged = judge(clerk, row(2, child, "boarding", "也许"));
        assertEquals(RowVerdict.REFUSED, judged.verdict());
        assertEquals("是否住校:是否住校应填“是”或“否”", problems(judged));
        assertEquals("0", enquiries(id));
    }

    @Test
    void anIdThatCannotBeReadIsRefused() {
        InventedChild child = invented();
        Judged judged =
                judge(clerk, row(2, child, RosterColumns.NATIONAL_ID, child.id().substring(1)));
        assertEquals(RowVerdict.REFUSED, judged.verdict());
        assertTrue(problems(judged).startsWith("身份证号:"), problems(judged));
    }

    @Test
    void aSchoolMayNotBringChildrenOfAnother() {
        Judged judged = judge(clerk, row(2, invented(), RosterColumns.SCHOOL, REGISTRY.westSchool.name()));
        assertEquals(RowVerdict.REFUSED, judged.verdict());
        assertTrue(problems(judged).startsWith("学校:只能导入本校"), problems(judged));
    }

    @Test
    void twoRowsOfOneChildAreRefusedBoth() {
        InventedChild child = invented();
        List<Judged> judged = desk.judge(clerk, Map.of(), row(2, child), row(3, child));
        assertEquals(
                List.of(RowVerdict.REFUSED, RowVerdict.REFUSED),
                judged.stream().map(Judged::verdict).toList());
        assertTrue(problems(judged.get(0)).contains("第3行"), problems(judged.get(0)));
        assertTrue(problems(judged.get(1)).contains("第2行"), problems(judged.get(1)));
    }

    @Test
    void aSecondRowThatNamesTheChildByAnotherNumberIsRefused() {
        InventedChild child = invented();
        enter(child);
        List<Judged> judged = desk.judge(
                clerk,
                Map.of(),
                row(2, child, RosterColumns.STUDENT_NUMBER, "", RosterColumns.SCHOOL, ""),
                row(3, child, RosterColumns.NATIONAL_ID, "", RosterColumns.SCHOOL, REGISTRY.eastSchool.name()));
        assertEquals(
                List.of(RowVerdict.SAME, RowVerdict.REFUSED),
                judged.stream().map(Judged::verdict).toList());
        assertTrue(problems(judged.get(1)).contains("与第2行是同一名学生"), problems(judged.get(1)));
    }

    @Test
    void anIdOfOneAndANumberOfAnotherAreRefused() {
        InventedChild one = invented();
        InventedChild two = invented();
        enter(one);
        enter(two);
        Judged judged = judge(clerk, row(2, one, RosterColumns.STUDENT_NUMBER, two.number()));
        assertEquals(RowVerdict.REFUSED, judged.verdict());
        assertTrue(problems(judged).contains(one.name()) && problems(judged).contains(two.name()));
    }

    @Test
    void anotherNameUnderTheSameIdIsForSomebodyToDecide() {
        InventedChild child = invented();
        long id = enter(child);
        RosterRow row = row(2, child.named("王改名"));
        Judged judged = judge(clerk, row);
        assertEquals(RowVerdict.UNDECIDED, judged.verdict());
        assertEquals(Optional.of(id), known(judged));
        assertEquals(RowVerdict.CHANGED, decided(Decision.SAME_CHILD, row).verdict());
        assertEquals(RowVerdict.PASSED_OVER, decided(Decision.PASS_OVER, row).verdict());
    }

    @Test
    void aChildOfTheSameNameBirthdayAndSchoolIsForSomebodyToDecide() {
        InventedChild child = invented();
        long id = enter(child);
        RosterRow row = row(
                2,
                child,
                RosterColumns.NATIONAL_ID,
                "",
                RosterColumns.STUDENT_NUMBER,
                "",
                RosterColumns.SCHOOL_CLASS,
                "2班");
        Judged judged = judge(clerk, row);
        assertEquals(RowVerdict.UNDECIDED, judged.verdict());
        assertEquals(Optional.of(id), known(judged));
        assertEquals(RowVerdict.CHANGED, decided(Decision.SAME_CHILD, row).verdict());
        assertEquals(RowVerdict.NEW, decided(Decision.ANOTHER_CHILD, row).verdict());
        assertEquals(RowVerdict.PASSED_OVER, decided(Decision.PASS_OVER, row).verdict());
    }

    @Test
    void oneThatIsOnlyAlikeAndOfWhichTheRowSaysNothingNewIsTheSame() {
        InventedChild child = invented();
        long id = enter(child);
        Judged judged = judge(clerk, row(2, child, RosterColumns.NATIONAL_ID, "", RosterColumns.STUDENT_NUMBER, ""));
        assertEquals(RowVerdict.SAME, judged.verdict());
        assertEquals(Optional.of(id), known(judged));
    }
}
