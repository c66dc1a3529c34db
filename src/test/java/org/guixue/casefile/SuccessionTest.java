package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Situation;
import org.guixue.duty.Charge;
import org.guixue.duty.Duties;
import org.guixue.duty.Duty;
import org.guixue.duty.DutyDetails;
import org.guixue.duty.DutyKeeping;
import org.guixue.duty.DutyLayer;
import org.guixue.duty.DutyPlaces;
import org.guixue.duty.DutySuccession;
import org.guixue.duty.Responsible;
import org.guixue.office.Establishment;
import org.guixue.office.Office;
import org.guixue.office.OfficeChecks;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.RollSuccession;
import org.guixue.person.StudentState;
import org.junit.jupiter.api.Test;

/** A school that closes names who takes its place: what is not finished goes there in the transaction that closes it. */
class SuccessionTest extends CaseCourse {
    private static final SchoolYear YEAR = new SchoolYear(2026);

    private final HouseTrail houseTrail = new HouseTrail(desk.trail, desk.clock);
    private final Duties duties = new Duties(desk.entities, desk.identifiers);
    private final DutyKeeping keeping = new DutyKeeping(
            desk.transactions,
            duties,
            new DutyPlaces(desk.offices, desk.students),
            desk.childTrail,
            houseTrail,
            desk.clock);
    private final CaseSuccession cases = new CaseSuccession(at.cases, desk.students, at.recording, at.clock);
    private final Establishment establishment = new Establishment(
            desk.transactions,
            desk.offices,
            houseTrail,
            named -> {},
            List.of(desk.students, cases),
            List.of(
                    cases,
                    new RollSuccession(desk.students, desk.movements, desk.childTrail, desk.follower, at.clock),
                    new DutySuccession(duties, houseTrail, at.clock)),
            new OfficeChecks(desk.offices, jurisdiction -> true));

    private long childAt(Office where) {
        return desk.roster
                .enter(
                        REGISTRY.caller(Role.CLERK, where),
                        REGISTRY.invent(where).details())
                .id();
    }

    private long awayFrom(Office where, long child) {
        Caller clerk = REGISTRY.caller(Role.CLERK, where);
        long opened = at.casework
                .open(
                        clerk,
                        child,
                        at.today(),
                        "随父母外出",
                        at.said(EventKind.OPENED).facts())
                .id();
        at.record(clerk, opened, EventKind.CONFIRMED);
        return opened;
    }

    private Duty answersFor(Office where, DutyLayer layer, Charge charge, String name) {
        return keeping.enter(
                REGISTRY.caller(Role.CLERK, where),
                new DutyDetails(YEAR, layer, charge, new Responsible(name, "教师", "13900000001"), Optional.empty()));
    }

    private Office office(long id) {
        return desk.read(() -> desk.offices.find(id).orElseThrow());
    }

