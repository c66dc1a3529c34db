package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.house.Workshop;
import org.guixue.office.Office;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ledgers say, computed from cases and children; with two ledgers that a county has put into its home folder. */
class LedgerReadingTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    @Test
    void listsTheChildrenAwayOfASchoolWithWhatTheCasesSay() {
        Case mine = at.away(at.school);
        at.persuade(mine, at.school);
        at.away(at.other);

        Content content = at.read(LedgerTable.REGISTER, at.school).content();

        assertEquals(1, content.count());
        Map<String, Object> row = content.rows().get(0);
        assertEquals(mine.student().name(), row.get("name"));
        assertEquals("失学辍学", row.get("kind"));
        assertEquals(1, row.get("persuasions"));
        assertEquals(mine.openedOn().toString(), row.get("openedOn"));
        assertEquals(1, content.figure("persuaded"));
    }

    @Test
    void aTownshipAddsUpWhatWasSubmittedAndSaysWhoHasNot() {
        at.away(at.school);
        at.away(at.other);
        at.submit(LedgerTable.REGISTER, at.school);

        ReadLedger sum = at.read(LedgerTable.REGISTER, at.township);

        assertTrue(sum.sum());
        assertEquals(1, sum.content().count());
        assertEquals(
                List.of(at.other.id()), sum.missing().stream().map(Office::id).toList());
        assertEquals(
                2,
                at.reading
                        .onRecord(at.ledger(LedgerTable.REGISTER), at.township, at.month())
                        .content()
                        .count());
    }

    @Test
    void aChildWithoutASchoolIsItsTownshipsOwn() {
        at.bench.caseActs.casework.open(
                at.clerk(at.township), childOf(at.township).id(), workshop.today(), "从未入学");

        assertEquals(1, at.read(LedgerTable.REGISTER, at.township).content().count());
        assertEquals(0, at.read(LedgerTable.REGISTER, at.school).content().count());
    }

    private Student childOf(Office township) {
        return at.bench.roster.enter(at.clerk(township), workshop.county().someoneOf(township, workshop.today()));
    }

    @Test
    void countsForEachSchoolAndNamesTheShare() {
        for (int i = 0; i < 4; i++) {
            at.bench.child(at.school);
        }
        at.away(at.school);
        at.bench.child(at.other);

        Content content = at.reading
                .onRecord(at.ledger(LedgerTable.FIGURES), at.township, at.month())
                .content();

        Map<String, Object> row = LedgerTable.row(content, "school", at.school.name());
        assertEquals(5, row.get("enrolled"));
        assertEquals(1, row.get("suspected"));
        assertEquals("20", String.valueOf(row.get("rate")));
        assertEquals(6, content.figure("allEnrolled"));
    }

    @Test
    void aGroupedSumAddsTheFiguresThatWereSubmitted() {
        at.bench.child(at.school);
        at.away(at.school);
        at.away(at.other);
        at.submit(LedgerTable.FIGURES, at.school);
        at.submit(LedgerTable.FIGURES, at.other);

        Content sum = at.read(LedgerTable.FIGURES, at.township).content();

        assertEquals(3, sum.figure("allEnrolled"));
        assertEquals(2, sum.figure("away"));
        assertEquals(1, LedgerTable.row(sum, "school", at.other.name()).get("away"));
    }

    @Test
    void refusesAPeriodOfAnotherKindAndOneToCome() {
        assertThrows(
                ValuesRefused.class, () -> at.desk.named(at.ledger(LedgerTable.REGISTER), Optional.of("2026-W10")));
        assertThrows(
                ValuesRefused.class, () -> at.desk.named(at.ledger(LedgerTable.REGISTER), Optional.of("nonsense")));
        String next = at.month().next().name();
        ValuesRefused refused = assertThrows(
                ValuesRefused.class, () -> at.desk.named(at.ledger(LedgerTable.REGISTER), Optional.of(next)));
        assertTrue(refused.violations().get(0).message().contains("还没有开始"));
    }

    @Test
    void anotherSchoolsLedgerIsNotFound() {
        assertThrows(NotFound.class, () -> at.desk.office(at.clerk(at.school), Optional.of(at.other.id())));
        assertThrows(NotFound.class, () -> at.desk.ledger(at.clerk(at.school), "shifan", "no-such", at.school));
    }

    @Test
    void aChildIsReportedByTheSchoolInWhichItWasOnThatDay() {
        LocalDate lastMonth = workshop.today().minusMonths(1);
        Case found = at.away(at.school, lastMonth);
        Reporting then = Reporting.of(Reporting.Kind.MONTH, lastMonth);

        ReadLedger read = at.reading.read(at.ledger(LedgerTable.REGISTER), at.school, then);

        assertEquals(List.of(found.student().name()), LedgerTable.column(read.content(), "name"));
        assertEquals(then.until(), read.asked().asOf());
        assertFalse(at.reading
                        .read(at.ledger(LedgerTable.REGISTER), at.other, then)
                        .content()
                        .count()
                > 0);
    }

    @Test
    void aChildThatMovedTwiceIsCountedOnceWhereItWasOnTheDay() {
        Student child = at.bench.child(at.school);
        LocalDate february = LocalDate.parse("2026-02-20");
        move(child, at.other, february);
        move(child, at.school, LocalDate.parse("2026-03-05"));

        assertEquals(1, enrolled(at.other, february));
        assertEquals(0, enrolled(at.school, february));
        assertEquals(1, enrolled(at.school, workshop.today()));
        assertEquals(0, enrolled(at.other, workshop.today()));
    }

    private int enrolled(Office office, LocalDate day) {
        at.bench.entities.clear();
        return at.reading
                .read(at.ledger(LedgerTable.FIGURES), office, Reporting.of(Reporting.Kind.MONTH, day))
                .content()
                .figure("allEnrolled")
                .intValue();
    }

    private void move(Student child, Office to, LocalDate on) {
        at.bench.caseActs.moving.register(
                at.clerk(workshop.county().bureau()),
                child.id(),
                new MovementOrder(MovementKind.TRANSFER_IN, on, OptionalLong.of(to.id()), "三年级", "1班", "", "转学申请表"));
        at.bench.entities.clear();
    }

    @Test
    void aMovementBetweenTwoSchoolsStandsInBothRegistersAndOnceAboveThem() {
        move(at.bench.child(at.school), at.other, workshop.today());
        FormId register = FormId.parse("shangtianti/movement-register");
        for (Office office : List.of(at.school, at.other, at.township)) {
            ReadLedger read = at.reading.onRecord(
                    at.ledger(register), office, Reporting.of(Reporting.Kind.TERM, workshop.today()));
            assertEquals(1, read.content().count(), office.name());
        }
    }

    @Test
    void aClosedSchoolsReportIsKeptAndItsChildrenAreReportedByItsSuccessor() {
        Case found = at.away(at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        workshop.county()
                .database()
                .execute("update student set school_id = %d, school_path = '%s' where id = %d"
                        .formatted(
                                at.other.id(), at.other.path(), found.student().id()));
        workshop.county().closed(at.school, true);
        at.bench.entities.clear();
        at.submit(LedgerTable.REGISTER, at.other);

        ReadLedger sum = at.read(LedgerTable.REGISTER, at.township);
        assertEquals(List.of(), sum.missing());
        assertEquals(1, sum.content().count(), "the child is counted once");
    }

    @Test
    void aChildThatMovedAwayAfterThePeriodStaysInItsOldSchoolsLedger() {
        Case found = at.away(at.school, LocalDate.parse("2026-02-10"));
        Reporting february = Reporting.of(Reporting.Kind.MONTH, LocalDate.parse("2026-02-20"));
        Student child = found.student();
        move(child, at.other, LocalDate.parse("2026-03-02"));
        move(child, at.school, LocalDate.parse("2026-03-04"));
        move(child, at.other, LocalDate.parse("2026-03-06"));

        assertEquals(
                List.of(child.name()),
                LedgerTable.column(
                        at.reading
                                .read(at.ledger(LedgerTable.REGISTER), at.school, february)
                                .content(),
                        "name"));
        assertEquals(
                0,
                at.reading
                        .read(at.ledger(LedgerTable.REGISTER), at.other, february)
                        .content()
                        .count());
    }

    @Test
    void wordsOfIllnessAreKeptApart() {
        Case found = at.bench.caseActs.casework.open(
                at.clerk(at.school), at.bench.child(at.school).id(), workshop.today(), "因抑郁症在家休养");
        CaseOnDay onDay = at.cases.of(at.desk.reported(at.school, at.month())).get(0);
        assertEquals(found.id(), onDay.found().id());
        assertEquals("另册保管", onDay.fact("case.cause"));
    }

    @Test
    void proposesTheMonthThatHasEndedUntilItIsSubmitted() {
        workshop.pass(Duration.between(
                workshop.clock().instant(),
                at.month()
                        .next()
                        .from()
                        .atTime(9, 0)
                        .atZone(workshop.clock().getZone())
                        .toInstant()));
        Ledger register = at.ledger(LedgerTable.REGISTER);
        Reporting ended = at.month().previous();
        assertEquals(ended, at.desk.period(register, at.school, Optional.empty()));
        at.submitting.submit(at.clerk(at.school), register, at.school, ended);
        assertEquals(at.month(), at.desk.period(register, at.school, Optional.empty()));
        assertEquals(ended, at.desk.period(register, at.other, Optional.empty()));
    }

    @Test
    void proposesTheTermThatBeginsWhereTheLedgerIsDueThen() {
        Ledger count = at.ledger(FormId.parse("shifan/term-count"));
        workshop.pass(Duration.between(
                workshop.clock().instant(),
                LocalDate.of(2027, 2, 3)
                        .atTime(9, 0)
                        .atZone(workshop.clock().getZone())
                        .toInstant()));
        assertEquals(
                "2027-spring",
                at.desk.period(count, at.school, Optional.empty()).name());
    }
}
