package org.guixue.yearbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.guixue.Forbidden;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.calendar.Reporting;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearbookTest {
    private static final LocalDate DAY = LocalDate.of(2027, 10, 1);
    private static final Reporting AUTUMN = Reporting.parse("2027-autumn");

    @RegisterExtension
    final Registry registry = new Registry();

    private final RegistryDesk desk = registry.desk();
    private final Yearbook yearbook = new Yearbook(new YearPlans(desk.entities, desk.identifiers));
    private final Caller bureau = registry.caller(Role.BUREAU, registry.bureau);

    private static YearKeeping keeping(RegistryDesk desk) {
        return new YearKeeping(
                desk.transactions,
                new YearPlans(desk.entities, desk.identifiers),
                desk.offices,
                new HouseTrail(desk.trail, desk.clock),
                desk.clock);
    }

    private static YearDraft holiday(String name) {
        return new YearDraft(
                2027,
                Optional.of(List.of(new YearDraft.DayOff(DAY, name))),
                List.of(LocalDate.of(2027, 10, 9)),
                List.of());
    }

    private YearDraft terms(YearDraft.Term... terms) {
        return new YearDraft(2027, Optional.empty(), List.of(), List.of(terms));
    }

    @Test
    void theNoticesSince2004AreThereAndTheUnpublishedYearIsNot() {
        assertTrue(IntStream.rangeClosed(2004, 2026)
                .allMatch(year -> PackagedHolidays.of(year).isPresent()));
        KnownYear known = yearbook.year(registry.eastSchool, 2026);
        assertEquals(KnownYear.Source.PACKAGED, known.source());
        assertEquals("国庆节", known.holidays().daysOff().get(LocalDate.of(2026, 10, 7)));
        assertEquals(
                List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
                known.holidays().workedWeekends().stream()
                        .map(LocalDate::toString)
                        .toList());
        assertEquals(
                KnownYear.Source.NONE, yearbook.year(registry.eastSchool, 2027).source());
        assertTrue(yearbook.workingDays(registry.eastSchool).isWorkingDay(DAY), "weekends alone count");
    }

    /** Saving the spring term alone made the unpublished holidays the county's own, and none. */
    @Test
    void whoWritesTermsAloneDoesNotTakeTheHolidaysAway() {
        YearDraft.Term spring = new YearDraft.Term(
                registry.bureau.id(), "2027-spring", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 7, 9));
        keeping(desk)
                .write(
                        bureau,
                        new YearDraft(2027, Optional.of(List.of()), List.of(), List.of(spring)),
                        OptionalInt.of(0));
        desk.entities.clear();
        KnownYear known = yearbook.year(registry.eastSchool, 2027);
        assertEquals(KnownYear.Source.NONE, known.source());
        assertEquals(spring.starts(), known.terms().get(0).startsOn());
        assertTrue(PlannedYearColumn.read(2027, "{\"daysOff\":{},\"worked\":[],\"terms\":[]}")
                .holidays()
                .isEmpty());
    }

    @Test
    void whatABureauWritesHoldsForItsCountyAlone() {
        keeping(desk).write(bureau, holiday("国庆节"), OptionalInt.of(0));
        desk.entities.clear();
        assertFalse(yearbook.workingDays(registry.westSchool).isWorkingDay(DAY));
        assertTrue(yearbook.workingDays(registry.westSchool).isWorkingDay(LocalDate.of(2027, 10, 9)));
        assertTrue(yearbook.workingDays(registry.otherSchool).isWorkingDay(DAY));
        assertEquals(
                KnownYear.Source.OWN, yearbook.year(registry.eastSchool, 2027).source());
    }

    @Test
    void aSchoolsOwnTermGoesBeforeTheCountys() {
        LocalDate ends = LocalDate.of(2028, 1, 18);
        keeping(desk)
                .write(
                        bureau,
                        terms(
                                new YearDraft.Term(0, "2027-autumn", LocalDate.of(2027, 9, 1), ends),
                                new YearDraft.Term(
                                        registry.westSchool.id(), "2027-autumn", LocalDate.of(2027, 8, 30), ends)),
                        OptionalInt.empty());
        desk.entities.clear();
        assertEquals(
                LocalDate.of(2027, 8, 30),
                yearbook.term(registry.westSchool, AUTUMN).startsOn());
        TermDates county = yearbook.term(registry.eastSchool, AUTUMN);
        assertEquals(LocalDate.of(2027, 9, 1), county.startsOn());
        assertTrue(county.entered());
        assertFalse(yearbook.term(registry.otherSchool, AUTUMN).entered());
    }

    @Test
    void theSecondOfTwoWhoWriteTheSameYearIsTold() {
        YearKeeping first = keeping(desk);
        YearKeeping second = keeping(registry.desk());
        first.write(bureau, holiday("国庆节"), OptionalInt.of(0));
        assertThrows(Stale.class, () -> second.write(bureau, holiday("别的"), OptionalInt.of(0)));
        desk.entities.clear();
        assertEquals(
                "国庆节", yearbook.year(registry.bureau, 2027).holidays().daysOff().get(DAY));
        second.write(bureau, holiday("国庆中秋"), OptionalInt.of(1));
    }

    @Test
    void nobodyButABureauWrites() {
        Caller clerk = registry.caller(Role.CLERK, registry.eastSchool);
        assertThrows(Forbidden.class, () -> keeping(desk).write(clerk, holiday("国庆节"), OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "2028-10-01, 2027-10-09, holidays[0].on", // another year
        "2027-10-01, 2027-10-08, worked[0]", // a Friday
        "2027-10-09, 2027-10-09, worked[0]" // off and worked
    })
    void aWrongDayIsNamedWithItsRow(LocalDate off, LocalDate worked, String field) {
        YearDraft draft =
                new YearDraft(2027, Optional.of(List.of(new YearDraft.DayOff(off, "国庆节"))), List.of(worked), List.of());
        assertEquals(List.of(field), refused(draft));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-autumn, 2027-09-01, 2027-08-01, terms[0].ends", // ends before it begins
        "2027-autumn, 2027-09-01, 2027-09-20, terms[0].ends", // three weeks
        "2027-autumn, 2027-06-01, 2028-01-18, terms[0].starts",
        "2026-autumn, 2026-09-01, 2027-01-18, terms[0].term",
        "2027-summer, 2027-07-01, 2027-08-18, terms[0].term"
    })
    void aTermThatCannotBeIsRefused(String term, LocalDate starts, LocalDate ends, String field) {
        assertEquals(List.of(field), refused(terms(new YearDraft.Term(0, term, starts, ends))));
    }

    @Test
    void anotherCountysSchoolIsNoOfficeHere() {
        YearDraft.Term foreign = new YearDraft.Term(
                registry.otherSchool.id(), "2027-autumn", LocalDate.of(2027, 9, 1), LocalDate.of(2028, 1, 18));
        assertEquals(List.of("terms[0].office"), refused(terms(foreign)));
    }

    private List<String> refused(YearDraft draft) {
        ValuesRefused refusal =
                assertThrows(ValuesRefused.class, () -> keeping(desk).write(bureau, draft, OptionalInt.empty()));
        return refusal.violations().stream().map(Violation::field).toList();
    }
}
