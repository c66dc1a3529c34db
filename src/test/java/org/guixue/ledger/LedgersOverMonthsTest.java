package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Cases;
import org.guixue.deadline.DueKeeping;
import org.guixue.deadline.DueTasks;
import org.guixue.deadline.DueWay;
import org.guixue.deadline.FactReading;
import org.guixue.deadline.FactRows;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.store.Outbox;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Months go by: ledgers are submitted on their days, do what their deadlines ask, and agree on all levels. */
class LedgersOverMonthsTest {
    private static final FormId MONTHLY = FormId.parse("national/monthly-ledger");
    private static final FormId DROPOUTS = FormId.parse("national/suspected-dropouts");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    private void on(String day) {
        long days = ChronoUnit.DAYS.between(workshop.today(), LocalDate.parse(day));
        workshop.pass(Duration.ofDays(days));
        at.bench.entities.clear();
    }

    private boolean due(Office office) {
        DueKeeping keeping = new DueKeeping(
                new FactReading(
                        new FactRows(at.bench.entities),
                        new Cases(at.bench.entities, at.bench.identifiers),
                        at.bench.offices,
                        new Yearbook(new YearPlans(at.bench.entities, at.bench.identifiers)),
                        workshop.county().forms()),
                new Outbox(at.bench.entities, at.bench.counters),
                new Installations(at.bench.entities, workshop.clock(), new SecureRandom()),
                workshop.clock());
        return new DueTasks(
                        keeping, at.bench.offices, new DueWay(workshop.county().forms()))
                .waitingFor(at.clerk(office), workshop.today()).stream()
                        .filter(task -> task.concern().rule().equals("monthly-report"))
                        .anyMatch(task -> task.href().contains(at.month().name()));
    }

    private void submit(FormId ledger, Office office, Reporting period) {
        at.submitting.submit(at.clerk(office), at.ledger(ledger), office, period);
    }

    private void submitAll(Reporting period) {
        for (FormId ledger : List.of(MONTHLY, DROPOUTS)) {
            submit(ledger, at.school, period);
            submit(ledger, at.other, period);
            submit(ledger, at.township, period);
        }
    }

    private List<String> wrong(Reporting period) {
        at.bench.entities.clear();
        return at
                .agreeing
                .findings(
                        at.clerk(at.township),
                        at.agreeing.asked(at.clerk(at.township), Optional.of(period.name()), Optional.empty()))
                .stream()
                .filter(each -> each.check().startsWith("ledger-") && !each.holds())
                .map(FiguresFinding::check)
                .toList();
    }

    @Test
    void eachMonthIsReportedOnItsDayAndALateWordIsCorrectedOnAllLevels() {
        at.away(at.school);
        at.away(at.other);
        for (String day : List.of("2026-03-30", "2026-04-29", "2026-05-28")) {
            on(day);
            Reporting month = at.month();
            assertTrue(due(at.school), day);
            submitAll(month);
            assertFalse(due(at.school), () -> "done for " + month.name());
            assertFalse(due(at.other));
            assertEquals(List.of(), wrong(month), day);
            assertEquals(2, at.read(DROPOUTS, at.township).content().count());
        }

        Reporting april = Reporting.parse("2026-04");
        String late =
                at.away(at.school, LocalDate.parse("2026-04-20")).student().name();
        ReadLedger read = at.reading.read(at.ledger(DROPOUTS), at.school, april);
        assertEquals(
                List.of(late), read.differences().stream().map(Difference::name).toList());
        assertTrue(wrong(april).contains("ledger-current/" + DROPOUTS));

        for (FormId ledger : List.of(MONTHLY, DROPOUTS)) {
            submit(ledger, at.school, april);
            assertTrue(wrong(april).contains("ledger-levels/" + ledger), "the township has not corrected its sum");
            submit(ledger, at.township, april);
        }
        assertEquals(List.of(), wrong(april));
        assertEquals(2, at.submitted.of(DROPOUTS, at.township, april).size());
    }
}
