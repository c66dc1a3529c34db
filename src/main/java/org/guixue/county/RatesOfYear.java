package org.guixue.county;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.county.RollCounts.Stand;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.RollFigure;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.StudentState;

/** Computes the rates that a jurisdiction defines, for the school year in which a day lies and up to that day. */
@ApplicationScoped
public class RatesOfYear {
    private static final Set<StudentState> GONE = Set.of(StudentState.TRANSFERRED, StudentState.GRADUATED);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RollCounts roll;
    private final FormCatalog forms;
    private final Offices offices;

    @Inject
    public RatesOfYear(RollCounts roll, FormCatalog forms, Offices offices) {
        this.roll = roll;
        this.forms = forms;
        this.offices = offices;
    }

    /**
     * Dropouts of the school year, by the cases.
     *
     * @param confirmed found to be out, each child once
     * @param still of those, who are out on the day
     */
    record Dropouts(long confirmed, long still) {}

    List<CountyPicture.Share> rates(Office office, LocalDate asOf, LocalDate today, Dropouts dropouts) {
        List<Jurisdiction.Rate> rates = forms.ratesOf(office.jurisdiction());
        if (rates.isEmpty()) {
            return List.of();
        }
        Map<RollFigure, Long> figures = figures(office.scope(), asOf, today, dropouts);
        return rates.stream().map(rate -> share(rate, figures)).toList();
    }

    private Map<RollFigure, Long> figures(Scope scope, LocalDate asOf, LocalDate today, Dropouts dropouts) {
        LocalDate start = SchoolYear.of(asOf).from();
        Set<Long> schools = offices.within(scope).stream().map(Office::id).collect(Collectors.toUnmodifiableSet());
        List<RollCounts.Counted> all = roll.now(scope, asOf);
        boolean past = asOf.isBefore(today);
        RollThen then = new RollThen(all, past ? roll.since(scope, asOf, Optional.empty()) : List.of());
        RollThen first = new RollThen(all, roll.since(scope, start, Optional.empty()));
        RollThen aged = new RollThen(
                all.stream()
                        .map(each -> new RollCounts.Counted(each.stand(), each.aged(), each.aged()))
                        .toList(),
                past ? roll.since(scope, asOf, Optional.of(asOf)) : List.of());
        Predicate<Stand> here = stand -> schools.contains(stand.school());
        Predicate<Stand> learning = here.and(stand -> stand.state().atSchool());
        Map<RollFigure, Long> figures = new EnumMap<>(RollFigure.class);
        figures.put(RollFigure.SCHOOL_AGE, aged.count(stand -> !GONE.contains(stand.state())));
        figures.put(RollFigure.SCHOOL_AGE_AT_SCHOOL, aged.count(stand -> stand.state()
                .atSchool()));
        figures.put(RollFigure.SCHOOL_AGE_SUSPENDED, aged.count(in(StudentState.SUSPENDED)));
        figures.put(RollFigure.AT_SCHOOL, then.count(learning));
        figures.put(RollFigure.AT_SCHOOL_AT_START, first.count(learning));
        figures.put(RollFigure.TURNED_SUSPENDED, grown(here.and(in(StudentState.SUSPENDED)), first, then));
        figures.put(RollFigure.TURNED_DROPPED_OUT, grown(here.and(in(StudentState.DROPPED_OUT)), first, then));
        figures.put(RollFigure.TURNED_TRANSFERRED, grown(in(StudentState.TRANSFERRED), first, then));
        figures.put(RollFigure.DROPPED_OUT_IN_YEAR, dropouts.confirmed());
        figures.put(RollFigure.STILL_OUT_OF_YEAR, dropouts.still());
        return figures;
    }

    private static Predicate<Stand> in(StudentState state) {
        return stand -> stand.state() == state;
    }

    /** A year in which more came back than went counts none. */
    private static long grown(Predicate<Stand> which, RollThen first, RollThen then) {
        return Math.max(0, then.count(which) - first.count(which));
    }

    static CountyPicture.Share share(Jurisdiction.Rate rate, Map<RollFigure, Long> figures) {
        long numerator = sum(rate.numerator(), figures);
        long over = sum(rate.over(), figures);
        boolean computable = over > 0;
        return new CountyPicture.Share(
                rate.id(),
                rate.label(),
                rate.formula(),
                rate.source(),
                numerator,
                over,
                computable
                        ? BigDecimal.valueOf(numerator)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(over), 2, RoundingMode.HALF_UP)
                        : null,
                computable ? "" : "分母为0，无法计算：" + words(rate.over()));
    }

    private static long sum(List<Jurisdiction.RollTerm> terms, Map<RollFigure, Long> figures) {
        return terms.stream()
                .mapToLong(term -> (term.minus() ? -1 : 1) * figures.getOrDefault(term.figure(), 0L))
                .sum();
    }

    private static String words(List<Jurisdiction.RollTerm> terms) {
        return terms.stream().map(term -> "没有" + term.figure().label()).collect(Collectors.joining("，"));
    }
}
