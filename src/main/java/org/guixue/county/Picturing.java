package org.guixue.county;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.CaseFinding;
import org.guixue.casefile.CaseQuestion;
import org.guixue.casefile.CauseGroup;
import org.guixue.casefile.FoundCase;
import org.guixue.casefile.PersuasionPause;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.Situation;
import org.guixue.county.CountyPicture.Bar;
import org.guixue.county.CountyPicture.LateBar;
import org.guixue.county.CountyPicture.MonthBar;
import org.guixue.deadline.Lateness;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** Draws together how an office stands; changes nothing and keeps nothing. Costs a few grouped queries and the going cases. */
@ApplicationScoped
public class Picturing {
    private final CaseFinding finding;
    private final RatesOfYear rates;
    private final Lateness lateness;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public Picturing(CaseFinding finding, RatesOfYear rates, Lateness lateness, Offices offices, Clock clock) {
        this.finding = finding;
        this.rates = rates;
        this.lateness = lateness;
        this.offices = offices;
        this.clock = clock;
    }

    /** @throws NotFound where the office is out of the caller's scope */
    Office office(Caller caller, Optional<Long> wanted) {
        return offices.find(wanted.orElse(caller.office()), caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    /** The offices of which the caller may see the picture. */
    List<Office> offices(Caller caller) {
        return offices.within(caller.scope()).stream()
                .filter(office -> !office.closed())
                .toList();
    }

    /** That period, or the month that lasts. One that has not begun is refused. */
    Reporting period(Optional<String> wanted) {
        LocalDate today = LocalDate.now(clock);
        Reporting period = wanted.map(Picturing::parsed).orElseGet(() -> Reporting.of(Reporting.Kind.MONTH, today));
        if (period.from().isAfter(today)) {
            throw new ValuesRefused("period", "%s还没有开始（今天是%s），请选择已经开始的期间".formatted(period.label(), today));
        }
        return period;
    }

    private static Reporting parsed(String text) {
        try {
            return Reporting.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("period", e.getMessage() + "，请改正");
        }
    }

    CountyPicture picture(Caller caller, Office office, Reporting period) {
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = period.until().isAfter(today) ? today : period.until();
        boolean own = office.id() == caller.office();
        CaseListAddress lists = CaseListAddress.of(office.id(), own, asOf, asOf.equals(today));
        List<Office> within = offices.within(office.scope());
        PlaceTally places = new PlaceTally(office.scope(), within, lists);
        MonthTally months = new MonthTally(asOf, SchoolYear.of(asOf).from());
        Map<CaseState, Long> states = new EnumMap<>(CaseState.class);
        Map<CauseGroup, Long> causes = new EnumMap<>(CauseGroup.class);
        Map<PersuasionPause, Long> pauses = new EnumMap<>(PersuasionPause.class);
        for (FoundCase found : finding.since(office.scope(), MonthTally.firstDay(asOf))) {
            Optional<Situation> stands = months.add(found).filter(then -> CaseQuestion.OPEN.contains(then.state()));
            stands.ifPresent(then -> {
                states.merge(then.state(), 1L, Long::sum);
                places.add(found.place(), then.state());
                causes.merge(CauseGroup.of(then, caller.mayReadSensitive()), 1L, Long::sum);
                if (PersuasionPause.AWAY.contains(then.state())) {
                    pauses.merge(PersuasionPause.of(then, asOf), 1L, Long::sum);
                }
            });
        }
        List<LateBar> late = late(caller, office, today);
        List<MonthBar> returns = months.returns(lists);
        return new CountyPicture(
                new CountyPicture.At(office.id(), office.name()),
                own ? title(office.kind()) : office.name() + "控辍保学情况",
                period.name(),
                period.label(),
                asOf,
                new CountyPicture.Totals(
                        states.values().stream().mapToLong(Long::longValue).sum(),
                        states.getOrDefault(CaseState.OUT, 0L),
                        states.getOrDefault(CaseState.SUSPECTED, 0L),
                        returns.get(returns.size() - 1).count(),
                        late.stream().mapToLong(LateBar::late).sum(),
                        lists.toString()),
                places.bars(),
                places.quiet(),
                causes(causes, caller, lists),
                pauses(pauses, lists),
                returns,
                months.towardZero(lists),
                late,
                rates.rates(office, asOf, today, months.dropouts()));
    }

    private static List<Bar> causes(Map<CauseGroup, Long> counts, Caller caller, CaseListAddress lists) {
        Set<CauseGroup> shown = CauseGroup.shown(caller.mayReadSensitive());
        return shown.stream()
                .map(group -> new Bar(
                        group.name(),
                        group == CauseGroup.OTHER && !shown.contains(CauseGroup.HEALTH) ? "其他（含另册）" : group.label(),
                        counts.getOrDefault(group, 0L),
                        lists.cause(group).toString()))
                .toList();
    }

    private static List<Bar> pauses(Map<PersuasionPause, Long> counts, CaseListAddress lists) {
        return EnumSet.allOf(PersuasionPause.class).stream()
                .map(pause -> new Bar(
                        pause.name(),
                        pause.label(),
                        counts.getOrDefault(pause, 0L),
                        lists.states(PersuasionPause.AWAY).pause(pause).toString()))
                .toList();
    }

    private List<LateBar> late(Caller caller, Office office, LocalDate today) {
        return lateness.within(caller, office.scope(), today).stream()
                .filter(each -> each.late() > 0)
                .map(each -> new LateBar(
                        each.office(),
                        each.name(),
                        each.late(),
                        each.worstDays(),
                        each.worst(),
                        each.waiting(),
                        "/tasks?office=" + each.office()))
                .toList();
    }

    static String title(OfficeKind kind) {
        return switch (kind) {
            case SCHOOL -> "本校控辍保学情况";
            case TOWNSHIP -> "本镇控辍保学情况";
            case COUNTY_BUREAU -> "全县控辍保学情况";
            case CITY -> "全市控辍保学情况";
            case PROVINCE -> "全省控辍保学情况";
        };
    }

    /** The last twelve months, the newest first. */
    List<Reporting> months() {
        YearMonth now = YearMonth.now(clock);
        return IntStream.range(0, 12)
                .mapToObj(i ->
                        Reporting.of(Reporting.Kind.MONTH, now.minusMonths(i).atDay(1)))
                .toList();
    }
}
