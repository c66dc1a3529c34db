package org.guixue.reconciliation;

import static org.guixue.reconciliation.ReconciliationDesk.line;
import static org.guixue.reconciliation.ReconciliationDesk.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Office;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lists say in other ways, and what must not be taken from them in silence. */
class RegisterDoubtsTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final ReconciliationDesk desk = new ReconciliationDesk(REGISTRY.desk());
    private final Office school = REGISTRY.school();
    private final Caller clerk = REGISTRY.caller(Role.CLERK, school);

    private InventedChild entered() {
        InventedChild child = REGISTRY.invent(school);
        desk.enter(clerk, child);
        return child;
    }

    private ReconciliationJson compared(String headings, String... rows) {
        return desk.json(clerk, desk.compared(clerk, "学籍系统", list(headings, rows)));
    }

    @Test
    void twoRowsOfOneNameAndBirthAreAskedAbout() {
        InventedChild ours = entered();
        ReconciliationJson found = compared(
                "姓名,身份证号,出生日期,学校",
                ours.name() + ",," + ours.bornOn() + ",外县中心小学",
                ours.name() + "," + ours.id() + "," + ours.bornOn() + "," + school.name());
        assertEquals(1, found.undecided().size(), () -> found.toString());
        assertEquals(3, found.undecided().get(0).row());
        assertEquals(1, found.same(), "the row with the number is the child");
    }

    @Test
    void aSentenceInTheColumnOfNumbersStopsNothing() {
        ReconciliationJson found = compared("姓名,身份证号,出生日期", "无名氏," + "户口簿正在办理".repeat(20) + ",2015-03-05");
        assertEquals(ReconciliationState.OPEN, found.state());
        assertEquals(1, found.onlyThere().size() + found.undecided().size());
    }

    @Test
    void notAtSchoolIsUnderstoodHoweverItIsSaid() {
        for (String words : new String[] {"未就读", "不在读", "未复学", "未报到", "未上学", "辍学"}) {
            ReconciliationJson found = compared("姓名,身份证号,出生日期,就读状态", line(entered(), words));
            assertEquals(1, found.different().size(), words);
            assertEquals("state", found.different().get(0).field(), words);
        }
        for (String words : new String[] {"在读", "辍学后已复学", "劝返复学", "正常"}) {
            assertTrue(
                    compared("姓名,身份证号,出生日期,就读状态", line(entered(), words))
                            .different()
                            .isEmpty(),
                    words);
        }
    }

    @Test
    void wordsOfIllnessDoNotStandInADifference() {
        ReconciliationJson found = compared("姓名,身份证号,出生日期,就读状态", line(entered(), "因重度残疾未入学"));
        assertEquals(1, found.different().size());
        assertFalse(found.toString().contains("残疾"), found::toString);
    }
}
