package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.junit.jupiter.api.Test;

/** What is entered, corrected and kept, and who may. */
class RosterTest extends RosterCourse {
    private List<MovementKind> kinds(long child) {
        return desk.history(child, bureau.scope()).stream().map(Movement::kind).toList();
    }

    @Test
    void entersAChildWithAllThatIsSaidOfIt() {
        InventedChild said = invented()
                .holding(HeldCategory.named("留守儿童"))
                .ofHealth("良好", new Disability("听力", "二级", "", "助听器"))
                .saying(StudentFields.BOARDING, "是")
                .saying(StudentFields.REMARKS, "由祖母照看");
        long id = enter(said);
        Student child = desk.child(id);
        assertEquals(said.details(), desk.read(() -> StudentDetails.of(desk.child(id))));
        assertEquals(StudentState.ENROLLED, child.state());
        assertEquals(Registry.NOW, child.enteredAt());
        assertEquals("CHANGE", REGISTRY.told(id));
        assertEquals("STUDENT", REGISTRY.text("select kind from outbox where subject = " + id));
        assertEquals(List.of(), kinds(id));
    }

    @Test
    void aChildWithoutASchoolIsNotEnrolledUntilItHasOne() {
        InventedChild said = invented().withoutSchool();
        long id = enter(said);
        assertEquals(StudentState.NOT_ENROLLED, desk.child(id).state());
        desk.roster.correct(bureau, id, said.at(REGISTRY.eastMiddle).details());
        assertEquals(StudentState.ENROLLED, desk.child(id).state());
        desk.roster.correct(bureau, id, said.withoutSchool().details());
        assertEquals(StudentState.NOT_ENROLLED, desk.child(id).state());
        assertEquals(List.of(MovementKind.CORRECTION, MovementKind.CORRECTION), kinds(id));
    }

    @Test
    void notesEachKindOfCorrectionAsWhatItIs() {
        InventedChild said = invented();
        long id = enter(said);
        desk.roster.correct(clerk, id, said.in("三年级", "2班").details());
        desk.roster.correct(clerk, id, said.holding(HeldCategory.named("孤儿")).details());
        desk.roster.correct(bureau, id, said.at(REGISTRY.westSchool).details());
        assertEquals(
                List.of(MovementKind.CORRECTION, MovementKind.CATEGORY_CHANGE, MovementKind.TRANSFER_IN), kinds(id));
        assertEquals(
                REGISTRY.westSchool.id(), desk.child(id).school().orElseThrow().id());
        assertEquals("CHANGE|CHANGE|CHANGE|CHANGE", REGISTRY.told(id));
    }

    @Test
    void noteNothingInTheHistoryWhereNothingChanges() {
        InventedChild said = invented();
        long id = enter(said);
        desk.roster.correct(clerk, id, said.details());
        assertEquals(List.of(), kinds(id));
    }

    @Test
    void refusesACorrectionOfWhatHasChangedSince() {
        InventedChild said = invented();
        long id = enter(said);
        int seen = desk.child(id).version();
        desk.roster.correct(clerk, id, said.in("三年级", "2班").details(), OptionalInt.of(seen));
        assertThrows(
                Stale.class,
                () -> desk.roster.correct(clerk, id, said.in("三年级", "3班").details(), OptionalInt.of(seen)));
        assertEquals("2班", desk.child(id).schoolClass());
        assertEquals(seen + 1, desk.child(id).version());
        assertEquals("CHANGE|CHANGE", REGISTRY.told(id));
    }

    /** The first has read the child before the second corrected it. */
    @Test
    void aCorrectionThatMetAnotherIsMadeAnewAndLosesNothing() {
        InventedChild said = invented();
        long id = enter(said);
        RegistryDesk second = REGISTRY.desk();
        int[] attempts = {0};
        desk.transactions.run(() -> {
            desk.students.find(id).orElseThrow().state();
            if (attempts[0]++ == 0) {
                second.moving.register(
                        clerk,
                        id,
                        new MovementOrder(
                                MovementKind.SUSPENSION,
                                Registry.TODAY,
                                java.util.OptionalLong.empty(),
                                "",
                                "",
                                "",
                                "医院证明"));
            }
            return desk.roster.correct(clerk, id, said.in("四年级", "1班").details());
        });
        assertEquals(2, attempts[0]);
        assertEquals("四年级", desk.child(id).grade());
        assertEquals(StudentState.SUSPENDED, desk.child(id).state());
        assertEquals(List.of(MovementKind.SUSPENSION, MovementKind.CORRECTION), kinds(id));
    }

