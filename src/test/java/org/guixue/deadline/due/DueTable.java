package org.guixue.deadline.due;

import static org.guixue.casefile.history.EventKind.*;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.HolidayYear;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormCatalog;
import org.guixue.yearbook.PackagedHolidays;

/** A made-up county, one case in it, and what its rules ask on a day. */
abstract class DueTable {
    static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    static final long CITY = 1;
    static final long BUREAU = 2;
    static final long TOWN = 3;
    static final long SCHOOL = 4;
    static final long OTHER_TOWN = 5;
    static final long OTHER_SCHOOL = 6;
    static final long CITY_SCHOOL = 7;
    static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

    final List<CaseEvent> events = new ArrayList<>();
    final List<IssuedPaper> papers = new ArrayList<>();
    final List<FailedDelivery> failed = new ArrayList<>();
    LocalDate bornOn = LocalDate.of(2014, 5, 1);

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Instant evening(LocalDate on) {
        return Instant.parse(on + "T12:00:00Z");
    }

    static Seats seats(String jurisdiction) {
        return new Seats(List.of(
                new Seat(CITY, "/1/", OfficeKind.CITY, jurisdiction),
                new Seat(BUREAU, "/1/2/", OfficeKind.COUNTY_BUREAU, jurisdiction),
                new Seat(TOWN, "/1/2/3/", OfficeKind.TOWNSHIP, jurisdiction),
                new Seat(SCHOOL, "/1/2/3/4/", OfficeKind.SCHOOL, jurisdiction),
                new Seat(OTHER_TOWN, "/1/2/5/", OfficeKind.TOWNSHIP, jurisdiction),
                new Seat(OTHER_SCHOOL, "/1/2/5/6/", OfficeKind.SCHOOL, jurisdiction),
                new Seat(CITY_SCHOOL, "/1/7/", OfficeKind.SCHOOL, jurisdiction)));
    }

    static CountyDays days() {
        List<HolidayYear> years = IntStream.rangeClosed(2019, 2026)
                .mapToObj(PackagedHolidays::of)
                .flatMap(Optional::stream)
                .toList();
        return new CountyDays(new WorkingDays(years), (office, term) -> lessons(term));
    }

    static CountyDays.Lessons lessons(Reporting term) {
        int year = term.from().getYear();
        return term.name().endsWith("spring")
                ? new CountyDays.Lessons(LocalDate.of(year, 3, 2), LocalDate.of(year, 7, 10))
                : new CountyDays.Lessons(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 20));
    }

    static Deadlines deadlines(String jurisdiction) {
        return new Deadlines(FORMS::rulesOf, days(), seats(jurisdiction));
    }

    long happen(String on, EventKind kind, String... facts) {
        return happenLate(on, on, SCHOOL, kind, facts);
    }

    long happenLate(String on, String recorded, long office, EventKind kind, String... facts) {
        Map<Fact, String> said = new EnumMap<>(Fact.class);
        for (int i = 0; i < facts.length; i += 2) {
            said.put(Fact.valueOf(facts[i]), facts[i + 1]);
        }
        long id = events.size() + 1L;
        events.add(new CaseEvent(
                id, kind, day(on), evening(day(recorded)).plusSeconds(id), office, "", "", new Facts(said), List.of()));
        return id;
    }

    void out(String on) {
        happen(on, OPENED);
        happen(on, CONFIRMED);
    }

    IssuedPaper paper(String form, String on) {
        return paper(form, on, "", SCHOOL, OptionalLong.empty());
    }

    IssuedPaper paper(String form, String on, String period, long issuer, OptionalLong about) {
        IssuedPaper issued = new IssuedPaper(
                papers.size() + 1L,
                form,
                OptionalLong.of(9),
                OptionalLong.of(8),
                about,
                issuer,
                period,
                day(on),
                evening(day(on)).plusSeconds(600),
                Optional.empty(),
                Optional.empty());
        papers.add(issued);
        return issued;
    }

    void voidLast(String on) {
        IssuedPaper last = papers.remove(papers.size() - 1);
        papers.add(new IssuedPaper(
                last.id(),
                last.form(),
                last.student(),
                last.caseFile(),
                last.about(),
                last.issuer(),
                last.period(),
                last.day(),
                last.issuedAt(),
                Optional.of(evening(day(on))),
                last.receivedOn()));
    }

    CaseOnFile file() {
        return new CaseOnFile(
                8, 9, bornOn, OptionalLong.of(SCHOOL), OptionalLong.of(TOWN), new CaseHistory(events), papers, failed);
    }

    List<Due> ofCase(String jurisdiction, String on, String knownBy) {
        return deadlines(jurisdiction)
                .ofCase(file(), day(on), evening(day(knownBy)).plusSeconds(3000), new Horizon(LONG_AGO, day(on)));
    }

    Optional<Due> caseDue(String jurisdiction, String rule, String on) {
        return ofCase(jurisdiction, on, on).stream()
                .filter(due -> due.rule().id().equals(rule))
                .findFirst();
    }

    List<Due> ofOffice(String jurisdiction, String rule, String on) {
        Deadlines deadlines = deadlines(jurisdiction);
        return deadlines
                .ofOffices(
                        deadlines.seats().all(),
                        papers,
                        day(on),
                        evening(day(on)).plusSeconds(3000),
                        new Horizon(LONG_AGO, day(on)))
                .stream()
                .filter(due -> due.rule().id().equals(rule) && due.office() == SCHOOL)
                .toList();
    }

    String dueDay(String jurisdiction, String rule, String on) {
        List<Due> dues = ofOffice(jurisdiction, rule, on);
        return dues.isEmpty() ? "" : dues.get(dues.size() - 1).dueOn().toString();
    }

    static Due last(List<Due> dues) {
        return dues.get(dues.size() - 1);
    }

    static long reportsTo(Seats seats, long office, OfficeKind kind) {
        return seats.reportsTo(seats.find(office).orElseThrow(), kind)
                .orElseThrow()
                .id();
    }
}
