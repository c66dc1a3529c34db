package org.guixue.reconciliation;

import static org.guixue.reconciliation.ReconciliationDesk.line;
import static org.guixue.reconciliation.ReconciliationDesk.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.identity.NationalId;
import org.guixue.office.Office;
import org.guixue.person.Disability;
import org.guixue.person.InventedChild;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.Registry;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a settlement does on the roll, and what it does not. */
class SettlingDifferencesTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final String HEADINGS = "姓名,身份证号,出生日期,年级,班级,就读状态";

    private final ReconciliationDesk desk = new ReconciliationDesk(REGISTRY.desk());
    private final Office school = REGISTRY.school();
    private final Caller clerk = REGISTRY.caller(Role.CLERK, school);

    private InventedChild child() {
        return REGISTRY.invent(school);
    }

    private long compared(String... rows) {
        return desk.compared(clerk, "学籍系统", list(HEADINGS, rows));
    }

    private Student now(long child) {
        return desk.desk.child(child);
    }

    private ReconciliationJson json(long id) {
        return desk.json(clerk, id);
    }

    @Test
    void nothingChangesWhereOursIsRight() {
        InventedChild child = child();
        long known = desk.enter(clerk, child);
        int version = now(known).version();
        long id = compared(line(child, "四年级", "2班", "在读"));
        assertEquals(
                1,
                desk.settling.row(clerk, id, 3, "grade", Taken.HERE, "已核对学籍卡").settled());
        assertEquals(version, now(known).version());
        assertEquals(1, json(id).counts().left());
        ReconciliationJson.Taking taken = json(id).different().get(0).settlement();
        assertEquals(Taken.HERE, taken.taken());
        assertEquals("已核对学籍卡", taken.note());
        assertEquals(clerk.displayName(), taken.by());
    }

    @Test
    void theirsBecomesACorrectionWithTheListAsItsBasis() {
        InventedChild child = child();
        long known = desk.enter(clerk, child);
        long id = compared(line(child, "初一", "2班", "在读"));
        desk.settling.row(clerk, id, 3, "grade", Taken.THERE, "");
        assertEquals("七年级1班", now(known).grade() + now(known).schoolClass());
        Movement correction = desk.desk.history(known, clerk.scope()).get(0);
        assertEquals(MovementKind.CORRECTION, correction.kind());
        assertTrue(
                desk.desk.read(() -> correction.evidenceFor(true)).startsWith("比对" + id + "：学籍系统“名单.csv”第3行"),
                correction.evidenceFor(true));
        assertTrue(REGISTRY.text("select detail from audit_event where child = " + known)
                .contains("corrected by reconciliation " + id + " row 3: grade"));
        assertThrows(Conflict.class, () -> desk.settling.row(clerk, id, 3, "grade", Taken.HERE, ""));
        desk.settling.row(clerk, id, 3, "", Taken.THERE, "");
        assertEquals("2班", now(known).schoolClass());
        assertEquals(0, json(id).counts().left());
    }

    @Test
    void anIdIsPutRightTogetherWithTheBirthThatItTells() {
        InventedChild child = child();
        long known = desk.enter(clerk, child);
        String id = REGISTRY.inventedId();
        byte[] file = list(
                "姓名,学籍号,身份证号,出生日期,性别",
                "%s,%s,%s,%s,%s"
                        .formatted(
                                child.name(),
                                child.number(),
                                id,
                                new NationalId(id).bornOn(),
                                new NationalId(id).sex()));
        long comparison = desk.compared(clerk, "学籍系统", file);
        assertThrows(ValuesRefused.class, () -> desk.settling.row(clerk, comparison, 3, "bornOn", Taken.THERE, ""));
        desk.settling.row(clerk, comparison, 3, "nationalId", Taken.THERE, "");
        assertEquals(id, now(known).heldId().text());
        assertEquals(new NationalId(id).bornOn(), now(known).bornOn());
    }

    @Test
    void aChildOnlyThereIsEnteredAndOneAtAnotherOfficeIsAskedFor() {
        InventedChild theirs = child();
        InventedChild elsewhere = REGISTRY.invent(REGISTRY.westSchool);
        long other = desk.enter(REGISTRY.caller(Role.CLERK, REGISTRY.westSchool), elsewhere);
        long id = compared(line(theirs, "三年级", "1班", "在读"), line(elsewhere, "三年级", "1班", "在读"));
        assertEquals(2, json(id).onlyThere().size());
        desk.settling.row(clerk, id, 3, "", Taken.THERE, "户口册");
        String entered = REGISTRY.text("select id from student where national_id = '" + theirs.id() + "'");
        assertEquals(
                school.id(), now(Long.parseLong(entered)).school().orElseThrow().id());
        assertThrows(ValuesRefused.class, () -> desk.settling.row(clerk, id, 4, "", Taken.THERE, ""));
        desk.settling.row(clerk, id, 4, "", Taken.ENQUIRE, "");
        assertTrue(json(id).onlyThere().get(1).settlement().outcome().contains("教育局"));
        assertEquals("1", REGISTRY.text("select count(*) from duplicate_enquiry where student_id = " + other));
    }

    @Test
    void whoIsOnlyHereOrKnownThereAsOutBecomesASuspicion() {
        InventedChild ours = child();
        InventedChild out = child();
        long absent = desk.enter(clerk, ours);
        long dropped = desk.enter(clerk, out);
        long id = compared(line(out, "三年级", "1班", "辍学"));
        assertEquals("state", json(id).different().get(0).field());
        assertThrows(ValuesRefused.class, () -> desk.settling.row(clerk, id, 3, "state", Taken.THERE, ""));
        desk.settling.row(clerk, id, 3, "state", Taken.ENQUIRE, "");
        assertThrows(Conflict.class, () -> desk.settling.row(clerk, id, 4, "", Taken.THERE, ""));
        desk.settling.row(clerk, id, 4, "", Taken.ENQUIRE, "");
        for (long child : List.of(absent, dropped)) {
            assertEquals(StudentState.AT_RISK, now(child).state());
            assertTrue(desk.desk
                    .read(() -> desk.acts.cases.openCase(child, clerk.scope()))
                    .isPresent());
        }
        desk.settling.row(clerk, id, 4, "", Taken.ENQUIRE, "再问一次");
        assertEquals("已有个案，在个案中核实", json(id).onlyHere().get(0).settlement().outcome());
    }

    @Test
    void settlesAllOfAKindAndNamesWhatCannotBe() {
        List<String> rows = new ArrayList<>();
        List<Long> known = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            InventedChild child = child();
            known.add(desk.enter(clerk, child));
            rows.add(line(child, "四年级", "1班", "在读"));
        }
        InventedChild unreadable = child();
        rows.add(unreadable.name() + ",," + unreadable.bornOn() + ",三年级,1班,在读");
        rows.add(line(child(), "三年级", "1班", "在读"));
        long id = compared(rows.toArray(String[]::new));
        SettlingDifferences.Settled all =
                desk.settling.kind(clerk, id, FindingKind.DIFFERENT, "grade", Taken.THERE, "开学升级");
        assertEquals(4, all.settled());
        assertEquals(2, all.left());
        known.forEach(child -> assertEquals("四年级", now(child).grade()));
        SettlingDifferences.Settled entered =
                desk.settling.kind(clerk, id, FindingKind.ONLY_THERE, "", Taken.THERE, "");
        assertEquals(1, entered.settled());
        assertEquals(7, entered.refused().get(0).row());
        assertTrue(
                entered.refused().get(0).message().contains("性别"),
                entered.refused().toString());
        assertEquals(
                1,
                desk.settling
                        .kind(clerk, id, FindingKind.ONLY_THERE, "", Taken.HERE, "")
                        .settled());
        assertEquals(0, json(id).counts().left());
    }

    @Test
    void goesPastMoreRefusedRowsThanOneRequestSettles() {
        String marks = "甲乙丙丁戊己庚辛壬癸";
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < SettlingDifferences.MOST_AT_ONCE + 5; i++) {
            String name = "张" + marks.charAt(i / 100) + marks.charAt(i / 10 % 10) + marks.charAt(i % 10);
            rows.add(name + ",,2017-03-0" + (1 + i % 9) + ",三年级,1班,在读");
        }
        rows.add(line(child(), "三年级", "1班", "在读"));
        long id = compared(rows.toArray(String[]::new));
        SettlingDifferences.Settled all = desk.settling.kind(clerk, id, FindingKind.ONLY_THERE, "", Taken.THERE, "");
        assertEquals(1, all.settled());
        assertEquals(rows.size() - 1, all.refused().size());
        assertEquals(rows.size() - 1, all.left());
    }

    @Test
    void healthAndDisabilityAreForHoldersOfTheGrant() {
        Caller trusted = REGISTRY.trusted(Role.CLERK, school);
        InventedChild child = child().ofHealth("", new Disability("肢体", "二级", "", ""));
        desk.enter(trusted, child);
        byte[] file = list("姓名,身份证号,出生日期,残疾类别,残疾等级", line(child, "智力", "一级"));
        long id = desk.compared(trusted, "学籍系统", file);
        assertEquals(1, desk.json(trusted, id).different().size());
        assertEquals(0, json(id).different().size());
        Map<String, Object> paper =
                desk.desk.read(() -> desk.paper.values(desk.reconciliations.find(id, trusted), school));
        assertFalse(paper.toString().contains("智力"), paper.toString());
        long guarded = desk.compared(trusted, "残联", file);
        assertThrows(org.guixue.NotFound.class, () -> json(guarded));
    }
}