    @Test
    void keepsWhatTheCallerMayNotSee() {
        Disability deaf = new Disability("听力", "二级", "", "助听器");
        InventedChild said = invented()
                .holding(HeldCategory.named("残疾儿童少年"))
                .holding(HeldCategory.named("孤儿"))
                .ofHealth("体弱", deaf);
        long id = enter(said);
        InventedChild seen = REGISTRY.invent(REGISTRY.eastSchool)
                .named(said.name())
                .withId(said.id())
                .withNumber(said.number());
        StudentDetails details = seen.in("三年级", "9班").details();
        desk.roster.correct(
                clerk,
                id,
                new StudentDetails(
                        said.details().identity(),
                        details.schooling(),
                        details.township(),
                        details.guardians(),
                        details.addresses(),
                        "",
                        Disability.NONE,
                        List.of(),
                        details.plain()));
        Student now = desk.child(id);
        assertEquals("9班", now.schoolClass());
        assertEquals("体弱", now.health());
        assertEquals(deaf, now.disability());
        assertEquals(
                List.of("残疾儿童少年"),
                now.heldCategories().stream().map(HeldCategory::name).toList());
    }

    @Test
    void refusesASchoolOutsideTheScopeOrClosed() {
        InventedChild there = REGISTRY.invent(REGISTRY.westSchool);
        assertTrue(refusedBecause(clerk, there).startsWith("school:不在您的工作范围内"));
        assertTrue(
                refusedBecause(bureau, REGISTRY.invent(REGISTRY.closedSchool)).startsWith("school:“西河教学点”已撤销"));
        assertEquals("0", count(there.id()));
    }

    @Test
    void aTownshipPutsNoChildIntoAnotherTownshipsSchool() {
        InventedChild child = invented();
        long id = enter(child);
        Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.east);
        ValuesRefused refused = assertThrows(
                ValuesRefused.class,
                () -> desk.roster.correct(
                        township, id, child.at(REGISTRY.westSchool).details()));
        assertEquals("school", refused.violations().get(0).field());
        desk.entities.clear();
        assertEquals(
                REGISTRY.eastSchool.id(), desk.child(id).school().orElseThrow().id());
    }

    @Test
    void othersNeitherSeeNorCorrectTheChildAndAnInspectorWritesNothing() {
        InventedChild said = invented();
        long id = enter(said);
        assertThrows(NotFound.class, () -> desk.roster.correct(other, id, said.details()));
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        assertThrows(Forbidden.class, () -> desk.roster.correct(inspector, id, said.details()));
        InventedChild another = invented();
        assertThrows(Forbidden.class, () -> desk.roster.enter(inspector, another.details()));
        assertEquals("CHANGE", REGISTRY.told(id));
        assertEquals("0", count(another.id()));
    }

    @Test
    void whatAnImportWouldWriteIsWrittenNowhere() {
        InventedChild said = invented();
        long id = enter(said);
        Outlook outlook = desk.read(() -> desk.roster.outlook(
                bureau, said.at(REGISTRY.westSchool).details(), desk.students.find(id), Registry.TODAY, "导入"));
        assertTrue(outlook.changed());
        assertEquals(MovementKind.TRANSFER_IN, outlook.history().get(0).kind());
        assertEquals(List.of(), kinds(id));
        assertEquals(
                Optional.of(REGISTRY.eastSchool.id()), desk.child(id).school().map(office -> office.id()));
    }

    @Test
    void refusalsComeOneAField() {
        InventedChild wrong = invented().in("三年级".repeat(30), "1班".repeat(30)).saying(StudentFields.BOARDING, "也许");
        List<String> fields = desk.read(() -> desk.roster.refusals(clerk, wrong.details(), Optional.empty())).stream()
                .map(Violation::field)
                .toList();
        assertEquals(List.of("grade", "schoolClass", "boarding"), fields);
    }
}
