package org.guixue.yearbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.HolidayYear;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.SchoolYear;
import org.guixue.calendar.WorkingDays;
import org.guixue.office.Office;

/** Answers which days are worked and when terms are taught, for an office: its county's own word before the packaged one. */
@ApplicationScoped
public class Yearbook {
    private static final int FIRST_PACKAGED = 2004;
    private static final int LAST_ASKED = 2100;

    private final YearPlans plans;

    @Inject
    public Yearbook(YearPlans plans) {
        this.plans = plans;
    }

    /** The county bureau that writes the year of this office; above a county the office itself, which has none. */
    public static Office county(Office office) {
        return office.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(office);
    }

    /** What is known of one calendar year there. */
    public KnownYear year(Office office, int year) {
        Optional<YearPlan> plan = plans.find(county(office).id(), year);
        PlannedYear planned = plan.map(YearPlan::planned).orElse(PlannedYear.NOTHING);
        Optional<HolidayYear> packaged = PackagedHolidays.of(year);
        KnownYear.Source source = planned.holidays().isPresent()
                ? KnownYear.Source.OWN
                : packaged.isPresent() ? KnownYear.Source.PACKAGED : KnownYear.Source.NONE;
        return new KnownYear(
                year,
                source,
                planned.holidays().or(() -> packaged).orElse(new HolidayYear(year, Map.of(), Set.of())),
                planned.terms(),
                plan.map(YearPlan::version).orElse(0));
    }

    /** The working days there, of all years that are known. */
    public WorkingDays workingDays(Office office) {
        Map<Integer, HolidayYear> years = new TreeMap<>();
        IntStream.rangeClosed(FIRST_PACKAGED, LAST_ASKED)
                .forEach(year -> PackagedHolidays.of(year).ifPresent(known -> years.put(year, known)));
        plans.of(county(office).id())
                .forEach(plan -> plan.planned().holidays().ifPresent(own -> years.put(plan.year(), own)));
        return new WorkingDays(years.values());
    }

    /** All of a county's years at once. */
    public CountyCalendar calendar(Office office) {
        return new CountyCalendar(
                workingDays(office),
                plans.of(county(office).id()).stream()
                        .flatMap(plan -> plan.planned().terms().stream())
                        .toList());
    }

    /** Changes with every writing of any county's year. */
    public String stamp() {
        return plans.stamp();
    }

    /** When that term is taught there: as entered for the office, else for the nearest one above, else assumed. */
    public TermDates term(Office office, Reporting term) {
        PlannedYear planned = plans.find(county(office).id(), term.from().getYear())
                .map(YearPlan::planned)
                .orElse(PlannedYear.NOTHING);
        for (Office at : upwards(office)) {
            for (TermDates each : planned.terms()) {
                if (each.office() == at.id() && each.term().equals(term.name())) {
                    return each;
                }
            }
        }
        return TermDates.assumed(term);
    }

    /** Which terms of that school year were entered for the office. */
    public EnteredTerms entered(Office office, SchoolYear year) {
        return new EnteredTerms(
                year,
                Stream.of(year.begins() + "-autumn", (year.begins() + 1) + "-spring")
                        .map(Reporting::parse)
                        .filter(term -> !term(office, term).entered())
                        .toList());
    }

    private static List<Office> upwards(Office office) {
        List<Office> all = new ArrayList<>();
        for (Optional<Office> at = Optional.of(office); at.isPresent(); at = at.flatMap(Office::parent)) {
            all.add(at.orElseThrow());
        }
        return all;
    }
}
