package org.guixue.roster;

import static org.guixue.roster.ImportDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.HeldCategory;
import org.guixue.person.InventedChild;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.Registry;
import org.guixue.person.Student;
import org.guixue.person.StudentDetails;
import org.guixue.person.StudentFields;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplyingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final ImportDesk desk = new ImportDesk(REGISTRY.desk());
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);

    private InventedChild invented() {
        return REGISTRY.invent(REGISTRY.eastSchool);
    }

    private long enter(InventedChild child) {
        return desk.desk.roster.enter(clerk, child.details()).id();
    }

    private static String ids(InventedChild child) {
        return REGISTRY.text("select id from student where national_id = '" + child.id() + "'");
    }

    private Student found(InventedChild child) {
        return desk.desk.child(Long.parseLong(ids(child)));
    }

    private List<Movement> history(long child) {
        return desk.desk.history(child, clerk.scope());
    }

    private ImportState state(long importId) {
        return desk.desk.read(() -> desk.imports.find(importId).orElseThrow().state());
    }

    private void expectNothingWritten(long importId, long changed, InventedChild entered) {
        assertEquals("", ids(entered));
        assertEquals("1班", desk.desk.child(changed).schoolClass());
        assertEquals(
                1, desk.desk.read(() -> desk.desk.child(changed).guardians().size()));
        assertEquals(List.of(), history(changed));
        assertEquals("CHANGE", REGISTRY.told(changed));
        assertEquals("STUDENT", REGISTRY.text("select kind from outbox where subject = " + changed));
        assertEquals(ImportState.READY, state(importId));
    }

    @Test
    void writesNewChildrenWithAllTheirParts() {
        InventedChild child = invented();
        long id = desk.staged(
                clerk,
                row(
                        2,
                        child,
                        "father",
                        "王国庆",
                        "fatherPhone",
                        "13900000001",
                        RosterColumns.CATEGORIES,
                        "孤儿",
                        "boarding",
                        "是",
                        "remarks",
                        "由祖母照看"));
        desk.applying().apply(id);
        Student written = found(child);
        StudentDetails details = desk.desk.read(() -> StudentDetails.of(found(child)));
        assertEquals(StudentState.ENROLLED, written.state());
        assertEquals(REGISTRY.eastSchool.id(), written.school().orElseThrow().id());
        assertEquals(REGISTRY.east.id(), written.township().id());
        assertEquals(child.details().identity().nationalId(), details.identity().nationalId());
        assertEquals(
                List.of("王国庆 父亲 13900000001"),
                details.guardians().stream()
                        .map(each -> each.name() + " " + each.relation() + " " + each.phone())
                        .toList());
        assertEquals(
                List.of("孤儿"),
                details.categories().stream().map(HeldCategory::name).toList());
        assertEquals("是由祖母照看", written.boarding() + written.remarks());
        assertEquals(Registry.NOW, written.enteredAt());
        assertEquals(List.of(), history(written.id()));
        assertEquals("CHANGE", REGISTRY.told(written.id()));
        assertEquals("STUDENT", REGISTRY.text("select kind from outbox where subject = " + written.id()));
        assertEquals(ImportState.DONE, state(id));
    }

    @Test
    void changesAChildAndNotesWhatChanged() {
        InventedChild child = invented();
        long known = enter(child);
        int version = desk.desk.child(known).version();
        long id = desk.staged(clerk, row(2, child.in("四年级", "2班"), RosterColumns.CATEGORIES, "孤儿"));
        desk.applying().apply(id);
        Student now = desk.desk.child(known);
        assertEquals("四年级2班", now.grade() + now.schoolClass());
        assertEquals(version + 1, now.version());
        List<Movement> history = history(known);
        assertEquals(
                List.of(MovementKind.CORRECTION, MovementKind.CATEGORY_CHANGE),
                history.stream().map(Movement::kind).toList());
        assertEquals(
                "三年级1班", history.get(0).from().grade() + history.get(0).from().schoolClass());
        assertEquals(ImportDesk.EVIDENCE, history.get(0).evidenceFor(true));
        assertEquals(clerk.displayName(), history.get(0).recorder());
        assertEquals("CHANGE|CHANGE", REGISTRY.told(known));
    }

    @Test
    void keepsBoardingRemarksAndGuardiansOfWhichTheTableSaysNothing() {
        InventedChild child = invented().saying(StudentFields.BOARDING, "是").saying(StudentFields.REMARKS, "由祖母照看");
        long known = enter(child);
        desk.applying().apply(desk.staged(clerk, row(2, child.in("三年级", "2班"))));
        Student now = desk.desk.child(known);
        assertEquals("2班是由祖母照看", now.schoolClass() + now.boarding() + now.remarks());
        assertEquals(
                child.details().guardians(),
                desk.desk.read(() -> desk.desk.child(known).guardians()));
        desk.applying().apply(desk.staged(clerk, row(2, child, "boarding", "否")));
        assertEquals(
                "否由祖母照看",
                desk.desk.child(known).boarding() + desk.desk.child(known).remarks());
    }

    @Test
    void takesItsIdsFromTheSameBlocksAsEverybody() {
        InventedChild one = invented();
        InventedChild two = invented();
        InventedChild known = invented();
        long changed = enter(known);
        desk.applying()
                .apply(desk.staged(clerk, row(2, one), row(3, known.in("四年级", "1班"), "orphan", "是"), row(70, two)));
        long next = enter(invented());
        assertNotEquals(found(one).id(), found(two).id());
        assertEquals(2, history(changed).stream().map(Movement::id).distinct().count());
        for (String table : List.of("student", "student_movement")) {
            assertEquals(
                    "0",
                    REGISTRY.text("select count(*) from " + table
                            + " where id > (select last_id from identifier where table_name = '" + table + "')"),
                    table);
        }
        assertEquals("0", REGISTRY.text("select count(*) from student where import_row is not null and id = " + next));
    }

    @Test
    void aChildThatWasChangedMeanwhileStopsAll() {
        InventedChild entered = invented();
        InventedChild child = invented();
        long known = enter(child);
        long moved = enter(invented());
        InventedChild movedOn = invented();
        long other = enter(movedOn);
        long id = desk.staged(clerk, row(2, entered), row(3, child.in("三年级", "2班")), row(4, movedOn.in("三年级", "3班")));
        desk.desk.roster.correct(clerk, other, movedOn.in("三年级", "4班").details());
        assertThrows(RosterMoved.class, () -> desk.applying().apply(id));
        expectNothingWritten(id, known, entered);
        assertEquals("4班", desk.desk.child(other).schoolClass());
        assertEquals(List.of(), history(moved));
    }

    @Test
    void aChildThatWasEnteredMeanwhileStopsAll() {
        InventedChild entered = invented();
        InventedChild child = invented();
        long known = enter(child);
        InventedChild met = invented();
        long id = desk.staged(clerk, row(2, entered), row(3, child.in("三年级", "2班")), row(4, met));
        enter(met);
        assertThrows(RosterMoved.class, () -> desk.applying().apply(id));
        expectNothingWritten(id, known, entered);
    }

    @Test
    void whatFailsAtTheVeryEndLeavesNothing() {
        InventedChild entered = invented();
        InventedChild child = invented();
        long known = enter(child);
        long id = desk.staged(clerk, row(2, entered), row(3, child.in("三年级", "2班"), RosterColumns.CATEGORIES, "孤儿"));
        Applying failing = desk.applying((students, isNew) -> {
            if (!isNew) {
                throw new IllegalStateException("meant to fail");
            }
        });
        assertThrows(IllegalStateException.class, () -> failing.apply(id));
        expectNothingWritten(id, known, entered);
        desk.applying().apply(id);
        assertEquals("2班", desk.desk.child(known).schoolClass());
        assertEquals(ImportState.DONE, state(id));
    }
}
