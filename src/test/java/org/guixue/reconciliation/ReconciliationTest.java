package org.guixue.reconciliation;

import static org.guixue.reconciliation.ReconciliationDesk.line;
import static org.guixue.reconciliation.ReconciliationDesk.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Office;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a list and the roll are found to agree and not to agree in. Each test has a school of its own. */
class ReconciliationTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final String HEADINGS = "学生姓名,身份证件号,出生日期,年级,班级";

    private final ReconciliationDesk desk = new ReconciliationDesk(REGISTRY.desk());
    private final Office school = REGISTRY.school();
    private final Caller clerk = REGISTRY.caller(Role.CLERK, school);

    private InventedChild child() {
        return REGISTRY.invent(school);
    }

    private InventedChild entered() {
        InventedChild child = child();
        desk.enter(clerk, child);
        return child;
    }

    private ReconciliationJson compared(String headings, String... rows) {
        return desk.json(clerk, desk.compared(clerk, "学籍系统", list(headings, rows)));
    }

    private static String numbers(ReconciliationJson found) {
        return "%d %d %d %d %d"
                .formatted(
                        found.onlyHere().size(),
                        found.onlyThere().size(),
                        found.different().size(),
                        found.same(),
                        found.undecided().size());
    }

    private static String fields(ReconciliationJson found) {
        return found.different().stream()
                .map(each -> "%d %s %s→%s".formatted(each.row(), each.field(), each.here(), each.there()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void findsWhomOnlyOneHasWhoDiffersAndWhoIsTheSame() {
        InventedChild same = entered();
        InventedChild moved = entered();
        InventedChild ours = entered();
        InventedChild theirs = child();
        ReconciliationJson found =
                compared(HEADINGS, line(same, "小学三年级", "(1)班"), line(moved, "四年级", "2班"), line(theirs, "三年级", "1班"));
        assertEquals(ReconciliationState.OPEN, found.state());
        assertEquals("1 1 2 1 0", numbers(found));
        assertEquals("4 grade 三年级→四年级; 4 schoolClass 1班→2班", fields(found));
        assertEquals(ours.name(), found.onlyHere().get(0).name());
        assertEquals(6, found.onlyHere().get(0).row());
        assertEquals(theirs.name(), found.onlyThere().get(0).name());
        assertTrue(found.onlyThere().get(0).maskedId().matches("3607\\*{10}\\w{4}"));
    }

    @Test
    void readsGradesAsOtherRegistersWriteThem() {
        InventedChild byYear = entered();
        InventedChild middle = REGISTRY.invent(school).in("七年级", "1班");
        desk.enter(clerk, middle);
        InventedChild wrong = entered();
        ReconciliationJson found =
                compared(HEADINGS, line(byYear, "2024级", "1"), line(middle, "初一", "1班"), line(wrong, "小学2023级", "1班"));
        assertEquals("5 grade 三年级→四年级", fields(found));
    }

    @Test
    void matchesByStudentNumberAndByNameAndBirth() {
        InventedChild byNumber = entered();
        InventedChild byName = child().withoutId().withNumber("");
        desk.enter(clerk, byName);
        ReconciliationJson found = compared(
                "姓名,学籍号,出生日期", byNumber.name() + "," + byNumber.number() + ",", byName.name() + ",," + byName.bornOn());
        assertEquals("0 0 0 2 0", numbers(found));
    }

    @Test
    void asksWhereTwoFitAndTellsTwinsApartByNameOrGuardian() {
        InventedChild one = child().withoutId().withNumber("");
        InventedChild twin = child().withoutId().withNumber("").named(one.name() + "二");
        desk.enter(clerk, one);
        desk.desk.roster.enter(clerk, born(twin, one));
        desk.desk.roster.enter(
                clerk, born(child().withoutId().withNumber("").named(one.name()).in("五年级", "1班"), one));
        ReconciliationJson found =
                compared("姓名,出生日期", twin.name() + "," + one.bornOn(), one.name() + "," + one.bornOn());
        assertEquals("0 0 0 1 1", numbers(found));
        assertEquals(2, found.undecided().get(0).candidates().size());
        assertTrue(found.undecided().get(0).reason().contains("2名"));
    }

    @Test
    void whomARowThatWasLeftAsideMightHaveNamedIsOnlyHere() {
        InventedChild one = child().withoutId().withNumber("");
        long child = desk.enter(clerk, one);
        desk.desk.roster.enter(
                clerk, born(child().withoutId().withNumber("").named(one.name()).in("五年级", "1班"), one));
        ReconciliationJson found = compared("姓名,出生日期", one.name() + "," + one.bornOn());
        assertEquals(2, found.undecided().get(0).candidates().size());
        long rec = found.id();
        assertEquals(0, onlyHere(rec, one));

        desk.settling.row(clerk, rec, 3, "", Taken.HERE, "");
        assertEquals(2, onlyHere(rec, one));
        desk.settling.row(clerk, rec, 3, "", Taken.HERE, "再看过");
        assertEquals(2, onlyHere(rec, one), "none twice");
        desk.settling.row(clerk, rec, 3, "", Taken.ENQUIRE, "");
        assertEquals(0, onlyHere(rec, one), "asked about again");
        desk.settling.row(clerk, rec, 3, "", Taken.HERE, "");
        desk.settling.decide(clerk, rec, 3, java.util.Optional.of(child));
        assertEquals(1, onlyHere(rec, one), "the row names one of them after all");
    }

    private long onlyHere(long rec, InventedChild child) {
        return desk.json(clerk, rec).onlyHere().stream()
                .filter(each -> each.name().equals(child.name()))
                .count();
    }

    private static org.guixue.person.StudentDetails born(InventedChild child, InventedChild like) {
        org.guixue.person.StudentDetails details = child.details();
        org.guixue.person.StudentDetails.Identity who = details.identity();
        return new org.guixue.person.StudentDetails(
                new org.guixue.person.StudentDetails.Identity(
                        who.name(),
                        who.sex(),
                        who.ethnicity(),
                        like.bornOn(),
                        who.nationalId(),
                        "",
                        who.otherPaper(),
                        who.studentNumber()),
                details.schooling(),
                details.township(),
                details.guardians(),
                details.addresses(),
                details.health(),
                details.disability(),
                details.categories(),
                details.plain());
    }

    @Test
    void countsNobodyTwiceWhereTwoRowsHaveOneIdOrNameOneChild() {
        InventedChild twice = entered();
        InventedChild byBoth = entered();
        ReconciliationJson found = compared(
                "姓名,身份证号,出生日期,学籍号",
                line(twice, ""),
                "别人," + twice.id() + "," + twice.bornOn() + ",",
                line(byBoth, ""),
                byBoth.name() + ",,," + byBoth.number());
        assertEquals("0 0 0 1 3", numbers(found));
        assertEquals(
                "第3行“身份证号”：与第4行的身份证号相同，请核对后只留一行或改正", found.undecided().get(0).reason());
        assertTrue(found.undecided().get(2).reason().startsWith("与第5行比对到同一名学生"));
        long rec = found.id();
        long child = found.undecided().get(0).candidates().get(0).student();
        desk.settling.decide(clerk, rec, 3, java.util.Optional.of(child));
        assertThrows(Conflict.class, () -> desk.settling.decide(clerk, rec, 4, java.util.Optional.of(child)));
        desk.settling.row(clerk, rec, 4, "", Taken.HERE, "录入重复");
        assertEquals("0 0 0 2 2", numbers(desk.json(clerk, rec)));
    }

    @Test
    void takesNobodyWhoseIdSpeaksAgainstIt() {
        InventedChild ours = entered();
        ReconciliationJson found = compared("姓名,身份证号,出生日期", ours.name() + "," + otherId(ours) + "," + ours.bornOn());
        assertEquals("0 0 0 0 1", numbers(found));
        desk.settling.decide(clerk, found.id(), 3, java.util.Optional.empty());
        assertEquals("1 1 0 0 0", numbers(desk.json(clerk, found.id())), "both are looked at again");
    }

    /** Another child of the same birthday. */
    private static String otherId(InventedChild child) {
        String first = child.id().substring(0, 14);
        int order = (Integer.parseInt(child.id().substring(14, 17)) + 2) % 1000;
        String first17 = first + "%03d".formatted(order);
        return first17 + org.guixue.identity.NationalId.checkCharacter(first17);
    }

    @Test
    void answersTheSameListWithTheEarlierComparison() {
        byte[] file = list(HEADINGS, line(entered(), "三年级", "1班"));
        long id = desk.compared(clerk, "学籍系统", file);
        ReceivingRegisters.Received again = desk.receiving.receive(clerk, "又一份.csv", file, "学籍系统");
        assertTrue(again.before());
        assertEquals(id, again.reconciliation().id());
    }

    @Test
    void refusesWhatCannotBeComparedInWords() {
        for (byte[] file : List.of(list("姓名,年级,班级", "王一,三年级,1班"), list(HEADINGS), list("编号,备注", "1,无"))) {
            ValuesRefused refused = assertThrows(ValuesRefused.class, () -> desk.begin(clerk, "学籍系统", file));
            assertTrue(
                    refused.violations().get(0).message().matches(".*[行表].*"),
                    refused.violations().toString());
        }
        byte[] file = list(HEADINGS, line(child(), "三年级", "1班"));
        assertThrows(ValuesRefused.class, () -> desk.begin(clerk, " ", file));
        assertThrows(Forbidden.class, () -> desk.begin(clerk, "残疾人系统", file));
        assertThrows(Forbidden.class, () -> desk.begin(REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau), "国扶", file));
    }

    @Test
    void leavesColumnsOutThatNobodyKnows() {
        InventedChild child = entered();
        String more =
                java.util.stream.IntStream.range(0, 37).mapToObj(n -> "另列" + n).collect(Collectors.joining(","));
        ReconciliationJson found = compared("姓名,身份证号,出生日期," + more, line(child, "x"));
        assertEquals("0 0 0 1 0", numbers(found));
        assertEquals(37, found.notCompared().size());
    }

    @Test
    void belongsToItsOfficeAndIsReadByThoseAbove() {
        long id = desk.compared(clerk, "学籍系统", list(HEADINGS, line(entered(), "四年级", "1班")));
        assertThrows(NotFound.class, () -> desk.json(REGISTRY.caller(Role.CLERK, REGISTRY.eastMiddle), id));
        assertThrows(NotFound.class, () -> desk.json(REGISTRY.caller(Role.TOWNSHIP, REGISTRY.west), id));
        Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.east);
        assertEquals(1, desk.json(township, id).different().size());
        assertThrows(Forbidden.class, () -> desk.settling.row(township, id, 3, "", Taken.HERE, ""));
    }
}
