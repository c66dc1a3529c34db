package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.deadline.due.CaseOnFile;
import org.guixue.deadline.due.CountyDays;
import org.guixue.deadline.due.Deadlines;
import org.guixue.deadline.due.FailedDelivery;
import org.guixue.deadline.due.IssuedPaper;
import org.guixue.deadline.due.Seat;
import org.guixue.deadline.due.Seats;
import org.guixue.form.FormCatalog;
import org.guixue.form.Rule;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.yearbook.CountyCalendar;
import org.guixue.yearbook.TermDates;
import org.guixue.yearbook.Yearbook;

/** Reads rules, calendars, offices and cases in the shape in which what is due is computed from them. */
@ApplicationScoped
public class FactReading {
    private static final int MONTHS_LOOKED_BACK = 14;

    private final FactRows rows;
    private final Cases cases;
    private final Offices offices;
    private final Yearbook yearbook;
    private final FormCatalog forms;

    @Inject
    public FactReading(FactRows rows, Cases cases, Offices offices, Yearbook yearbook, FormCatalog forms) {
        this.rows = rows;
        this.cases = cases;
        this.offices = offices;
        this.yearbook = yearbook;
        this.forms = forms;
    }

    /** What changes when an office or a calendar is changed. */
    String stamp() {
        return offices.stamp() + "/" + yearbook.stamp() + "/" + forms.stamp();
    }

    /** The pure function of each office's county, by office. */
    Map<Long, Deadlines> deadlines() {
        List<Office> all =
                offices.all().stream().filter(office -> !office.closed()).toList();
        Seats seats = new Seats(all.stream()
                .map(office -> new Seat(
                        office.id(),
                        office.path(),
                        office.kind(),
                        office.jurisdiction(),
                        office.reportsTo().map(Office::id).map(OptionalLong::of).orElse(OptionalLong.empty())))
                .toList());
        Map<String, List<Rule>> rules = new ConcurrentHashMap<>();
        Map<Long, Deadlines> byCounty = new HashMap<>();
        Map<Long, Deadlines> byOffice = new HashMap<>();
        for (Office office : all) {
            Office county = Yearbook.county(office);
            byOffice.put(
                    office.id(),
                    byCounty.computeIfAbsent(
                            county.id(),
                            id -> new Deadlines(
                                    jurisdiction -> rules.computeIfAbsent(jurisdiction, forms::rulesOf),
                                    days(yearbook.calendar(county), seats),
                                    seats)));
        }
        return byOffice;
    }

    private static CountyDays days(CountyCalendar calendar, Seats seats) {
        Map<String, CountyDays.Lessons> known = new ConcurrentHashMap<>();
        return new CountyDays(
                calendar.working(),
                (office, term) -> known.computeIfAbsent(office + " " + term.name(), key -> {
                    TermDates dates =
                            calendar.term(seats.find(office).map(Seat::path).orElse("/"), term);
                    return new CountyDays.Lessons(dates.startsOn(), dates.endsOn());
                }));
    }

    List<KnownCase> allCases(LocalDate today) {
        return known(rows.going(today));
    }

    /** Cases that have ended by now and went on on an earlier day. */
    List<KnownCase> endedSince(LocalDate day) {
        return known(rows.endedSince(day));
    }

    List<KnownCase> casesOf(Set<Long> students, LocalDate today) {
        return known(rows.goingOf(students, today));
    }

    private List<KnownCase> known(List<Case> found) {
        Map<Long, CaseHistory> histories =
                cases.histories(found.stream().map(Case::id).toList());
        Map<Long, List<IssuedPaper>> papers = new HashMap<>();
        List<Long> students = found.stream().map(each -> each.student().id()).toList();
        rows.papersOf(students, named(true))
                .forEach(paper -> papers.computeIfAbsent(paper.student().orElse(0), id -> new ArrayList<>())
                        .add(paper));
        Map<Long, List<FactRows.Handed>> handed =
                rows.deliveriesTo(students).stream().collect(Collectors.groupingBy(FactRows.Handed::student));
        return found.stream()
                .map(each -> known(
                        each,
                        histories.getOrDefault(each.id(), new CaseHistory(List.of())),
                        papers.getOrDefault(each.student().id(), List.of()),
                        handed.getOrDefault(each.student().id(), List.of())))
                .toList();
    }

    private static KnownCase known(
            Case found, CaseHistory history, List<IssuedPaper> papers, List<FactRows.Handed> handed) {
        Student child = found.student();
        return new KnownCase(
                new CaseOnFile(
                        found.id(),
                        child.id(),
                        child.bornOn(),
                        child.school().map(Office::id).map(OptionalLong::of).orElse(OptionalLong.empty()),
                        OptionalLong.of(child.township().id()),
                        history,
                        papers.stream().map(paper -> received(paper, handed)).toList(),
                        failed(handed)),
                child.name());
    }

    private static IssuedPaper received(IssuedPaper paper, List<FactRows.Handed> handed) {
        return handed.stream()
                .filter(each -> each.effective() && each.paper() == paper.id())
                .findFirst()
                .map(each -> paper.receivedOn(each.on()))
                .orElse(paper);
    }

    /** Tries that failed and after which that paper did not arrive. */
    private static List<FailedDelivery> failed(List<FactRows.Handed> handed) {
        return handed.stream()
                .filter(each -> !each.effective()
                        && handed.stream().noneMatch(later -> later.effective() && later.paper() == each.paper()))
                .map(each -> new FailedDelivery(each.student(), each.paper(), each.on(), each.recordedAt()))
                .toList();
    }

    /** What offices answer the calendar with. */
    List<IssuedPaper> papersOfOffices(LocalDate day) {
        return rows.papersOfOffices(named(false), day.minusMonths(MONTHS_LOOKED_BACK));
    }

    /** Whether papers of that form answer the calendar. */
    boolean answersCalendar(String form) {
        return named(false).contains(form);
    }

    private Set<String> named(boolean aboutCase) {
        Set<String> named = new HashSet<>();
        forms.jurisdictions().stream()
                .flatMap(each -> each.rules().stream())
                .filter(rule -> rule.aboutCase() == aboutCase)
                .flatMap(rule -> rule.doneBy().stream())
                .filter(proof -> proof.kind() != Rule.Proof.Kind.EVENT)
                .forEach(proof -> named.add(proof.name()));
        return named;
    }

    /** The children that these instruments are about, and whether one of them answers the calendar. */
    boolean subjects(Set<Long> instruments, Set<Long> students) {
        boolean ofOffice = false;
        for (Object[] row : rows.subjectsOf(instruments)) {
            if (row[0] != null) {
                students.add((Long) row[0]);
            }
            ofOffice |= answersCalendar((String) row[1]);
        }
        return ofOffice;
    }
}