    @Test
    void childrenOpenCasesAndResponsibilitiesGoToTheSchoolThatTakesOver() {
        Office from = REGISTRY.school();
        Office into = REGISTRY.eastSchool;
        at.on("2026-11-16");
        long child = childAt(from);
        long quiet = childAt(from);
        long caseId = awayFrom(from, child);
        Charge grade = Charge.grade(from.id(), "七年级");
        Duty leader = answersFor(from, DutyLayer.SCHOOL_LEADER, grade, "林校长");
        Duty bond = answersFor(from, DutyLayer.BOND, Charge.child(child), "陈老师");
        at.on("2026-11-20");
        establishment.close(bureau, from.id(), "布局调整", OptionalLong.of(into.id()));

        assertTrue(office(from.id()).closed());
        assertEquals(into.id(), office(from.id()).successor().orElseThrow().id());
        Situation now = at.now(caseId);
        assertEquals(CaseState.OUT, now.state());
        assertEquals(OptionalLong.of(into.id()), now.lead());
        assertEquals(OptionalLong.empty(), now.handedTo());
        assertEquals(1, now.of(EventKind.HANDED_OVER).size());
        assertTrue(now.of(EventKind.HANDED_OVER).get(0).words().contains("布局调整"));
        assertEquals(OptionalLong.of(into.id()), at.found(caseId).leadOffice());
        assertEquals(into.id(), desk.child(child).school().orElseThrow().id());
        assertEquals(StudentState.DROPPED_OUT, desk.child(child).state());
        Movement last = desk.history(quiet, into.scope()).stream()
                .reduce((first, next) -> next)
                .orElseThrow();
        assertEquals(MovementKind.MERGER, last.kind());
        assertEquals(from.id(), last.from().school().orElseThrow().id());
        List<Duty> there = desk.read(() -> duties.of(YEAR, List.of(), false, into.scope(), 0, 100));
        assertEquals(
                List.of(leader.id(), bond.id()),
                there.stream().map(each -> each.follows().orElse(0)).sorted().toList());
        List<Duty> before = desk.read(() -> duties.all(List.of(leader.id(), bond.id())));
        assertTrue(before.stream().noneMatch(Duty::current));
        assertTrue(before.stream().allMatch(each -> each.reason().contains("承接")));
    }

    @Test
    void aSchoolWithAnOpenCaseAndNoSuccessorStaysOpenAndSaysWhatIsOpen() {
        Office from = REGISTRY.school();
        at.on("2026-11-16");
        long child = childAt(from);
        long caseId = awayFrom(from, child);
        String said = String.valueOf(assertThrows(Conflict.class, () -> establishment.close(bureau, from.id(), "布局调整"))
                .getMessage());
        assertTrue(said.contains("1个没有结束的个案") && said.contains(desk.child(child).name()), said);
        assertFalse(office(from.id()).closed());
        assertThrows(
                ValuesRefused.class, () -> establishment.close(bureau, from.id(), "布局调整", OptionalLong.of(from.id())));
        assertThrows(
                ValuesRefused.class,
                () -> establishment.close(bureau, from.id(), "布局调整", OptionalLong.of(REGISTRY.otherSchool.id())));
        assertThrows(
                ValuesRefused.class,
                () -> establishment.close(bureau, REGISTRY.west.id(), "布局调整", OptionalLong.of(REGISTRY.east.id())));
        assertEquals(OptionalLong.of(from.id()), at.now(caseId).lead());
    }

    @Test
    void aCaseThatWasOnItsWayToTheClosedSchoolIsHandedToTheSuccessor() {
        Office from = REGISTRY.school();
        Office into = REGISTRY.eastSchool;
        at.on("2026-11-16");
        long child = childAt(into);
        long caseId = awayFrom(into, child);
        at.record(REGISTRY.caller(Role.CLERK, into), caseId, EventKind.HANDED_OVER, "to", Long.toString(from.id()));
        at.on("2026-11-20");
        establishment.close(bureau, from.id(), "布局调整", OptionalLong.of(REGISTRY.westSchool.id()));
        assertEquals(OptionalLong.of(into.id()), at.now(caseId).lead());
        assertEquals(OptionalLong.of(REGISTRY.westSchool.id()), at.now(caseId).handedTo());
    }

    @Test
    void aCaseThatTheClosedSchoolHadHandedOnGoesWhereItWasHanded() {
        Office from = REGISTRY.school();
        at.on("2026-11-16");
        long caseId = awayFrom(from, childAt(from));
        at.record(
                REGISTRY.caller(Role.CLERK, from),
                caseId,
                EventKind.HANDED_OVER,
                "to",
                Long.toString(REGISTRY.westSchool.id()));
        at.on("2026-11-20");
        establishment.close(bureau, from.id(), "布局调整", OptionalLong.of(REGISTRY.eastSchool.id()));
        assertEquals(OptionalLong.of(REGISTRY.westSchool.id()), at.now(caseId).lead());
        assertEquals(OptionalLong.empty(), at.now(caseId).handedTo());
    }
}
